using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How a card refreshes itself.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveRefresh
{
    /// <summary>Executed to get the current card.</summary>
    public AdaptiveExecuteAction? Action { get; set; }

    /// <summary>The people, by their Teams ids, whose clients refresh by themselves; at most 60 in Teams.</summary>
    public List<string> UserIds { get; set; } = [];
}
