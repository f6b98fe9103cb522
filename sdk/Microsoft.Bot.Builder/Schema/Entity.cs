using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Something an activity is about, such as a mention.</summary>
public class Entity
{
    public Entity()
    {
    }

    public Entity(string type = default)
    {
        Type = type;
    }

    [JsonProperty("type")]
    public string Type { get; set; }

    /// <summary>Everything but the type.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = [];

    /// <summary>This entity as a more exact type.</summary>
    public T GetAs<T>() => JObject.FromObject(this).ToObject<T>();

    /// <summary>Takes over type and properties of a more exact entity.</summary>
    public void SetAs<T>(T obj)
    {
        var entity = JObject.FromObject(obj).ToObject<Entity>();
        Type = entity.Type;
        Properties = entity.Properties;
    }
}

/// <summary>Somebody who is mentioned, and where in the text.</summary>
public class Mention : Entity
{
    public Mention()
        : this(mentioned: null)
    {
    }

    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
        : base("mention")
    {
        // The official type ignores the type it is given, too.
        _ = type;
        Mentioned = mentioned;
        Text = text;
    }

    [JsonProperty("mentioned")]
    public ChannelAccount Mentioned { get; set; }

    /// <summary>As it stands in the text, in Teams <c>&lt;at&gt;name&lt;/at&gt;</c>.</summary>
    [JsonProperty("text")]
    public string Text { get; set; }
}
