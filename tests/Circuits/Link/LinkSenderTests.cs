using Parley.Circuits.Link;
using Parley.Lines.Entries;

namespace Parley.Circuits.Tests.Link;

public sealed class LinkSenderTests(ITestOutputHelper output)
{
    private const long Second = 1_000_000;

    [Fact]
    public void A_flash_passes_a_backlog_at_9600_bits_within_two_seconds()
    {
        var line = new VirtualLine(rate: 1200, delay: 50_000, SendWindow.After(4096, 4 * Second));
        for (var i = 0; i < 100; i++)
            Assert.True(line.Side(0).TryGive(new byte[600], Precedence.Routine));
        line.RunUntil(() => line.Now >= 10 * Second);
        var given = line.Now;
        line.Side(0).TryGive(new byte[300], Precedence.Flash);
        line.RunUntil(() => line.Arrived.Any(a => a.Precedence == Precedence.Flash));
        output.WriteLine($"flash after {(line.Now - given) / 1000} ms, at most {line.MostInFlight} bytes in flight");
        Assert.InRange(line.Now - given, 0, 2_600_000);
        Assert.InRange(line.MostInFlight, 1, 3000);
        line.RunUntil(() => line.Arrived.Count == 101);
        Assert.InRange(line.Now, 50 * Second, 58 * Second);
    }

    [Theory]
    [InlineData(10_000_000, 1_000)]
    [InlineData(1_000_000, 300_000)]
    [InlineData(100_000, 700_000)]
    public void A_backlog_comes_to_use_most_of_the_line(int rate, int delay)
    {
        var line = new VirtualLine(rate, delay, SendWindow.After(4096, 3 * (2 * delay) + 1));
        void Refill()
        {
            while (line.Side(0).TryGive(new byte[20_000], Precedence.Routine))
            {
            }
        }

        line.RunUntil(() => { Refill(); return line.Now >= 30 * Second; });
        var before = line.Arrived.Count;
        line.RunUntil(() => { Refill(); return line.Now >= 35 * Second; });
        var share = (line.Arrived.Count - before) * 20_000.0 / 5 / rate;
        output.WriteLine($"{share:P0} of {rate} bytes a second at {2 * delay / 1000} ms; window {line.Side(0).Window}");
        Assert.InRange(share, 0.8, 1.01);
        Assert.InRange(line.Side(0).Window, 0, 1.2 * Math.Max(1.0, 1.5 * (2 * delay) / 1e6) * rate);
    }

    [Fact]
    public void A_message_with_its_receipt_is_two_packets()
    {
        var line = new VirtualLine(1_000_000, 500, Bounds.InitialWindow);
        line.RunUntil(() => line.RoundTrips.Count == 2);
        var before = line.Packets;
        line.Side(0).TryGive(new byte[500], Precedence.Flash);
        line.RunUntil(() => line.Arrived.Count == 1);
        line.Side(1).TryGive(new byte[150], Precedence.Flash);
        line.RunUntil(() => line.Arrived.Count == 2);
        var until = line.Now + (4 * Second);
        line.RunUntil(() => line.Now > until);
        Assert.Equal(2, line.Packets - before);
        Assert.Equal(0, line.Side(0).InFlight);
        Assert.Equal(152, line.Side(1).InFlight);

        // The last one rides on the next ping.
        until += 4 * Second;
        line.RunUntil(() => line.Now > until);
        Assert.Equal(0, line.Side(1).InFlight);
    }

    [Fact]
    public void What_nobody_answers_is_acknowledged_soon()
    {
        var line = new VirtualLine(1_000_000, 500, Bounds.InitialWindow);
        line.RunUntil(() => line.RoundTrips.Count == 2);
        line.Side(0).TryGive(new byte[1500], Precedence.Routine);
        line.RunUntil(() => line.Arrived.Count == 1);
        var arrived = line.Now;
        line.RunUntil(() => line.Side(0).InFlight == 0);
        Assert.InRange(line.Now - arrived, 40_000, 60_000);
    }

    [Fact]
    public void A_silent_side_is_given_up_after_fifteen_seconds_and_not_before()
    {
        var line = new VirtualLine(1_000_000, 500, Bounds.InitialWindow);
        line.RunUntil(() => line.RoundTrips.Count == 2);
        var until = line.Now + (60 * Second);
        line.RunUntil(() =>
        {
            Assert.True(line.Side(0).DeadAt > line.Now);
            return line.Now > until;
        });
        line.IsDead[1] = true;
        var cut = line.Now;
        line.RunUntil(() => line.Side(0).DeadAt <= line.Now);
        Assert.InRange(line.Now - cut, 10 * Second, 15 * Second);
    }

    [Fact]
    public void A_side_that_is_held_back_still_shows_that_it_lives()
    {
        var line = new VirtualLine(1_000_000, 500, Bounds.InitialWindow);
        line.RunUntil(() => line.RoundTrips.Count == 2);
        line.IsDead[0] = true;
        var until = line.Now + (60 * Second);
        line.RunUntil(() =>
        {
            line.Side(1).Heard(line.Now);
            Assert.True(line.Side(1).DeadAt > line.Now);
            return line.Now > until;
        });
        Assert.True(line.Side(0).DeadAt > line.Now);
    }

    [Fact]
    public void Foreign_answers_are_refused()
    {
        var sender = new LinkSender(Bounds.InitialWindow, 0);
        Assert.False(sender.TryPonged(0, 1, out _));
        Assert.False(sender.TryPonged(1, 1, out _));
        Assert.False(sender.TryAcknowledged(1, 1, out _));
        Assert.Equal(2, sender.Fill(new byte[Bounds.WriteSize], 1));
        Assert.False(sender.TryPonged(2, 1, out _));
        Assert.True(sender.TryPonged(1, 5, out var roundTrip));
        Assert.Equal(TimeSpan.FromMicroseconds(4), roundTrip);
        Assert.False(sender.TryPonged(1, 6, out _));
    }

    [Fact]
    public void A_flash_goes_beyond_the_window_by_little()
    {
        var sender = new LinkSender(Bounds.LeastWindow, 0);
        for (var i = 0; i < 10; i++)
            sender.TryGive(new byte[1000], Precedence.Routine);
        var output = new byte[Bounds.WriteSize];
        Assert.Equal(2, sender.Fill(output, 1));
        sender.Fill(output, 2);
        Assert.InRange(sender.InFlight, 1, Bounds.LeastWindow);
        for (var i = 0; i < 100; i++)
            sender.TryGive(new byte[3000], Precedence.Flash);
        while (sender.HasWork(2))
            sender.Fill(output, 2);
        Assert.InRange(sender.InFlight, Bounds.LeastWindow + 3000, Bounds.LeastWindow + Bounds.FlashBeyondWindow + 3010);
    }
}
