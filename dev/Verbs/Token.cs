using System.CommandLine;
using Insek.Office.Dev.Setup;
using Insek.Office.Dev.Tokens;

namespace Insek.Office.Dev.Verbs;

/// <summary><c>token</c>: prints a token for curl, and nothing else.</summary>
internal static class Token
{
    private const int DefaultMinutes = 60;
    private const int MostMinutes = 480;

    public static Command Create(VerbContext context)
    {
        var member = new Option<string>("--as") { Description = "The member who acts.", HelpName = "MEMBER", Required = true };
        var roles = new Option<string[]>("--role") { Description = "May be repeated.", Required = true };
        roles.AcceptOnlyFromAmong([.. DevelopmentToken.Roles]);
        var minutes = new Option<int>("--minutes")
        {
            Description = $"Lifetime in minutes, 1 to {MostMinutes}.",
            DefaultValueFactory = _ => DefaultMinutes,
        };
        minutes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostMinutes)
            {
                result.AddError($"--minutes takes a number from 1 to {MostMinutes}.");
            }
        });

        var command = new Command("token", "Prints a short-lived token for the API of a running `up`.") { member, roles, minutes };
        command.SetAction((arguments, _) => context.RunAsync(() =>
        {
            var key = KeyOfRunningUp(context.Workspace(arguments));
            var lifetime = TimeSpan.FromMinutes(arguments.GetValue(minutes));
            Console.WriteLine(DevelopmentToken.Issue(
                key, arguments.GetRequiredValue(member), arguments.GetRequiredValue(roles), context.Clock.GetUtcNow(), lifetime));
            return Task.FromResult(ExitCodes.Done);
        }));
        return command;
    }

    private static byte[] KeyOfRunningUp(Workspace workspace)
    {
        // A run that was killed leaves its key behind; the lock tells whether it still stands for something.
        using var free = FileLock.TryTake(workspace.RunningLock);
        return free is null && File.Exists(workspace.KeyFile)
            ? DevelopmentKey.Read(workspace.KeyFile)
            : throw new StepFailedException("No running `up` found in this checkout: start one with `dotnet run --project dev`, then ask again.");
    }
}
