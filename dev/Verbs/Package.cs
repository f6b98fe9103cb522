using System.CommandLine;
using System.Text.RegularExpressions;
using Insek.Office.Dev.Package;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Verbs;

/// <summary><c>package</c>: writes what administrators upload to Microsoft 365.</summary>
internal static partial class Package
{
    private const int LongestDeveloper = 32;

    public static Command Create(VerbContext context)
    {
        var domain = Checked(new("--domain") { Description = "The bot's host as people reach it, for example insek.example.org.", HelpName = "HOST", Required = true }, IsHost, "takes a host such as insek.example.org, without https:// and without a path");
        var bot = Checked(new("--bot-id") { Description = "The bot's registration (MicrosoftAppId).", HelpName = "GUID", Required = true }, IsId, "takes a GUID such as 11111111-2222-3333-4444-555555555555");
        var app = Checked(new("--app-id") { Description = "The application by which people sign in (Addin:ClientId).", HelpName = "GUID", Required = true }, IsId, "takes a GUID such as 11111111-2222-3333-4444-555555555555");
        var scope = new Option<string?>("--scope") { Description = "What the pane signs in for (Addin:Scope). Default: api://APP-ID/access." };
        var version = Checked(new("--app-version") { Description = "Three numbers; an update needs a higher one. Default: this product's." }, IsVersion, "takes three numbers such as 1.2.0");
        var developer = Checked(new("--developer") { Description = "Who is responsible for the app. Default: Insek.Office.", HelpName = "NAME" }, name => name.Trim().Length is > 0 and <= LongestDeveloper, $"takes a name of 1 to {LongestDeveloper} characters");
        var website = Page("--website", "Where people get help. Default: https://HOST/.");
        var privacy = Page("--privacy", "The privacy statement. Default: the website.");
        var terms = Page("--terms", "The terms of use. Default: the website.");
        var output = new Option<string?>("--output") { Description = "Folder for the files, in place of out.", HelpName = "DIR" };
        var command = new Command("package", "Writes the app package for Teams and Word, and the manifest for older versions of Word beside it.")
        {
            domain, bot, app, scope, version, developer, website, privacy, terms, output,
        };
        command.SetAction((arguments, _) => context.RunAsync(async () =>
        {
            var workspace = context.Workspace(arguments);
            var (host, application) = (arguments.GetRequiredValue(domain)!.ToLowerInvariant(), arguments.GetRequiredValue(app)!.ToLowerInvariant());
            var site = arguments.GetValue(website) ?? $"https://{host}/";
            var details = new AppDetails(
                host,
                arguments.GetRequiredValue(bot)!.ToLowerInvariant(),
                application,
                arguments.GetValue(scope) ?? $"api://{application}/access",
                arguments.GetValue(version) ?? typeof(Package).Assembly.GetName().Version!.ToString(fieldCount: 3),
                arguments.GetValue(developer)?.Trim() ?? "Insek.Office",
                site,
                arguments.GetValue(privacy) ?? site,
                arguments.GetValue(terms) ?? site);
            await RunAsync(context, workspace, details, Path.GetFullPath(arguments.GetValue(output) ?? Path.Combine(workspace.Root, "out")));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static async Task RunAsync(VerbContext context, Workspace workspace, AppDetails details, string output)
    {
        using (await Preparation.AloneAsync(workspace, context.Screen, context.Shutdown.Requested))
        {
            await Preparation.ToolsAsync(workspace, context.Screen, context.Shutdown.Requested);
        }

        AppPackage? written = null;
        await context.Screen.StepAsync("Check and write package", async _ =>
        {
            written = await AppPackage.WriteAsync(workspace, details, output, context.Shutdown.Requested);
            return $"version {details.Version}";
        });
        context.Screen.Ok("App package", written!.Zip);
        context.Screen.Ok("Older Word", written.AddinOnly);
        context.Screen.Ok("Manifest id", $"{written.ManifestId} (Directory:Graph:TeamsApp)");
    }

    private static Option<string?> Page(string name, string description) =>
        Checked(new(name) { Description = description, HelpName = "URL" }, url => Uri.TryCreate(url, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps, "takes an address that begins with https://");

    private static Option<string?> Checked(Option<string?> option, Predicate<string> isRight, string takes)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !isRight(text))
            {
                result.AddError($"{option.Name} {takes}; \"{text}\" is none.");
            }
        });
        return option;
    }

    private static bool IsId(string text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;

    private static bool IsHost(string text) => Host().IsMatch(text);

    private static bool IsVersion(string text) => ThreeNumbers().IsMatch(text);

    // A port is for one's own machine; manifests bear it.
    [GeneratedRegex(@"^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(:\d{1,5})?$|^localhost(:\d{1,5})?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Host();

    [GeneratedRegex(@"^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThreeNumbers();
}
