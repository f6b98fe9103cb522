namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>A conversation in the Playground.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called in the page's list.</param>
internal sealed record Chat(string Id, string Name)
{
    public static readonly Chat Personal = new("a:torgau", "Personal Chat");
    public static readonly Chat General = new("19:torgau-insek@thread.tacv2", "INSEK Torgau - General");
    public static readonly Chat Verkehr = new("19:torgau-verkehr@thread.tacv2", "INSEK Torgau - Verkehr");
}
