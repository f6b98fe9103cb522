using System.Text.Json.Serialization.Metadata;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Api;

/// <summary>The outbox: what is to be sent, and what became of it.</summary>
internal sealed class NoticesApi(ApiClient api)
{
    private static ContractsJson Json => ContractsJson.Default;

    /// <summary>Takes or renews the sending lease and what is due. Asked once: what a lost answer held comes back when its lease has run out.</summary>
    /// <returns>The lease; or lease-held where another process sends.</returns>
    public Task<ApiAnswer<LeaseView>> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) =>
        api.PostAsync($"api/notices/lease", request, Json.LeaseRequest, Json.LeaseView, ApiCall.AsBot, cancellationToken);

    /// <summary>Says that a notice is shown; saying it again changes nothing.</summary>
    public Task<ApiAnswer<Nothing>> AckAsync(NoticeAck ack, CancellationToken cancellationToken) =>
        SayAsync($"api/notices/ack", ack, Json.NoticeAck, cancellationToken);

    /// <summary>Says that a notice could not be sent; saying it again changes nothing.</summary>
    public Task<ApiAnswer<Nothing>> FailAsync(NoticeFailure failure, CancellationToken cancellationToken) =>
        SayAsync($"api/notices/fail", failure, Json.NoticeFailure, cancellationToken);

    /// <summary>What could not be delivered, newest first; for administrators.</summary>
    public Task<ApiAnswer<IReadOnlyList<FailedNotice>>> ListFailedAsync(ApiCall administrator, CancellationToken cancellationToken) =>
        api.GetAsync($"api/notices/failed", Json.IReadOnlyListFailedNotice, administrator, cancellationToken);

    /// <summary>Sends a failed notice again, or with the id * all that failed in the concept; for administrators.</summary>
    public Task<ApiAnswer<Nothing>> ResendAsync(NoticeName notice, ApiCall administrator, CancellationToken cancellationToken) =>
        api.PostAsync($"api/notices/resend", notice, Json.NoticeName, Nothing.Json, administrator, cancellationToken);

    private Task<ApiAnswer<Nothing>> SayAsync<T>(ApiPath path, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        api.PostAsync(path, body, type, Nothing.Json, ApiCall.AsBot with { Operation = Guid.NewGuid().ToString("N") }, cancellationToken);
}
