using System.Globalization;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Lines;
using Parley.Control.Reports;
using Parley.Control.Stations;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Reports;
using Parley.Testing.Suites;

namespace Parley.Station.Tests.Operations;

/// <summary>Silence reports as a station makes them.</summary>
public sealed class ReportTests
{
    private static readonly SuiteZero Suite = new(0);
    private readonly Desk astra;
    private readonly Desk boreal;
    private readonly DateTimeOffset began;

    public ReportTests()
    {
        (astra, boreal, _) = Desk.Pair();
        astra.Do(new AmendLine("hot", new TermsView(Counterparts: [Row("ministers")])));
        Desk.Exchange(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Exchange(astra, boreal);
        began = new DateTimeOffset((astra.Now > boreal.Now ? astra.Now : boreal.Now).ToDateTimeOffset().Date, TimeSpan.Zero).AddDays(1);
        Later(0);
    }

    [Fact]
    public void It_tells_of_both_sides_and_verifies_with_nothing_else()
    {
        var ours = Ask(astra);
        var theirs = Ask(boreal);
        Later(3);
        var file = astra.Do(Sound());
        var verified = ReportFile.Verify(file.Bytes, id => id == Suite.Id ? Suite : null);
        Assert.Null(verified.Fault);
        var line = Assert.Single(verified.Report!.Lines);
        Assert.Equal((ours, theirs), (line.Requests[0].Entry.ToString(), line.Requests[1].Entry.ToString()));
        Assert.All(line.Requests, r => Assert.True(r.Legs[0].IsSilent));
        Assert.All(line.Requests, r => Assert.NotNull(r.Legs[0].ReceivedAt));
        Assert.Equal("hot", line.Input.Name);
        Assert.Equal(file.Mode == LineMode.Exercise, file.Name.StartsWith("EXERCISE-", StringComparison.Ordinal));
        // Who asked for it stands in the journal.
        var journal = Assert.IsType<Done<IReadOnlyList<JournalView>>>(astra.Ask(new ReadJournal(0, 500), "aud", Roles.Audit)).Answer;
        Assert.Contains(journal, r => r.Act == "Reported" && r.Officer is not null);
        // An answer of now does not reach back.
        boreal.Do(new AnswerCall("hot", ours, CallAnswer.Acknowledge));
        Desk.Exchange(astra, boreal);
        Assert.True(Line(astra.Do(Sound())).Requests[0].Legs[0].IsSilent);
        Later(4);
        Assert.Equal(RequestOutcome.Undated, Line(astra.Do(Sound() with { Until = Day(3) })).Requests[0].Outcome);
    }

    [Fact]
    public void A_year_is_reviewed_as_far_as_it_has_passed()
    {
        Ask(astra);
        Later(1);
        var year = began.Year;
        var report = ReportFile.Verify(astra.Do(new MakeSilenceReport(["hot"], Year: year)).Bytes, id => id == Suite.Id ? Suite : null).Report!;
        Assert.True(report.Frame.IsYear);
        Assert.Equal(astra.Now, report.Frame.Until);
        Assert.Equal(Refusal.TimeAhead, astra.Refusal(new MakeSilenceReport(["hot"], Year: year + 1)));
        Assert.Equal(Refusal.UnknownEntry, astra.Refusal(new MakeSilenceReport(["hot"], Year: year - 20)));
    }

    [Fact]
    public void What_cannot_be_reported_is_refused_by_name()
    {
        Later(3);
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(Sound() with { Lines = ["none"] }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(Sound() with { Until = null }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(Sound() with { From = "yesterday" }));
        Assert.Equal(Refusal.TimeWithoutZone, astra.Refusal(Sound() with { From = "2020-01-01T10:00" }));
        Assert.Equal(Refusal.TimeAhead, astra.Refusal(Sound() with { Until = Day(9) }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(Sound() with { From = Day(2), Until = Day(1) }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(Sound() with { Year = 2022 }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new MakeSilenceReport(["hot"], Year: 12)));
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(Sound(), "wat", Roles.Watch));
    }

    [Fact]
    public void Without_a_name_it_is_of_every_live_line_with_counterparts_or_checks()
    {
        Ask(astra);
        Later(3);
        var mode = astra.Do(new ListLines()).Single(l => l.Handle == "hot").Mode;
        if (mode == LineMode.Exercise)
            Assert.Equal(Refusal.UnknownLine, astra.Refusal(Sound() with { Lines = [] }));
        else
            Assert.Equal("hot", Line(astra.Do(Sound() with { Lines = [] })).Input.Name);
    }

    [Fact]
    public void Their_topic_is_told_under_a_charter_that_allows_it_and_from_then_on()
    {
        Ask(boreal);
        astra.Do(new AmendLine("hot", new TermsView(Publication: true)));
        Desk.Exchange(astra, boreal);
        Assert.True(boreal.Do(new ListLines()).Single(l => l.Handle == "hot").Proposal!.Terms.Publication);
        boreal.Do(new AcceptLine("hot"));
        Desk.Exchange(astra, boreal);
        Ask(boreal);
        Later(3);
        Assert.Equal([null, "The incident"], Line(astra.Do(Sound())).Requests.Select(r => r.Topic));
    }

    private LineClaims Line(ExportFile file)
    {
        var verified = ReportFile.Verify(file.Bytes, id => id == Suite.Id ? Suite : null);
        Assert.Null(verified.Fault);
        return Assert.Single(verified.Report!.Lines);
    }

    private string Ask(Desk desk)
    {
        var call = desk.Do(new RequestCall("hot", "ministers", "en", "The incident", CallMeans.Voice, Precedence.Immediate)).Released!;
        Desk.Exchange(astra, boreal);
        return call;
    }

    private MakeSilenceReport Sound() => new(["hot"], Day(0), Day(2));

    private string Day(int days) => began.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Later(int days) => astra.Now = boreal.Now = Ledger.Timestamp.From(began.AddDays(days));

    private static CounterpartView Row(string pair) => new(pair,
    [
        new SeatView("astra", [new SeatNameView("en", "Minister", "Madam Minister")], [], "Europe/Paris", ["en"], true),
        new SeatView("boreal", [new SeatNameView("en", "Minister", "Mr Minister")], [], "Asia/Tokyo", ["ja"], true),
    ]);
}
