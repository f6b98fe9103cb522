namespace AdaptiveCards;

/// <summary>Additional properties by their names.</summary>
public class SerializableDictionary<TKey, TValue> : Dictionary<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Empty.</summary>
    public SerializableDictionary()
    {
    }

    /// <summary>Empty, with its way to compare names.</summary>
    public SerializableDictionary(IEqualityComparer<TKey> comparer)
        : base(comparer)
    {
    }
}
