using System.Text.Json.Serialization;

namespace Insek.Office.Dev.Package;

/// <summary>What a deployment puts into the app package.</summary>
/// <param name="Domain">The bot's host, with its port where it has one.</param>
/// <param name="BotId">The bot's registration.</param>
/// <param name="AppId">The application by which people sign in.</param>
/// <param name="Scope">What the pane signs in for.</param>
/// <param name="Version">Three numbers.</param>
/// <param name="Developer">Who is responsible, at most 32 characters.</param>
/// <param name="Website">Where people get help.</param>
/// <param name="Privacy">The privacy statement.</param>
/// <param name="Terms">The terms of use.</param>
internal sealed record AppDetails(string Domain, string BotId, string AppId, string Scope, string Version, string Developer, string Website, string Privacy, string Terms);

/// <summary>Hands them to the scripts of the manifest.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AppDetails))]
internal sealed partial class AppDetailsJson : JsonSerializerContext;
