namespace AdaptiveCards;

/// <summary>What these classes refuse.</summary>
public class AdaptiveException : Exception
{
    /// <summary>Without a message.</summary>
    public AdaptiveException()
    {
    }

    /// <summary>With what was refused.</summary>
    public AdaptiveException(string message)
        : base(message)
    {
    }

    /// <summary>With what was refused and the cause.</summary>
    public AdaptiveException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Something cannot be read from or written as JSON.</summary>
public class AdaptiveSerializationException : AdaptiveException
{
    /// <summary>Without a message.</summary>
    public AdaptiveSerializationException()
    {
    }

    /// <summary>With what cannot be read or written.</summary>
    public AdaptiveSerializationException(string message)
        : base(message)
    {
    }

    /// <summary>With what cannot be read or written and the cause.</summary>
    public AdaptiveSerializationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
