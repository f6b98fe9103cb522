using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Insek.Office.Dev.Processes;

/// <summary>Notices the death of the process that started this one, of which a system tells only processes that ask.</summary>
internal static class ParentWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public static Task RunAsync(Action onGone, CancellationToken cancellationToken) =>
        OperatingSystem.IsWindows() ? WaitForHandleAsync(onGone, cancellationToken) : PollAsync(onGone, cancellationToken);

    private static async Task PollAsync(Action onGone, CancellationToken cancellationToken)
    {
        // An orphan is handed to another process (init or a subreaper), so that its parent's id changes.
        var parent = ParentOnUnix();
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (ParentOnUnix() != parent)
                {
                    onGone();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // We are stopping anyway.
        }
    }

    private static async Task WaitForHandleAsync(Action onGone, CancellationToken cancellationToken)
    {
        try
        {
            using var self = Process.GetCurrentProcess();
            using var parent = Process.GetProcessById(ParentOnWindows(self.Handle));

            // Ids are used again: a "parent" younger than ourselves is a stranger, and the parent was gone before we looked.
            if (parent.StartTime <= self.StartTime)
            {
                await parent.WaitForExitAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (ArgumentException)
        {
            // No such process any more.
        }

        onGone();
    }

    private static int ParentOnWindows(nint process)
    {
        var status = NtQueryInformationProcess(process, 0, out var information, Marshal.SizeOf<ProcessBasicInformation>(), out _);
        return status == 0
            ? (int)information.InheritedFromUniqueProcessId
            : throw new InvalidOperationException($"The parent process could not be found: status {status}.");
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ParentOnUnix();

    [DllImport("ntdll.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int NtQueryInformationProcess(
        nint process, int informationClass, out ProcessBasicInformation information, int length, out int returned);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ProcessBasicInformation
    {
        public readonly nint ExitStatus;
        public readonly nint PebBaseAddress;
        public readonly nint AffinityMask;
        public readonly nint BasePriority;
        public readonly nint UniqueProcessId;
        public readonly nint InheritedFromUniqueProcessId;
    }
}
