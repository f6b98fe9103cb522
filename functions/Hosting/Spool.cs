namespace Insek.Office.Functions.Hosting;

/// <summary>Temporary files for what is too large for memory. Gone when closed, and gone when the process is killed wherever the system allows it.</summary>
internal static class Spool
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Opens an empty temporary file for reading and writing.</summary>
    public static FileStream Open()
    {
        var path = Path.Combine(Path.GetTempPath(), $"insek-{Guid.NewGuid():N}.tmp");
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = BufferSize,
            Options = FileOptions.DeleteOnClose,
        });

        // A killed process closes nothing. Unix lets an open file go nameless at once; Windows deletes it when the handle goes.
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }

    /// <summary>Spools a request's body, at most <paramref name="maxBytes"/>, and answers the file at its beginning.</summary>
    /// <exception cref="BadHttpRequestException">The body is larger (413).</exception>
    public static async Task<FileStream> ReadBodyAsync(HttpRequest request, long maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        if (request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes;
        }

        var file = Open();
        try
        {
            await request.Body.CopyToAsync(file, BufferSize, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static BadHttpRequestException TooLarge(long maxBytes) =>
        new(FormattableString.Invariant($"The upload is larger than {maxBytes} bytes."), StatusCodes.Status413PayloadTooLarge);
}
