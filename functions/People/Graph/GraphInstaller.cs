using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;

namespace Insek.Office.Functions.People.Graph;

/// <summary>Installs the Teams app for people and teams, so that the bot has a conversation with them before they have found it.</summary>
internal sealed class GraphInstaller(GraphPort port, IOptions<GraphOptions> options)
{
    private string? _catalogueId;

    /// <summary>Installs the app for a person.</summary>
    /// <exception cref="GraphFailedException">Graph did not answer, or refused for no reason that is known.</exception>
    public Task<InstallationOutcome> InstallForPersonAsync(string person, CancellationToken cancellationToken) => InstallAsync(
        app => port.Client.Users[person].Teamwork.InstalledApps.PostAsync(new UserScopeTeamsAppInstallation { AdditionalData = Bind(app) }, cancellationToken: cancellationToken), cancellationToken);

    /// <summary>Installs the app in a team.</summary>
    /// <exception cref="GraphFailedException">Graph did not answer, or refused for no reason that is known.</exception>
    public Task<InstallationOutcome> InstallForTeamAsync(string team, CancellationToken cancellationToken) => InstallAsync(
        app => port.Client.Teams[team].InstalledApps.PostAsync(new TeamsAppInstallation { AdditionalData = Bind(app) }, cancellationToken: cancellationToken), cancellationToken);

    private async Task<InstallationOutcome> InstallAsync(Func<string, Task> install, CancellationToken cancellationToken)
    {
        try
        {
            if (await FindAppAsync(cancellationToken) is not { } app)
            {
                return InstallationOutcome.NotInCatalogue;
            }

            // Graph answers without a body.
            await GraphPort.CallAsync<object>(
                async () =>
                {
                    await install(app);
                    return app;
                },
                cancellationToken);
            return InstallationOutcome.Installed;
        }
        catch (GraphFailedException refused) when (refused.Status is >= 400 and < 500 and not (408 or 429))
        {
            return refused.Status switch
            {
                StatusCodes.Status409Conflict => InstallationOutcome.AlreadyInstalled,
                StatusCodes.Status404NotFound => InstallationOutcome.NotFound,
                StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => InstallationOutcome.Forbidden,
                _ => InstallationOutcome.Refused,
            };
        }
    }

    // The catalogue gives the app an id of its own in every tenant; the manifest's id is the external one.
    private async Task<string?> FindAppAsync(CancellationToken cancellationToken)
    {
        if (_catalogueId is null)
        {
            var found = await GraphPort.CallAsync(
                () => port.Client.AppCatalogs.TeamsApps.GetAsync(
                    request => (request.QueryParameters.Filter, request.QueryParameters.Select) = ($"externalId eq '{options.Value.TeamsApp}'", ["id", "externalId"]), cancellationToken),
                cancellationToken);
            _catalogueId = found.Value?.FirstOrDefault()?.Id;
        }

        return _catalogueId;
    }

    private Dictionary<string, object> Bind(string app) => new() { ["teamsApp@odata.bind"] = port.Address($"appCatalogs/teamsApps/{app}") };
}

/// <summary>What became of an installation.</summary>
internal enum InstallationOutcome
{
    Installed,
    AlreadyInstalled,
    NotFound,
    Forbidden,
    NotInCatalogue,
    Refused,
}
