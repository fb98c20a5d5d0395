using FsCheck;
using FsCheck.Fluent;

namespace Parley.Ledger.Tests;

public sealed class TimestampTests
{
    [Theory]
    [InlineData(0, "1970-01-01T00:00:00.000Z")]
    [InlineData(1_795_348_800_000, "2026-11-22T12:00:00.000Z")]
    [InlineData(1_709_164_800_007, "2024-02-29T00:00:00.007Z")]
    [InlineData(Bounds.MaxUnixMilliseconds, "9999-12-31T23:59:59.999Z")]
    public void Writes_and_reads_one_spelling(long milliseconds, string text)
    {
        Assert.Equal(text, new Timestamp(milliseconds).ToString());
        Assert.True(Timestamp.TryParse(text, out var parsed));
        Assert.Equal(milliseconds, parsed.UnixMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-22")]
    [InlineData("2026-11-22T12:00:00Z")]
    [InlineData("2026-11-22T12:00:00.0Z")]
    [InlineData("2026-11-22T12:00:00.0000Z")]
    [InlineData("2026-11-22T12:00:00.000z")]
    [InlineData("2026-11-22t12:00:00.000Z")]
    [InlineData("2026-11-22 12:00:00.000Z")]
    [InlineData("2026-11-22T12:00:00.000+00:00")]
    [InlineData("2026-11-22T12:00:00.000")]
    [InlineData(" 2026-11-22T12:00:00.000Z")]
    [InlineData("2026-11-22T12:00:00.000Z ")]
    [InlineData("2026-11-22T12:00:00.000Z\n")]
    [InlineData("2026-11-22T24:00:00.000Z")]
    [InlineData("2026-11-22T12:00:60.000Z")]
    [InlineData("2025-02-29T00:00:00.000Z")]
    [InlineData("1969-12-31T23:59:59.999Z")]
    [InlineData("10000-01-01T00:00:00.000Z")]
    [InlineData("٢٠٢٦-11-22T12:00:00.000Z")]
    public void Refuses_every_other_spelling(string text) => Assert.False(Timestamp.TryParse(text, out _));

    [Fact]
    public void Every_instant_round_trips() => Prop.ForAll(Instants().ToArbitrary(), instant =>
        Timestamp.TryParse(instant.ToString(), out var parsed)
        && parsed == instant
        && Timestamp.From(instant.ToDateTimeOffset()) == instant)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Text_order_is_time_order() => Prop.ForAll(Instants().Two().ToArbitrary(), pair =>
    {
        var (a, b) = pair;
        var order = Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString()));
        return order == Math.Sign(a.CompareTo(b))
            && ((order < 0), (order > 0), (order <= 0), (order >= 0)) == ((a < b), (a > b), (a <= b), (a >= b));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Differences_add_back() => Prop.ForAll(Instants().Two().ToArbitrary(), pair =>
        pair.Item2 + (pair.Item1 - pair.Item2) == pair.Item1 && pair.Item1 - (pair.Item1 - pair.Item2) == pair.Item2)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_stops_at_both_ends()
    {
        Assert.Equal(Timestamp.MaxValue, Timestamp.MaxValue + TimeSpan.FromDays(1));
        Assert.Equal(Timestamp.MaxValue, Timestamp.MinValue + TimeSpan.MaxValue);
        Assert.Equal(Timestamp.MinValue, Timestamp.MinValue - TimeSpan.FromMilliseconds(1));
        Assert.Equal(Timestamp.MinValue, Timestamp.MaxValue + TimeSpan.MinValue);
        Assert.Equal(Timestamp.MaxValue, Timestamp.MinValue - TimeSpan.MinValue);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Bounds.MaxUnixMilliseconds + 1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Numbers_outside_the_years_are_refused(long milliseconds)
    {
        Assert.False(Timestamp.TryFrom(milliseconds, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Timestamp(milliseconds));
    }

    [Fact]
    public void Parts_of_a_millisecond_are_cut()
    {
        var instant = DateTimeOffset.UnixEpoch.AddTicks(TimeSpan.TicksPerMillisecond + 9_999).ToOffset(TimeSpan.FromHours(5));

        Assert.Equal(new Timestamp(1), Timestamp.From(instant));
    }

    private static Gen<Timestamp> Instants() =>
        from days in Gen.Choose(0, 2_932_895)
        from milliseconds in Gen.Choose(0, 86_399_999)
        select new Timestamp((days * 86_400_000L) + milliseconds);
}
