using System.CommandLine;
using Insek.Office.Dev;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Terminal;
using Insek.Office.Dev.Verbs;

using var shutdown = new Shutdown();
var context = new VerbContext(Screen.Open(TimeProvider.System), shutdown, TimeProvider.System);

var root = new RootCommand($"Insek.Office: develop, demonstrate and test on any platform. {ExitCodes.Explained}")
{
    context.PortBase,
    context.NoBuild,
    context.StartClock,
    context.Local,
    Up.Create(context),
    Demo.Create(context),
    Test.Create(context),
    Token.Create(context),
    Import.Create(context),
    Package.Create(context),
};
root.SetAction((arguments, _) => Up.RunAsync(context, arguments));

// Signals are ours alone: the default would end the program before the processes it started.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
