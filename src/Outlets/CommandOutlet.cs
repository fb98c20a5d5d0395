using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Parley.Station.Alarms;

namespace Parley.Outlets;

/// <summary>A program on this machine. Its arguments are those of the settings; what rings stands in its environment as <c>PARLEY_ALARM_KIND</c> and so on. Of the
/// station's own environment it gets the few members that any program needs, for the rest may hold secrets.</summary>
internal sealed class CommandOutlet(string name, IReadOnlyList<string> command, TimeSpan timeout) : IOutlet
{
    private static readonly string[] Kept = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "SystemRoot", "XDG_RUNTIME_DIR"];

    public AlarmOutlet About { get; } = new(name, "command", command[0]);

    public TimeSpan Timeout => timeout;

    public async Task<string?> Ring(AlarmRing ring, CancellationToken cancel)
    {
        using var process = new Process { StartInfo = Start(ring) };
        try
        {
            process.Start();
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or IOException)
        {
            return $"it does not start: {fault.Message}";
        }

        process.StandardInput.Close();
        // What it prints is nobody's; it must not wait for a reader.
        _ = Drain(process.StandardOutput.BaseStream);
        _ = Drain(process.StandardError.BaseStream);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(timeout);
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return string.Create(CultureInfo.InvariantCulture, $"it did not end within {timeout.TotalSeconds} s");
        }

        return process.ExitCode == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"it ended with exit code {process.ExitCode}");
    }

    private ProcessStartInfo Start(AlarmRing ring)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var member in Kept)
        {
            if (Environment.GetEnvironmentVariable(member) is { } value)
                start.Environment[member] = value;
        }

        foreach (var (member, value) in RingText.Members(ring))
            start.Environment[$"PARLEY_ALARM_{member.ToUpperInvariant()}"] = value;
        return start;
    }

    private static async Task Drain(Stream stream)
    {
        try
        {
            await stream.CopyToAsync(Stream.Null);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // It was closed with the process.
        }
    }
}
