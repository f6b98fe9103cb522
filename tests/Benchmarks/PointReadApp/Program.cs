using Azure.Data.Tables;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

// The least that could serve a table: the same token check, one point read of the concept row, the bytes from memory.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
{
    options.MapInboundClaims = false;
    options.TokenValidationParameters = new TokenValidationParameters
    {
        ValidIssuer = "insek-office-dev",
        ValidAudience = "insek-office-api",
        IssuerSigningKey = new SymmetricSecurityKey(Convert.FromBase64String(File.ReadAllText(Setting("KeyFile")))),
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RoleClaimType = "roles",
        NameClaimType = "name",
    };
});
builder.Services.AddAuthorization();

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
var table = new TableClient(Setting("Storage"), "concepts");
var bytes = File.ReadAllBytes(Setting("AnswerFile"));
var columns = Setting("Columns").Split(',');
app.MapGet("/api/ready", () => "ready");
app.MapGet("/api/concepts/{concept}/tables/sector-measures", async (string concept, CancellationToken cancellationToken) =>
{
    var row = await table.GetEntityIfExistsAsync<TableEntity>(concept, "concept", columns, cancellationToken);
    return row.HasValue ? Results.Bytes(bytes, "application/json") : Results.NotFound();
}).RequireAuthorization(policy => policy.RequireRole("Member", "Editor", "Administrator", "Bot"));
await app.RunAsync();

string Setting(string name) => builder.Configuration[name] ?? throw new InvalidOperationException($"{name} is not configured.");
