using Insek.Office.Bot.Api;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Notices;

internal static class NoticeServices
{
    /// <summary>Adds the sender of notices.</summary>
    public static WebApplicationBuilder AddNotices(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NoticeOptions>, NoticeAnnotations>());
        services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section).ValidateOnStart();
        services.AddSingleton<NoticesApi>();
        services.TryAddSingleton<DeadlinesApi>();
        services.AddSingleton<SendLimits>();
        services.AddSingleton<CardPace>();
        services.AddSingleton<NoticeCards>();
        services.AddSingleton<ReminderCards>();
        services.AddSingleton<NoticeDelivery>();
        services.AddSingleton<NoticeReports>();
        services.AddSingleton<NoticeSender>();
        services.AddHostedService(provider => provider.GetRequiredService<NoticeSender>());
        return builder;
    }
}
