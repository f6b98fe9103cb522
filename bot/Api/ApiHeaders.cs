namespace Insek.Office.Bot.Api;

/// <summary>What the API's conventions call things.</summary>
internal static class ApiHeaders
{
    /// <summary>For whom the bot acts; honoured for the role Bot only.</summary>
    public const string ActingMember = "Insek-Acting-Member";

    /// <summary>Names an operation that takes effect once, however often it arrives.</summary>
    public const string Operation = "Insek-Operation";

    /// <summary>The same, as other APIs call it.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Marks a request whose 412 may be repeated; never sent.</summary>
    public static readonly HttpRequestOptionsKey<bool> RepeatsRaces = new("insek-repeats-races");
}
