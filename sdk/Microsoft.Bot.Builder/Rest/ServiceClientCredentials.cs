namespace Microsoft.Rest;

/// <summary>Puts on a request what authorises it. As it stands: nothing.</summary>
/// <remarks>Of the AutoRest runtime, from which the official connector inherits; only what shows through it.</remarks>
public abstract class ServiceClientCredentials
{
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        return Task.CompletedTask;
    }
}
