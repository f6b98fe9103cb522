using System.Text;
using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Functions.Documents;

/// <summary>Reads what is to be registered: JSON, or a form with the document itself, whose tables are taken from its records.</summary>
internal sealed class RegisterForm(DocumentTasks tasks)
{

    private const int MaxText = 10_000;
    private const long MaxJson = 10_000_000;

    /// <summary>Reads the request.</summary>
    /// <returns>What is to be registered; or why it cannot be read.</returns>
    public async Task<Result<RegisterDocument>> ReadAsync(HttpRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var isForm = MultipartForm.Is(request);
        await using var body = await Spool.ReadBodyAsync(request, isForm ? WordFile.MaxBytes + (1024 * 1024) : MaxJson, cancellationToken);
        return isForm ? await ReadFormAsync(request, body, caller, cancellationToken) : await ReadJsonAsync(body, cancellationToken);
    }

    private static async Task<Result<RegisterDocument>> ReadJsonAsync(FileStream body, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(body, ContractsJson.Default.RegisterDocument, cancellationToken) is { } document ? document : new UnreadableRegistration("it is empty");
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The body is no JSON of this shape.", e);
        }
    }

    private async Task<Result<RegisterDocument>> ReadFormAsync(HttpRequest request, FileStream body, Caller caller, CancellationToken cancellationToken)
    {
        string? name = null, link = null;
        IReadOnlyList<RegisteredTable>? tables = null;
        var refusal = await MultipartForm.ReadAsync(request, body, TakeAsync, reason => new UnreadableRegistration(reason), cancellationToken);
        return refusal is not null ? refusal
            : tables is null ? new UnreadableRegistration("it has no part 'file'")
            : new RegisterDocument { Name = name ?? "", Link = link, Tables = tables };

        async Task<Refusal?> TakeAsync(FormPart part, CancellationToken cancellationToken)
        {
            switch (part.Name)
            {
                case "name":
                    name = await ReadTextAsync(part.Body, cancellationToken);
                    break;
                case "link":
                    link = await ReadTextAsync(part.Body, cancellationToken) is { Length: > 0 } text ? text : null;
                    break;
                case "file" when tables is null:
                    return (await ReadTablesAsync(part.Body, caller, cancellationToken)).TryGet(out tables, out var refused) ? null : refused;
            }

            return null;
        }
    }

    private async Task<Result<IReadOnlyList<RegisteredTable>>> ReadTablesAsync(Stream part, Caller caller, CancellationToken cancellationToken)
    {
        await using var spooled = Spool.Open();
        await part.CopyToAsync(spooled, cancellationToken);
        spooled.Position = 0;
        if (!(await tasks.OpenAsync(spooled, caller, cancellationToken)).TryGet(out var document, out var refusal))
        {
            return refusal;
        }

        using (document.File)
        {
            return document.Tables.Where(table => table.Stored is not null).Select(ToRegistered).ToArray();
        }
    }

    private static RegisteredTable ToRegistered(DocumentTable table)
    {
        var (stored, found) = (table.Stored!, table.Standing.Found);
        var address = found is null ? stored.Address : new TableAddress(found.Table.Concept.Value, found.Table.Definition, found.Table.Parameters.ToString());
        return new RegisteredTable
        {
            Instance = table.Scanned.Instance,
            Tag = table.Scanned.Tag,
            Concept = address.Concept,
            Definition = address.Definition,
            Parameters = address.Parameters,
            Hash = stored.Record.Hash,
            AsOf = stored.Record.AsOf,
            Items = found is null ? [] : HeldRevisions.Of(stored.Record, found),
        };
    }

    private static async Task<string> ReadTextAsync(Stream part, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxText];
        var read = await part.ReadAtLeastAsync(buffer, MaxText, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }
}

/// <summary>A registration that cannot be read.</summary>
internal sealed record UnreadableRegistration(string Reason)
    : Refusal(RefusalKind.Invalid, "invalid-form", $"The registration cannot be read: {Reason}. A form holds the parts 'name', 'link' and 'file'.");
