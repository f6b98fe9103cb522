using Insek.Office.Dev.Office;
using Insek.Office.Dev.Setup;
using Insek.Office.Dev.Tokens;

namespace Insek.Office.Dev.Verbs;

/// <summary>An office for one piece of work: the API alone, with its data in memory and a key of its own; nothing of it stays but its logs.</summary>
internal static class PassingOffice
{
    /// <param name="context">What every verb works with.</param>
    /// <param name="workspace">The checkout.</param>
    /// <param name="name">Names its logs and its temporary folder.</param>
    /// <param name="given">Its ports; free ones where none are given.</param>
    /// <param name="build">Whether to build it, or to take what was built last.</param>
    /// <param name="work">What is done with it, by its address and the secret of its key.</param>
    /// <exception cref="StepFailedException">It did not start, or ended meanwhile.</exception>
    public static async Task DuringAsync(VerbContext context, Workspace workspace, string name, Ports? given, bool build, Func<Uri, byte[], Task> work)
    {
        var temporary = Directory.CreateTempSubdirectory($"insek-{name}-").FullName;
        try
        {
            var assemblies = await Preparation.ProgramsAsync(workspace, [BuiltProgram.Functions], temporary, build, context.Screen, context.Shutdown.Requested);
            using var key = DevelopmentKey.Create(Path.Combine(temporary, "dev-key"));

            // Asked for after the build: a port that is free now may be taken minutes later.
            var plan = new OfficePlan(assemblies[0], Bot: null, given ?? Ports.Free(), key.Path, Data: null, LogPrefix: $"{name}-");
            await using var office = await LocalOffice.StartAsync(workspace, plan, context.Screen, context.Shutdown);
            await office.WhileAllRunAsync(() => work(office.Address, key.Secret), context.Shutdown.Requested);
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }
}
