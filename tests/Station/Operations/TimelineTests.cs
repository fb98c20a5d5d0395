using System.Globalization;
using Parley.Control;
using Parley.Control.ByHand;
using Parley.Control.Calls;
using Parley.Control.Contacts;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Outside;
using Parley.Control.Timelines;
using Parley.Lines.Calls;
using Parley.Lines.Contacts;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Station.Tests.Operations;

/// <summary>What happened over all lines, item by item with its source.</summary>
public sealed class TimelineTests
{
    private readonly Desk astra;
    private readonly Desk boreal;
    private readonly DateTimeOffset began;

    public TimelineTests()
    {
        (astra, boreal, _) = Desk.Pair();
        astra.Do(new AmendLine("hot", new TermsView(Counterparts: [Row("ministers")], AnswerMinutes: [60, 60, 60, 60])));
        Exchange();
        boreal.Do(new AcceptLine("hot"));
        Exchange();
        began = new DateTimeOffset(astra.Now.ToDateTimeOffset().Date, TimeSpan.Zero).AddDays(1);
        Later(0);
    }

    [Fact]
    public void Everything_stands_in_order_of_its_time_with_its_source()
    {
        var message = astra.Say("Hello there.").Released!;
        Later(1);
        Assert.NotNull(astra.Do(new SendMessage("hot", Precedence.Immediate, "en", "What is it?", Answer: new(Minutes: 30))).Released);
        Later(2);
        astra.Do(new RequestCall("hot", "ministers", "en", "The incident", CallMeans.Voice, Precedence.Immediate));
        Later(3);
        astra.Do(new RecordContact("hot", "ministers", In(-500), In(-480), ContactMeans.Telephone, "Minister", "Minister"));
        Later(4);
        astra.Do(new EnterByHand("hot", "boreal", Parley.Lines.ByHand.Means.Telephone, Precedence.Routine, Language: "en", Text: "We are well."));
        Later(5);
        astra.Do(new AddOutside("hot", "The spokesman", astra.Now.ToDateTimeOffset(), "en", "No more.", "Gazette", OutsideDeclares.Suspended, "boreal"));
        Later(120);
        Exchange();

        var page = astra.Do(new ListTimeline("hot", From: In(0)));
        Assert.Equal(
            [
                (TimelineKind.Messages, TimelineSource.Signed), (TimelineKind.Questions, TimelineSource.Signed), (TimelineKind.Calls, TimelineSource.Signed),
                (TimelineKind.Contacts, TimelineSource.Signed), (TimelineKind.ByHand, TimelineSource.Signed), (TimelineKind.Outside, TimelineSource.Outside),
                (TimelineKind.Questions, TimelineSource.Computed), (TimelineKind.Calls, TimelineSource.Computed),
            ],
            page.Items.Where(i => i.Kind != TimelineKind.Silence).Select(i => (i.Kind, i.Source)));
        Assert.Equal(message, page.Items[0].Entry);
        Assert.Contains("entry O", page.Items[0].Label, StringComparison.Ordinal);
        Assert.Equal("IMMEDIATE", page.Items[1].Mark);
        Assert.Contains("AN ANSWER IS ASKED FOR", page.Items[1].Text, StringComparison.Ordinal);
        Assert.Equal("boreal", page.Items.Single(i => i.Kind == TimelineKind.ByHand).Party);
        Assert.Contains("unauthenticated", page.Items.Single(i => i.Kind == TimelineKind.Outside).Label, StringComparison.Ordinal);
        Assert.Contains("neither yes nor no", page.Items.Single(i => i.Text.StartsWith("NO ANSWER", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Equal(page.Items.OrderBy(i => i.At).Select(i => i.At), page.Items.Select(i => i.At));

        // The other side has the signed ones and what follows from them, and nothing of what is ours alone.
        var theirs = boreal.Do(new ListTimeline("hot", From: In(0))).Items;
        Assert.DoesNotContain(theirs, i => i.Kind == TimelineKind.Outside);
        Assert.Contains(theirs, i => i.Text.StartsWith("UNACKNOWLEDGED", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_on_the_charter_are_said_in_words()
    {
        astra.Do(new SuspendLine("hot"));
        Later(1);
        astra.Do(new ResumeLine("hot"));
        var texts = Texts(new ListTimeline("hot", Kinds: "charter"));
        Assert.StartsWith("CHARTER PROPOSED", texts[0], StringComparison.Ordinal);
        Assert.Contains(texts, t => t.StartsWith("Proposed charter accepted", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.StartsWith("CHARTER ADOPTED", StringComparison.Ordinal));
        Assert.Equal(["LINE SUSPENDED, by this party's word.", "LINE RESUMED, by this party's word."], texts[^2..]);
    }

    [Fact]
    public void What_is_asked_for_is_shown_and_nothing_else()
    {
        astra.Say("One.");
        Later(10);
        boreal.Say("Two.");
        Exchange();
        Later(20);
        Assert.Equal(["One.", "Two."], Texts(new ListTimeline("hot", Kinds: "messages")));
        Assert.Equal(["Two."], Texts(new ListTimeline("hot", Parties: "boreal", Kinds: "messages")));
        Assert.Equal(["Two."], Texts(new ListTimeline("hot", Kinds: "messages", From: In(5))));
        Assert.Equal(["One."], Texts(new ListTimeline("hot", Kinds: "messages", To: In(5))));
        Assert.Empty(Texts(new ListTimeline("hot", Kinds: "checks,by-hand")));
        // A question alone is found though it is a message.
        astra.Do(new SendMessage("hot", Precedence.Routine, "en", "Why?", Answer: new(Minutes: 30)));
        Assert.Contains("Why?", Assert.Single(Texts(new ListTimeline("hot", Kinds: "Questions"))), StringComparison.Ordinal);
        // Without a line: all live ones, the crews' among them.
        Assert.Equal(["hot", "operator:boreal"], astra.Do(new ListTimeline()).Lines.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("hot")]
    [InlineData("a|b")]
    public void Pages_hand_on_everything_once(string line)
    {
        if (line != "hot")
        {
            astra.Do(new ProposeLine(line, LineKind.Hot, LineMode.Live, ["boreal"], null));
            Exchange();
            boreal.Do(new AcceptLine(line));
            Exchange();
        }

        for (var i = 0; i < 7; i++)
        {
            astra.Do(new SendMessage(line, Precedence.Routine, "en", $"word {i}"));
            Later(i + 1);
        }

        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = astra.Do(new ListTimeline(line, Kinds: "messages", Before: cursor, Limit: 3));
            found.InsertRange(0, page.Items.Select(i => i.Text));
            cursor = page.Before;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"word {i}"), found);
    }

    [Fact]
    public void Live_and_exercise_never_stand_together()
    {
        astra.Do(new ProposeLine("play", LineKind.Hot, LineMode.Exercise, ["boreal"], null));
        Exchange();
        boreal.Do(new AcceptLine("play"));
        Exchange();
        astra.Do(new SendMessage("play", Precedence.Routine, "en", "Pretend."));
        var page = astra.Do(new ListTimeline(Exercise: true, Kinds: "messages"));
        Assert.Equal((LineMode.Exercise, "Pretend."), (page.Mode, Assert.Single(page.Items).Text));
        Assert.True(page.Items[0].Exercise);
        Assert.DoesNotContain(astra.Do(new ListTimeline()).Items, i => i.Text == "Pretend.");
        Assert.Equal(LineMode.Exercise, astra.Do(new ListTimeline("play")).Mode);
        Assert.True(astra.Do(new AddOutside("play", "The spokesman", astra.Now.ToDateTimeOffset(), "en", "No more.", "Gazette")).Exercise);
        Assert.False(astra.Do(new AddOutside("hot", "The spokesman", astra.Now.ToDateTimeOffset(), "en", "No more.", "Gazette")).Exercise);
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListTimeline("hot,play")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new PlotContacts("hot,play")));
    }

    [Fact]
    public void What_cannot_be_shown_is_refused_by_name()
    {
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new ListTimeline("none")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListTimeline(Limit: 0)));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListTimeline(Limit: 501)));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListTimeline(Before: "here")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListTimeline(Parties: "No Party")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListTimeline(Kinds: "99")));
        Assert.Equal(Refusal.TimeWithoutZone, astra.Refusal(new ListTimeline(From: "2020-01-01T10:00")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListTimeline(To: "later")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListTimeline(From: In(0), To: In(-5))));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListTimeline(From: "1980-01-01T00:00Z")));
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new PlotContacts("none")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new PlotContacts(From: "1980-01-01T00:00Z")));
    }

    [Fact]
    public void Days_since_contact_grow_day_by_day_until_the_next_talk_as_was_known_then()
    {
        astra.Do(new RecordContact("hot", "ministers", In(-60), In(-30), ContactMeans.Telephone, "Minister", "Minister"));
        Exchange();
        Later(3 * 24 * 60);
        boreal.Do(new AnswerContact("hot", Entry("contacts"), ContactAnswer.Confirmed));
        Exchange();
        Later((5 * 24 * 60) + 1);
        var points = Assert.Single(astra.Do(new PlotContacts("hot", From: In(-60)))).Points;
        Assert.Equal([(null, null), (null, 0), (null, 1), (null, 2), (3, null), (4, null), ((int?)5, (int?)null)], points.Select(p => (p.Days, p.OneSidedDays)));
        Assert.Equal(In(-60), points[0].At.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
        // A long time is drawn by longer steps.
        Assert.InRange(Assert.Single(astra.Do(new PlotContacts("hot", From: In(-360 * 24 * 60)))).Points.Count, 60, 121);
    }

    private string Entry(string kind) => astra.Do(new ListTimeline("hot", Kinds: kind)).Items.Single().Entry!;

    private List<string> Texts(ListTimeline operation) => [.. astra.Do(operation).Items.Select(i => i.Text)];

    private void Exchange() => Desk.Exchange(astra, boreal);

    private DateTimeOffset At(int minutes) => began.AddMinutes(minutes);

    private string In(int minutes) => At(minutes).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private void Later(int minutes) => astra.Now = boreal.Now = Ledger.Timestamp.From(At(minutes));

    private static CounterpartView Row(string pair) => new(pair,
    [
        new SeatView("astra", [new SeatNameView("en", "Minister", "Madam Minister")], [], "Europe/Paris", ["en"], false),
        new SeatView("boreal", [new SeatNameView("en", "Minister", "Mr Minister")], [], "Asia/Tokyo", ["ja"], false),
    ]);
}
