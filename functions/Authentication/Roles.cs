namespace Insek.Office.Functions.Authentication;

/// <summary>What a token's holder may be. The values of the claim "roles".</summary>
internal static class Roles
{
    /// <summary>Reads, and later votes.</summary>
    public const string Member = "Member";

    /// <summary>Writes goals and measures.</summary>
    public const string Editor = "Editor";

    /// <summary>Also imports, writes the concept's head and corrects editorially.</summary>
    public const string Administrator = "Administrator";

    /// <summary>The bot, acting for members.</summary>
    public const string Bot = "Bot";
}

/// <summary>What an endpoint asks for.</summary>
internal static class Policies
{
    public const string Read = "read";
    public const string Edit = "edit";
    public const string Administer = "administer";
}
