using Parley.Ledger;
using Parley.Lines.Notices;
using Parley.Lines.Plans;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Plans;

public sealed class PlanCalendarTests
{
    private static readonly DateTimeOffset Start = new(2027, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly NoticeSpan All = new(Start.AddDays(-30), Start.AddDays(365));

    [Fact]
    public void Rows_stand_in_order_of_their_start_with_what_is_planned_among_them()
    {
        var calendar = Of([Line("hot", Said("a1", "astra", 10, 20), Said("b1", "boreal", 0, 5))], [Planned(1, 5, 7)]);
        Assert.Equal(["b1", "plan 1", "a1"], calendar.Rows.Select(Name));
        Assert.Equal([true, false, true], calendar.Rows.Select(r => r.IsOpen));
        Assert.Empty(calendar.Overlaps);
        Assert.Equal((0, 0L), (calendar.RowsLeftOut, calendar.OverlapsLeftOut));
    }

    [Fact]
    public void Activities_of_different_parties_with_a_common_time_overlap_and_those_that_touch_do_not()
    {
        var calendar = Of(
            [Line("hot", Said("a1", "astra", 0, 10), Said("b1", "boreal", 9, 20), Said("b2", "boreal", 10, 12)), Line("warm", Said("c1", "celt", 19, 30))], [Planned(1, 0, 1)]);
        Assert.Equal(["a1 b1", "b1 c1"], calendar.Overlaps.Select(o => $"{Name(o.One)} {Name(o.Other)}"));
        Assert.Equal([new NoticeSpan(Start.AddDays(9), Start.AddDays(10)), new NoticeSpan(Start.AddDays(19), Start.AddDays(20))], calendar.Overlaps.Select(o => o.Common));
    }

    [Fact]
    public void What_we_plan_overlaps_what_others_announced_and_not_what_we_did()
    {
        var calendar = Of([Line("hot", Said("a1", "astra", 0, 10), Said("b1", "boreal", 0, 10))], [Planned(1, 2, 3)]);
        Assert.Equal(["a1 b1", "b1 plan 1"], calendar.Overlaps.Select(o => $"{Name(o.One)} {Name(o.Other)}"));
    }

    [Fact]
    public void What_is_cancelled_is_shown_and_overlaps_nothing()
    {
        var cancels = SampleFormat.Format with { Id = "cancel", Effect = NoticeEffect.Cancels, Regards = ["rocket"] };
        var cancel = Said("c", "astra", 0, 1) with { Format = cancels, Regards = ["a1"] };
        var calendar = Of([Line("hot", Said("a1", "astra", 0, 10), Said("b1", "boreal", 0, 10), cancel)], []);
        Assert.Equal([EventState.Cancelled, EventState.Announced], calendar.Rows.Select(r => r.State));
        Assert.Empty(calendar.Overlaps);
    }

    [Fact]
    public void Only_what_has_a_time_within_the_period_is_told()
    {
        var lines = new[] { Line("hot", Said("a1", "astra", 0, 10), Said("b1", "boreal", 10, 20), Said("b2", "boreal", 20, 30)) };
        var calendar = PlanCalendar.Of(lines, [], "astra", new(Start.AddDays(10), Start.AddDays(20)));
        Assert.Equal(["b1"], calendar.Rows.Select(Name));
    }

    [Fact]
    public void An_instant_overlaps_what_holds_it()
    {
        var at = new NoticeSpan(Start, Start);
        Assert.True(at.Overlaps(at));
        Assert.True(at.Overlaps(new(Start, Start.AddDays(1))));
        Assert.False(at.Overlaps(new(Start.AddDays(-1), Start)));
        Assert.True(new NoticeSpan(Start, Start.AddDays(1)).Covers(at));
        Assert.False(at.Covers(new(Start, Start.AddDays(1))));
    }

    [Fact]
    public void Overlaps_are_those_of_each_pair_held_against_each_other()
    {
        for (var round = 1; round <= 50; round++)
        {
            // Each round strides differently over days, lengths and parties, so that all ways to lie to each other come up.
            List<NoticeSaid> said = [.. Enumerable.Range(0, 40).Select(i =>
            {
                var from = i * round * 7 % 60;
                return Said($"n{i}", ((string[])["astra", "boreal", "celt"])[(i * round + i / 3) % 3], from, from + 1 + i * (round + 5) % 12);
            })];
            var calendar = Of([Line("hot", [.. said])], []);
            var expected = from one in calendar.Rows from other in calendar.Rows
                           where string.CompareOrdinal(one.Entry, other.Entry) < 0 && one.Party != other.Party && one.Span.Overlaps(other.Span)
                           select Pair(one, other);
            Assert.Equal(expected.Order(StringComparer.Ordinal), calendar.Overlaps.Select(o => Pair(o.One, o.Other)).Order(StringComparer.Ordinal));
            Assert.Equal(0, calendar.OverlapsLeftOut);
            Assert.Equal(calendar.Overlaps.Select(o => o.Common.From).Order(), calendar.Overlaps.Select(o => o.Common.From));
        }

        static string Pair(CalendarRow one, CalendarRow other) => string.Join(' ', new[] { one.Entry, other.Entry }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_too_much_is_counted()
    {
        List<NoticeSaid> said = [.. Enumerable.Range(0, Bounds.CalendarRows + 3).Select(i => Said($"n{i}", i % 2 == 0 ? "astra" : "boreal", 0, 10))];
        var calendar = Of([Line("hot", [.. said])], []);
        Assert.Equal((Bounds.CalendarRows, 3), (calendar.Rows.Count, calendar.RowsLeftOut));
        Assert.Equal(Bounds.CalendarOverlaps, calendar.Overlaps.Count);
        Assert.Equal(1002L * 1001 - Bounds.CalendarOverlaps, calendar.OverlapsLeftOut);
    }

    private static PlanCalendar Of(IEnumerable<CalendarLine> lines, IEnumerable<Plan> plans) => PlanCalendar.Of(lines, plans.Select(p => (p, "")), "astra", All);

    private static string Name(CalendarRow row) => row.Entry ?? $"plan {row.Plan}";

    private static CalendarLine Line(string line, params NoticeSaid[] said) => new(line, NoticeFold.Of(said).Matters);

    private static Plan Planned(int number, int from, int until) => new(
        number, null, "Quiet Harbour", "", Timestamp.From(Start.AddDays(from)), Timestamp.From(Start.AddDays(until)), [], "", "ann", Timestamp.From(Start));

    private static NoticeSaid Said(string entry, string party, int from, int until) => new(
        entry, party, SampleFormat.Format,
        SampleFormat.Saying("window", $"{FieldText.OfTime(Start.AddDays(from))} {FieldText.OfTime(Start.AddDays(until))}"), [], null);
}
