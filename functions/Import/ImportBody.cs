using System.Text.Json;
using System.Text.Json.Serialization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Hosting;
using Microsoft.OpenApi;

namespace Insek.Office.Functions.Import;

/// <summary>A body of an import, taken apart: the file itself, or a form of the file and the mapping by which it is read.</summary>
internal sealed class ImportBody : IAsyncDisposable
{
    private const int MaxMappingBytes = 4_000_000;

    private static readonly ContractsJson _json = new(new JsonSerializerOptions(ContractsJson.Default.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    });

    private readonly FileStream? file;

    private ImportBody(ImportUpload upload, FileStream? file) => (Upload, this.file) = (upload, file);

    public ImportUpload Upload { get; }

    /// <summary>Reads a spooled body.</summary>
    /// <returns>The upload, to be disposed; or why the form cannot be read.</returns>
    public static async Task<Result<ImportBody>> ReadAsync(HttpRequest request, ImportFormat format, FileStream body, CancellationToken cancellationToken)
    {
        if (!MultipartForm.Is(request))
        {
            return new ImportBody(new ImportUpload(format, body), null);
        }

        var form = new Form();
        Refusal? refusal;
        try
        {
            refusal = await MultipartForm.ReadAsync(request, body, form.TakeAsync, reason => new InvalidForm(reason), cancellationToken) ?? form.Refusal;
        }
        catch (JsonException json)
        {
            refusal = new InvalidMapping(json.Path, (json.LineNumber ?? -1) + 1);
        }

        if (refusal is not null)
        {
            await form.DisposeAsync();
            return refusal;
        }

        return form.File is { } file
            ? new ImportBody(new ImportUpload(ImportFormat.List, file) { Name = form.Name, Mapping = form.Mapping }, file)
            : new InvalidForm("it has no part 'file'");
    }

    public ValueTask DisposeAsync() => file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed class Form : IAsyncDisposable
    {
        public FileStream? File { get; private set; }

        public string? Name { get; private set; }

        public ListMapping? Mapping { get; private set; }

        public Refusal? Refusal { get; private set; }

        // What is wrong with a mapping is said once the form has proved whole.
        public async Task<Refusal?> TakeAsync(FormPart part, CancellationToken cancellationToken)
        {
            switch (part.Name)
            {
                case "file" when File is null:
                    File = Spool.Open();
                    await part.Body.CopyToAsync(File, cancellationToken);
                    File.Position = 0;
                    Name = part.FileName is { } name ? Path.GetFileNameWithoutExtension(name.Replace('\\', '/')) : null;
                    break;
                case "mapping" when Mapping is null:
                    Mapping = await ReadMappingAsync(part.Body, cancellationToken);
                    break;
            }

            return null;
        }

        public ValueTask DisposeAsync() => File?.DisposeAsync() ?? ValueTask.CompletedTask;

        private async Task<ListMapping?> ReadMappingAsync(Stream stream, CancellationToken cancellationToken)
        {
            using var bytes = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (var read = await stream.ReadAsync(buffer, cancellationToken); read > 0 && bytes.Length <= MaxMappingBytes; read = await stream.ReadAsync(buffer, cancellationToken))
            {
                bytes.Write(buffer, 0, read);
            }

            if (bytes.Length > MaxMappingBytes)
            {
                Refusal = new InvalidForm(FormattableString.Invariant($"its mapping is larger than {MaxMappingBytes} bytes"));
                return null;
            }

            if (bytes.Length == 0)
            {
                return null;
            }

            var mapping = JsonSerializer.Deserialize(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), _json.ListMapping);
            Refusal = mapping is null ? new InvalidMapping("$", 1) : mapping.Version is not ListMapping.CurrentVersion ? new UnsupportedMappingVersion(mapping.Version) : null;
            return mapping;
        }
    }
}

/// <summary>A form that cannot be read.</summary>
internal sealed record InvalidForm(string Reason) : Refusal(RefusalKind.Invalid, "invalid-form", $"The form cannot be read: {Reason}. It holds the parts 'file' and 'mapping'.");

/// <summary>A mapping file that is not the JSON it should be.</summary>
internal sealed record InvalidMapping(string? Path, long Line) : Refusal(RefusalKind.Invalid, "invalid-mapping", $"The mapping cannot be read: something is wrong at {Path ?? "$"}, line {Line}.");

/// <summary>A mapping file in a version that is not known here.</summary>
internal sealed record UnsupportedMappingVersion(int Version) : Refusal(RefusalKind.Invalid, "unsupported-mapping-version", $"Version {Version} of a mapping is not supported.");

/// <summary>What the OpenAPI document says of the form.</summary>
internal static class ListUploadDescription
{
    public static RouteHandlerBuilder WithListUpload(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer(async (operation, context, cancellationToken) =>
    {
        var mapping = await context.GetOrCreateSchemaAsync(typeof(ListMapping), cancellationToken: cancellationToken);
        context.Document?.AddComponent(nameof(ListMapping), mapping);
        if (operation.RequestBody?.Content is not { } content)
        {
            return;
        }

        content[MultipartForm.MediaType] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "file" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "The list: CSV, text or .xlsx, told by its content." },
                    ["mapping"] = new OpenApiSchemaReference(nameof(ListMapping), context.Document),
                },
            },
            Encoding = new Dictionary<string, OpenApiEncoding> { ["mapping"] = new() { ContentType = "application/json" } },
        };
    });
}
