using Parley.Console.Observations;
using Parley.Console.Words;
using Parley.Lines.Observations;
using static Parley.Console.Tests.Observations.SomeObservations;

namespace Parley.Console.Tests.Observations;

/// <summary>What was seen, laid out over time.</summary>
public sealed class SeenRowsTests
{
    private static readonly Language English = Languages.Read(null).English;

    [Fact]
    public void A_row_is_of_a_kind_or_of_a_party_and_one_of_nobody_stands_last()
    {
        var seen = new[] { Seen(3, party: null), Seen(2, kind: ObservationKind.Ships, party: "corvia"), Seen(1) };
        var kinds = SeenRows.Of(seen, Now.AddHours(-10), Now, false, English).Rows;
        Assert.Equal(["track that may be a missile or rocket", "ships"], kinds.Select(r => r.Label));
        Assert.Equal([1, 3], kinds[0].Marks.Select(m => m.Number));
        Assert.Equal(["boreal", "corvia", "not known whose"], SeenRows.Of(seen, Now.AddHours(-10), Now, true, English).Rows.Select(r => r.Label));
    }

    [Fact]
    public void A_mark_stands_where_its_time_is_and_nothing_is_left_out()
    {
        var marks = SeenRows.Of([Seen(1, hoursAgo: 5, minutes: 60), Seen(2, hoursAgo: 99), Seen(3, hoursAgo: -9)], Now.AddHours(-10), Now, false, English).Rows.Single().Marks;
        Assert.Equal([(2, 0, 0), (1, 5000, 1000), (3, 10000, 0)], marks.Select(m => (m.Number, m.At, m.Long)));
        Assert.Equal("1 track that may be a missile or rocket, 2026-11-26 05:00Z: Unexplained", marks[1].Title);
        Assert.Equal("12.34%", SeenRows.Percent(1234));
    }

    [Fact]
    public void Times_below_are_days_or_hours()
    {
        Assert.Equal(["06:00Z", "07:00Z", "08:00Z", "09:00Z", "10:00Z"], SeenRows.Of([], Now.AddHours(-4), Now, false, English).Ticks.Select(t => t.Text));
        Assert.Equal(["11-18", "11-20", "11-22", "11-24", "11-26"], SeenRows.Of([], Now.AddDays(-8), Now, false, English).Ticks.Select(t => t.Text));
        Assert.Empty(SeenRows.Of([Seen(1)], Now, Now, false, English).Ticks);
    }
}
