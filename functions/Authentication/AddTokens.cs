using System.Net;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Insek.Office.Functions.Authentication;

internal static class TokenAuthentication
{
    private const string EntraScheme = "entra";
    private const string LocalScheme = "local";

    /// <summary>Adds token authentication and the policies; whatever is not marked otherwise needs a token with a role.</summary>
    public static WebApplicationBuilder AddTokens(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<TokenOptions>, TokenOptionsValidator>();
        builder.Services.AddOptions<TokenOptions>().BindConfiguration(TokenOptions.Section).ValidateOnStart();

        var configured = builder.Configuration.GetSection(TokenOptions.Section).Get<TokenOptions>() ?? new TokenOptions();
        var schemes = new List<string>();
        var authentication = builder.Services.AddAuthentication();
        RemoveKeyRing(builder.Services);
        if (!string.IsNullOrWhiteSpace(configured.Issuer))
        {
            authentication.AddJwtBearer(EntraScheme, options => FromIssuer(options, configured));
            schemes.Add(EntraScheme);
        }

        // The validator refuses the file elsewhere; not even adding the scheme there is the second lock on the same door.
        if (builder.Environment.IsDevelopment() && configured.DevelopmentKeyFile is { } file)
        {
            authentication.AddJwtBearer(LocalScheme, options => FromKey(options, file));
            schemes.Add(LocalScheme);
        }

        builder.Services.AddAuthorization(options =>
        {
            options.AddPolicy(Policies.Read, policy => Require(policy, schemes, Roles.Member, Roles.Editor, Roles.Administrator, Roles.Bot));
            options.AddPolicy(Policies.Edit, policy => Require(policy, schemes, Roles.Editor, Roles.Administrator));
            options.AddPolicy(Policies.Administer, policy => Require(policy, schemes, Roles.Administrator));
            if (options.GetPolicy(Policies.Read) is { } read)
            {
                (options.DefaultPolicy, options.FallbackPolicy) = (read, read);
            }
        });
        return builder;
    }

    // Adding authentication also adds keys for cookies, read from or written to the home directory at every start. There are no cookies here.
    private static void RemoveKeyRing(IServiceCollection services)
    {
        foreach (var service in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToArray())
        {
            services.Remove(service);
        }
    }

    private static void Require(AuthorizationPolicyBuilder policy, IReadOnlyList<string> schemes, params string[] roles)
    {
        policy.AuthenticationSchemes = [.. schemes];
        policy.RequireAssertion(context => Caller.From(context.User) is not null && roles.Any(context.User.IsInRole));
        policy.RequireAuthenticatedUser();
    }

    private static void FromIssuer(JwtBearerOptions options, TokenOptions configured)
    {
        options.Authority = configured.Authority ?? configured.Issuer;
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = configured.Issuer,
            ValidAudience = configured.Audience,
            RoleClaimType = "roles",
            NameClaimType = "name",
        };
    }

    private static void FromKey(JwtBearerOptions options, string file)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = DevelopmentKey.Issuer,
            ValidAudience = DevelopmentKey.Audience,
            IssuerSigningKey = new SymmetricSecurityKey(DevelopmentKey.Read(file)),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RoleClaimType = "roles",
            NameClaimType = "name",
            ClockSkew = TimeSpan.FromSeconds(30),
        };
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                if (context.HttpContext.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
                {
                    context.Fail("Local tokens are honoured on loopback only.");
                }

                return Task.CompletedTask;
            },
        };
    }
}
