namespace Insek.Office.Dev.Setup;

/// <summary>A lock between processes; the system releases it when its holder dies.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    public static FileLock? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            // The file stays: whoever deletes a lock file may delete the one that another has just taken.
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static async Task<FileLock> WaitAsync(string path, Action onWait, CancellationToken cancellationToken)
    {
        var taken = TryTake(path);
        if (taken is null)
        {
            onWait();
        }

        while (taken is null)
        {
            await Task.Delay(Interval, cancellationToken);
            taken = TryTake(path);
        }

        return taken;
    }

    public void Dispose() => _stream.Dispose();
}
