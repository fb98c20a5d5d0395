using Parley.Control.Calls;
using Parley.Control.Lines;
using Parley.Control.Silence;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Silence;

namespace Parley.Station.Tests.Silence;

/// <summary>Requests for calls as evidence: nobody takes a call, and the line is open all the same.</summary>
public sealed class CallSilenceTests
{
    private readonly Desk astra = new("astra", 1);
    private readonly Desk boreal = new("boreal", 2);
    private readonly Wire wire;

    public CallSilenceTests()
    {
        Desk.Introduce(astra, boreal);
        Clockwork.For(astra);
        Clockwork.For(boreal);
        wire = Desk.Connect(astra, boreal);
        astra.Do(new ProposeLine("hot", LineKind.Hot, LineMode.Live, ["boreal"], new TermsView(Counterparts: [Row("chiefs"), Row("ministers")])));
        Pass(5);
        boreal.Do(new AcceptLine("hot"));
        Pass(40);
    }

    [Fact]
    public void A_request_that_is_not_acknowledged_in_time_leaves_the_line_open()
    {
        Request("ministers");
        Pass(9 * 60);
        Assert.Equal("open", View().Title);
        Pass(2 * 60);
        Assert.Equal("line open; request unacknowledged", View().Title);
        Assert.Contains(View().Evidence, e => e.Text == "Call of ministers: their station has it, their staff has not acknowledged by the deadline.");
        Assert.Equal(("open", "line open; request unacknowledged"), (Pair("chiefs").Title, Pair("ministers").Title));
    }

    [Fact]
    public void Acknowledged_without_a_date_is_the_principal_and_a_refusal_is_a_refusal()
    {
        var (first, second) = (Request("ministers"), Request("chiefs"));
        boreal.Do(new AnswerCall("hot", first, CallAnswer.Acknowledge));
        boreal.Do(new AnswerCall("hot", second, CallAnswer.Decline, Reason: "none"));
        Pass(30);
        Assert.Equal("line open; call declined", View().Title);
        Pass(11 * 60);
        Assert.Equal("line open; principal not engaged / call declined", View().Title);
        Assert.Equal(["principal not engaged"], Pair("ministers").Causes);
        Assert.Equal(["call declined"], Pair("chiefs").Causes);
        Assert.Equal(MachineState.Working, View().Machines);
    }

    [Fact]
    public void A_request_that_never_came_says_nothing_of_people()
    {
        Desk.Cut(wire);
        Request("ministers");
        Pass(12 * 60);
        Assert.DoesNotContain("request unacknowledged", View().Causes);
        Assert.Contains("circuits cut", View().Causes);
    }

    [Fact]
    public void They_asked_and_the_next_word_is_ours()
    {
        Request("ministers");
        Pass(12 * 60);
        Assert.True(View(boreal).IsOursToMove);
        Assert.Empty(View(boreal).Causes);
        Assert.False(View().IsOursToMove);
    }

    [Fact]
    public void A_talk_ends_it_and_what_was_asked_before_counts_no_more()
    {
        var call = Request("ministers");
        Pass(12 * 60);
        Assert.NotEmpty(View().Causes);
        boreal.Do(new HoldCall("hot", call, In(-5), In(-1)));
        Pass(20);
        // They can say what they like of it.
        Assert.Equal("line open; principal not engaged", View().Title);
        Assert.Contains(View().Evidence, e => e.Text == "Call of ministers: they say that it was held; our side does not.");
        astra.Do(new HoldCall("hot", call, In(-5), In(-1)));
        Pass(20);
        Assert.Equal("open", View().Title);
        Assert.Equal(["request unacknowledged", "principal not engaged"], Assert.Single(View().Past).Causes);
    }

    private string Request(string pair)
    {
        var call = astra.Do(new RequestCall("hot", pair, "en", "The incident", CallMeans.Text, Precedence.Immediate, AnswerBy: In(10))).Released!;
        Pass(5);
        return call;
    }

    private string In(int minutes) => astra.Now.ToDateTimeOffset().AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private SilenceView View(Desk? desk = null) => Assert.Single((desk ?? astra).Do(new ListSilence("hot")));

    private PairSilenceView Pair(string pair) => View().Pairs.Single(p => p.Pair == pair);

    private void Pass(int seconds) => Clockwork.Pass(TimeSpan.FromSeconds(seconds), astra, boreal);

    private static CounterpartView Row(string pair) => new(pair,
    [
        new SeatView("astra", [new SeatNameView("en", "Minister", "Madam Minister")], [], "Europe/Paris", ["en"], true),
        new SeatView("boreal", [new SeatNameView("en", "Minister", "Mr Minister")], [], "Asia/Tokyo", ["ja"], true),
    ]);
}
