using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.Hosting;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Notices;

internal static class NoticeServices
{
    /// <summary>Adds the outbox, and the conversations it goes to.</summary>
    public static WebApplicationBuilder AddNotices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<NoticeOptions>, NoticeAnnotations>();
        builder.Services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<ConversationStore>();
        builder.Services.AddSingleton<BindingStore>();
        builder.Services.AddSingleton<NoticeHints>();
        builder.Services.AddSingleton<NoticeRecipients>();
        builder.Services.AddSingleton<NoticeExpansion>();
        builder.Services.AddSingleton<NoticeAddresses>();
        builder.Services.AddSingleton<NoticePicker>();
        builder.Services.AddSingleton<SendingLease>();
        builder.Services.AddSingleton<Deliveries>();
        builder.Services.AddSingleton<FailedNotices>();
        builder.Services.AddSingleton<NoticeSweep>();
        builder.Services.AddSingleton(new TimerFunction("SweepNotices", TimeSpan.FromHours(1), (services, cancellationToken) => services.GetRequiredService<NoticeSweep>().RunAsync(cancellationToken)));
        return builder;
    }
}
