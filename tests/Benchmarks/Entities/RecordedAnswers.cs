using System.Collections.Concurrent;
using System.Net;

namespace Insek.Office.Benchmarks.Entities;

/// <summary>Asks each question once and plays the answer back from memory afterwards.</summary>
internal sealed class RecordedAnswers : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, (byte[] Body, KeyValuePair<string, IEnumerable<string>>[] Headers)> _answers = new(StringComparer.Ordinal);
    private readonly HttpMessageInvoker _real = new(new SocketsHttpHandler());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var question = request.RequestUri!.Query;
        if (!_answers.TryGetValue(question, out var answer))
        {
            using var real = await _real.SendAsync(request, cancellationToken);
            _answers[question] = answer = (await real.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken), [.. real.Headers]);
        }

        var played = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(answer.Body), RequestMessage = request };
        foreach (var (name, values) in answer.Headers)
        {
            played.Headers.TryAddWithoutValidation(name, values);
        }

        return played;
    }

    protected override void Dispose(bool disposing)
    {
        _real.Dispose();
        base.Dispose(disposing);
    }
}
