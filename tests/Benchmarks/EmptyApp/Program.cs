var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/api/ready", () => "ready");
await app.RunAsync();
