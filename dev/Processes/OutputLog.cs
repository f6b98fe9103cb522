namespace Insek.Office.Dev.Processes;

/// <summary>Writes what a process says to a file and remembers the end of it.</summary>
internal sealed class OutputLog : IDisposable
{
    private const int Remembered = 20;

    private readonly Lock _gate = new();
    private readonly Queue<string> _last = new();
    private readonly StreamWriter _writer;
    private readonly Action<string>? _onLine;

    public OutputLog(string path, Action<string>? onLine = null)
    {
        Path = path;
        _onLine = onLine;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        _writer = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            AutoFlush = true,
        };
    }

    public string Path { get; }

    /// <summary>The last lines, the oldest first; at most 20.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_gate)
            {
                return [.. _last];
            }
        }
    }

    /// <summary>Reads until the stream ends: the process, or the last of those that inherited the stream, has closed it.</summary>
    public async Task PumpAsync(StreamReader source)
    {
        while (await source.ReadLineAsync() is { } line)
        {
            Add(line);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _writer.Dispose();
        }
    }

    private void Add(string line)
    {
        lock (_gate)
        {
            // A grandchild may still write after the log was closed; nobody waits for those lines.
            if (!_writer.BaseStream.CanWrite)
            {
                return;
            }

            _writer.WriteLine(line);
            if (line.Length > 0)
            {
                _last.Enqueue(line);
            }

            if (_last.Count > Remembered)
            {
                _last.Dequeue();
            }
        }

        _onLine?.Invoke(line);
    }
}
