namespace Parley.Browser.Tests;

/// <summary>The machine's clock, set forward while a test runs as if everybody had waited; timers that run go on by the machine's.</summary>
internal sealed class LaterTime : TimeProvider
{
    private long ticks;

    public void Pass(TimeSpan duration) => Interlocked.Add(ref ticks, duration.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ticks));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    // Both clocks go forward together: else the station would say that its clock was set, and not that time has passed.
    public override long GetTimestamp() => (long)(base.GetTimestamp() * ((double)TimestampFrequency / base.TimestampFrequency)) + Interlocked.Read(ref ticks);
}
