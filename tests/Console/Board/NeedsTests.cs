using Parley.Console.Board;
using Parley.Console.Words;
using Parley.Control.Calls;
using Parley.Control.Contacts;
using Parley.Control.Questions;
using Parley.Control.Stations;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Questions;
using static Parley.Console.Tests.Calls.SomeCalls;

namespace Parley.Console.Tests.Board;

public sealed class NeedsTests
{
    private static readonly Language English = Languages.Read(null).English;

    [Fact]
    public void A_request_to_us_is_ours_until_its_deadline_and_overdue_after_it()
    {
        var call = Call(CallState.Received, "boreal", "astra");
        var need = Assert.Single(Ours(State([call])));
        Assert.Equal((Press.Now, At(30), "calls/principals/boreal/3f/ordinary/4"), (need.Press, need.Due, need.Link));
        Assert.Equal(Press.Overdue, Assert.Single(Ours(State([call with { Deadline = At(-1) }]))).Press);
    }

    [Fact]
    public void A_request_of_ours_waits_for_them_and_is_ours_again_when_it_stays_without_a_word()
    {
        var call = Call(CallState.Received);
        Assert.Empty(Ours(State([call])));
        Assert.Equal(Press.Later, Assert.Single(Theirs(State([call]))).Press);
        var overdue = State([call with { Overdue = true, Deadline = At(-1) }]);
        Assert.Equal(Press.Overdue, Assert.Single(Ours(overdue)).Press);
        Assert.Empty(Theirs(overdue));
    }

    [Fact]
    public void An_agreed_time_presses_half_an_hour_before()
    {
        Assert.Equal(Press.Later, Assert.Single(Ours(State([Call(CallState.Scheduled) with { ScheduledFor = Time(31) }]))).Press);
        Assert.Equal(Press.Now, Assert.Single(Ours(State([Call(CallState.Scheduled) with { ScheduledFor = Time(30) }]))).Press);
    }

    [Fact]
    public void What_the_station_says_of_aid_and_notices_is_ours_with_a_way_to_it()
    {
        AttentionView[] said =
        [
            new(LineMode.Live, "north", AttentionKind.Aid, "Our site Hospital 2 EXPIRES in 3 h."),
            new(LineMode.Exercise, "east", AttentionKind.Across, "OVERLAP NOW with boreal's flight.", IsPressing: true),
            new(LineMode.Live, "sky", AttentionKind.Overlap, "Closer than agreed."),
            new(LineMode.Live, "warm", AttentionKind.Notice, "OVERDUE: nobody has said that it is over.", IsPressing: true),
            new(LineMode.Exercise, "", AttentionKind.Observation, "UNEXPLAINED, ASK NOW: observation 3.", IsPressing: true),
        ];
        var state = State([]);
        var needs = Ours(state with { Status = state.Status with { Attention = said } });
        Assert.Equal(
            [
                (Press.Overdue, "east", true, "overlaps/across"), (Press.Overdue, "warm", false, "notices?line=warm&open=yes"),
                (Press.Overdue, "", true, "observations?exercise=yes"), (Press.Now, "north", false, "activities?line=north"),
            ],
            needs.Select(n => (n.Press, n.Line, n.IsExercise, n.Link!)));
    }

    [Fact]
    public void A_call_that_is_over_asks_nothing()
    {
        var state = State([Call(CallState.Declined), Call(CallState.Cancelled), Call(CallState.Held)]);
        Assert.Empty(Ours(state));
        Assert.Empty(Theirs(state));
    }

    [Fact]
    public void A_contact_that_another_side_entered_asks_for_our_word_once()
    {
        var contact = new ContactView("boreal/3f/ordinary/8", "boreal", At(-10), ContactStanding.OneSided, "ministers", ["astra"], null, null, null, null, null, null, null, []);
        Assert.Equal("contacts?line=principals", Assert.Single(Ours(State([], contact))).Link);
        var said = contact with { Words = [new ContactWordView("astra/3f/ordinary/9", "astra", At(-1), ContactAnswer.Contested, "en", "No.", ContactEffect.Took)] };
        Assert.Empty(Ours(State([], said)));
        Assert.Empty(Ours(State([], contact with { With = ["corvia"] })));
    }

