using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Concepts;
using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Health;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Members;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Reminders;
using Insek.Office.Functions.Resolutions;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;

// The Functions host's images set the content root to their own folder; ours is where we are.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddSingleton(TimeProvider.System);
builder.AddHosting().AddOrigins().AddProblems().AddTokens().AddJson().AddStorage().AddDirectory().AddMembers().AddNotices().AddRounds().AddDeadlines().AddReminders().AddResolutions().AddApiDescription();

var app = builder.Build();
app.UseProblems();
app.UseOrigins();
app.UseAuthentication();
app.UseAuthorization();
app.MapOpenApi("/api/openapi.json").AllowAnonymous();
app.MapHealth();
app.MapTimers();
app.MapConcepts().MapResolutions();
app.MapConversations();
app.MapBindings();
app.MapNotices();
app.MapMe();
app.MapMembers();
app.MapReminders();
app.MapCalendarFeed();
app.MapSchemas();
await app.RunAsync();
