using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Notices;
using Parley.Lines.Plans;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Plans;

public sealed class PlanTests
{
    private static readonly DateTimeOffset Start = new(2027, 11, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly Plan Plan = new(
        7, new LineId(Digest.Of([1])), "Quiet Harbour 27", "rocket", Timestamp.From(Start), Timestamp.From(Start.AddHours(48)), [Sign.AlertWords, Sign.RadioSilence],
        "Two headquarters.\nNo troops.", "ann", Timestamp.From(Start.AddDays(-30)));

    [Fact]
    public void Is_read_as_it_was_kept_and_strictly()
    {
        Strict.Check(Plan.Encode(), b => Plan.Parse(Plan.Id, b)?.Encode());
        Assert.Equal(Plan, Plan.Parse("000007", Plan.Encode()));
        var bare = Plan with { Line = null, Format = "", Signs = [], Note = "" };
        Assert.Equal(bare, Plan.Parse("000007", bare.Encode()));
        foreach (var id in (string[])["7", "000000", "0000007", "-00007", "plan"])
            Assert.Null(Plan.Parse(id, Plan.Encode()));
    }

    [Theory]
    [InlineData(PlanFlaw.Title, "")]
    [InlineData(PlanFlaw.Title, "Two\nlines")]
    [InlineData(PlanFlaw.Format, "Not an id")]
    [InlineData(PlanFlaw.Times, "")]
    [InlineData(PlanFlaw.Signs, "")]
    [InlineData(PlanFlaw.Note, "\u0007")]
    public void A_flaw_is_named_and_never_read(PlanFlaw flaw, string text)
    {
        var wrong = flaw switch
        {
            PlanFlaw.Title => Plan with { Title = text },
            PlanFlaw.Format => Plan with { Format = text },
            PlanFlaw.Times => Plan with { End = Plan.Start },
            PlanFlaw.Signs => Plan with { Signs = [Sign.RadioSilence, Sign.AlertWords] },
            _ => Plan with { Note = text },
        };
        Assert.Equal(flaw, wrong.Flaw());
        Assert.Null(Plan.Parse(wrong.Id, wrong.Encode()));
    }

    [Fact]
    public void Lengths_are_bounded()
    {
        Assert.Null((Plan with { Title = new string('a', Bounds.PlanTitleLength), Note = new string('a', Bounds.PlanNoteLength) }).Flaw());
        Assert.Equal(PlanFlaw.Title, (Plan with { Title = new string('a', Bounds.PlanTitleLength + 1) }).Flaw());
        Assert.Equal(PlanFlaw.Note, (Plan with { Note = new string('a', Bounds.PlanNoteLength + 1) }).Flaw());
    }

    [Fact]
    public void The_notice_is_due_the_lead_before_the_start()
    {
        // The form asks for a day.
        var by = Start.AddDays(-1);
        Assert.Equal((PlanStanding.Due, by), Of(by));
        Assert.Equal((PlanStanding.Overdue, by), Of(by.AddMinutes(1)));
        Assert.Equal((PlanStanding.Due, Start), Of(Start, SampleFormat.Format with { Clocks = new(null, null, null, null, []) }));
        Assert.Equal((PlanStanding.NoFormat, null), Of(Start, plan: Plan with { Format = "" }));
        var unknown = PlanDues.Of(Plan, null, [], Start);
        Assert.Equal((PlanStanding.NotAgreed, null), (unknown.Standing, unknown.By));
    }

    [Fact]
    public void An_announcement_in_that_form_that_overlaps_it_meets_the_due()
    {
        Assert.Equal(PlanStanding.Announced, Of(Start, said: Said(0, 48)).Standing);
        Assert.Equal(PlanStanding.AnnouncedInPart, Of(Start, said: Said(0, 47)).Standing);
        Assert.Equal(PlanStanding.Overdue, Of(Start, said: Said(48, 60)).Standing);
        Assert.Equal(PlanStanding.Overdue, Of(Start, said: Said(0, 48, SampleFormat.Format with { Id = "balloon" })).Standing);
        Assert.Equal(["n1"], PlanDues.Of(Plan, SampleFormat.Format, NoticeFold.Of([Said(0, 48)]).Matters, Start).Announced);
    }

    [Fact]
    public void A_start_at_the_beginning_of_all_time_has_a_due()
    {
        var first = Plan with { Start = Timestamp.MinValue };
        Assert.Equal(new DateTimeOffset(1969, 12, 31, 0, 0, 0, TimeSpan.Zero), PlanDues.Of(first, SampleFormat.Format, [], Start).By);
    }

    private static (PlanStanding Standing, DateTimeOffset? By) Of(DateTimeOffset now, NoticeFormat? format = null, Plan? plan = null, params NoticeSaid[] said)
    {
        var due = PlanDues.Of(plan ?? Plan, format ?? SampleFormat.Format, NoticeFold.Of(said).Matters, now);
        return (due.Standing, due.By);
    }

    private static NoticeSaid Said(int from, int until, NoticeFormat? format = null) => new(
        "n1", "astra", format ?? SampleFormat.Format,
        SampleFormat.Saying("window", $"{FieldText.OfTime(Start.AddHours(from))} {FieldText.OfTime(Start.AddHours(until))}"), [], null);
}
