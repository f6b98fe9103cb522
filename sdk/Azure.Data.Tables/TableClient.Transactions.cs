using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <content>Transactions.</content>
public partial class TableClient
{
    /// <summary>Applies up to 100 actions on one partition together, or none of them.</summary>
    /// <exception cref="InvalidOperationException">There is no action.</exception>
    /// <exception cref="TableTransactionFailedException">An action is refused; its index is with the exception.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions.ToList();

        if (actions.Count == 0)
        {
            throw new InvalidOperationException("A transaction needs at least one action.");
        }

        actions.ForEach(action => CheckNotNull(action.Entity));

        using var message = connection.CreateMessage(
            RequestMethod.Post,
            "/$batch",
            TableConnection.Success,
            Changeset.Write($"{connection.BaseAddress}/{Name}", actions));
        message.Request.Headers.SetValue("Content-Type", Changeset.ContentType);
        var response = await connection.SendAsync(message, cancellationToken);

        return Response.FromValue(ChangesetResponse.Read(response, actions.Count), response);
    }
}
