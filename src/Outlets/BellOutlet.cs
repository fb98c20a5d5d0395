using Parley.Station.Alarms;

namespace Parley.Outlets;

/// <summary>The bell of the terminal in which the station runs, and one line.</summary>
/// <param name="terminal">Null where there is no terminal.</param>
internal sealed class BellOutlet(string name, TimeSpan timeout, TextWriter? terminal) : IOutlet
{
    private const string Bell = "\a\a\a";

    public AlarmOutlet About { get; } = new(name, "bell", "the terminal of 'parley run'");

    public TimeSpan Timeout => timeout;

    public Task<string?> Ring(AlarmRing ring, CancellationToken cancel)
    {
        if (terminal is null)
            return Task.FromResult<string?>("the station does not run in a terminal");
        try
        {
            terminal.Write($"{Bell}{RingText.Line(ring)}{Environment.NewLine}");
            terminal.Flush();
            return Task.FromResult<string?>(null);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            return Task.FromResult<string?>("the terminal is gone");
        }
    }
}
