using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Reading what an activity carries.</summary>
public partial class Activity
{
    /// <summary>Whether there is a text, a summary, an attachment or channel data.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    /// <summary>The entities that mention somebody; empty where there are none.</summary>
    public Mention[] GetMentions() =>
        [.. (Entities ?? [])
            .Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(entity => entity.Properties.ToObject<Mention>())];

    /// <summary>The channel data as a type; the default where there is none.</summary>
    /// <exception cref="InvalidCastException">It is neither of that type nor a JSON object.</exception>
    public T GetChannelData<T>() => ChannelData switch
    {
        null => default,
        T typed when typed.GetType() == typeof(T) => typed,
        var other => ((JObject)other).ToObject<T>(),
    };

    /// <summary>The channel data as a type, where there is some and it fits.</summary>
    public bool TryGetChannelData<T>(out T instance)
    {
        instance = default;

        if (ChannelData is null)
        {
            return false;
        }

        try
        {
            instance = GetChannelData<T>();
            return true;
        }
        catch (Exception refused) when (refused is JsonException or InvalidCastException or FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }
}