    [Fact]
    public void A_warning_that_says_what_stands_among_ours_is_not_said_twice()
    {
        const string Waits = "principals: boreal asks for a call (ministers): boreal/3f/ordinary/7";
        var state = State([Call(CallState.Received, "boreal", "astra")]);
        state = state with { Status = state.Status with { Warnings = [Waits, "The card of boreal expired."], Waiting = [Waits] } };
        Assert.Equal(["The card of boreal expired."], Needs.Warnings(state));
        Assert.Single(Ours(state), n => n.Press == Press.Wrong);
        Assert.Single(Ours(state), n => n.Press != Press.Wrong);
        Assert.Equal(2, Needs.Warnings(state with { Status = state.Status with { Waiting = null } }).Count);
    }

    [Fact]
    public void Every_next_step_of_a_call_has_its_words()
    {
        string[] steps =
        [
            "acknowledge", "give-time", "accept", "ladder", "undated", "say-held", "confirm-held", "expired-ask", "expired-answer", "talk", "wait-word", "wait-time",
            "wait-counter",
        ];
        Assert.DoesNotContain(steps, s => English.Find("need.call." + s) is null || English.Find("call.next." + s) is null);
        Assert.DoesNotContain(Enum.GetNames<CallState>(), s => !HasWords("call.state.", s) || English.Find($"call.state.{s.ToLowerInvariant()}.what") is null);
        Assert.DoesNotContain(Enum.GetNames<CallEffect>(), s => !HasWords("call.effect.", s));
        Assert.DoesNotContain(Enum.GetNames<CallMeans>(), s => !HasWords("call.means.", s));
        Assert.DoesNotContain(Enum.GetNames<RungStanding>(), s => !HasWords("rung.", s));
        Assert.DoesNotContain(Enum.GetNames<ContactStanding>(), s => !HasWords("contacts.standing.", s));
        Assert.DoesNotContain(Enum.GetNames<ContactEffect>().Except([nameof(ContactEffect.Took)]), s => !HasWords("contacts.effect.", s));
        Assert.DoesNotContain(Enum.GetNames<ContactMeans>(), s => !HasWords("contacts.means.", s));
    }

    [Fact]
    public void An_answer_of_ours_waits_for_the_askers_word_and_a_question_of_ours_for_theirs()
    {
        QuestionView Question(string asker, string asked) => new(
            LineMode.Live, "strait", $"{asker}/3f/ordinary/1", asker, Status.Actual, At(-60), At(5), 300, QuestionStanding.Asked, true, "en", "Is it yours?",
            [new QuestionLegView(asked, QuestionOutcome.Open, null, false, null, [], QuestionStep.Wait, "")], []);
        var state = State([]) with { Questions = [new QuestionListView(LineMode.Live, "strait", Now, [Question("boreal", "astra"), Question("astra", "boreal")], [])] };
        Assert.Equal([English["wait.judge", "boreal"], English["wait.question", "boreal"]], Theirs(state).Select(n => n.Text));
    }

    private static bool HasWords(string area, string member) => English.Find(area + member.ToLowerInvariant()) is not null;

    private static IReadOnlyList<Need> Ours(BoardState state) => Needs.Ours(state, "Moreau", true, Now, English);

    private static IReadOnlyList<Need> Theirs(BoardState state) => Needs.Theirs(state, Now, English);

    private static BoardState State(CallView[] calls, params ContactView[] contacts) => new(
        new StationStatus("astra", "Astra", "1", Now, Now, "", [], [], []), [], [], [], [List(calls)],
        [new ContactBoardView(LineMode.Live, "principals", Now, At(-1000), [], contacts)]);
}
