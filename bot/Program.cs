using Insek.Office.Bot.Addin;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Deadlines;
using Insek.Office.Bot.Health;
using Insek.Office.Bot.Hosting;
using Insek.Office.Bot.Notices;
using Insek.Office.Bot.Problems;
using Insek.Office.Bot.Search;
using Insek.Office.Bot.Teams;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddSingleton(TimeProvider.System);
builder.AddHosting().AddProblems().AddJson().AddApi().AddTeams().AddBallots().AddNotices().AddCommands().AddSearch().AddDeadlines().AddAddin();

await using var app = builder.Build();
app.UseProblems();
app.MapHealth();
app.MapMessages();
app.MapAddin();
return await app.RunOrRefuseAsync();
