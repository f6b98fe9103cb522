using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What Teams adds to an activity.</summary>
public class TeamsChannelData
{
    [JsonProperty("channel")]
    public ChannelInfo Channel { get; set; }

    /// <summary>What a conversation update is about, such as <c>channelRenamed</c>.</summary>
    [JsonProperty("eventType")]
    public string EventType { get; set; }

    [JsonProperty("team")]
    public TeamInfo Team { get; set; }

    [JsonProperty("notification")]
    public NotificationInfo Notification { get; set; }

    [JsonProperty("tenant")]
    public TenantInfo Tenant { get; set; }

    [JsonProperty("settings")]
    public TeamsChannelDataSettings Settings { get; set; }

    /// <summary>What has no property of its own.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public IDictionary<string, object> AdditionalProperties { get; set; }
}

/// <summary>What was chosen at installation.</summary>
public class TeamsChannelDataSettings
{
    [JsonProperty("selectedChannel")]
    public ChannelInfo SelectedChannel { get; set; }

    /// <summary>What has no property of its own.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public IDictionary<string, object> AdditionalProperties { get; set; }
}

/// <summary>Whether a message shows in the activity feed.</summary>
public class NotificationInfo
{
    public NotificationInfo()
    {
    }

    public NotificationInfo(bool? alert = default)
    {
        Alert = alert;
    }

    [JsonProperty("alert")]
    public bool? Alert { get; set; }
}
