using System.Diagnostics;
using System.Globalization;
using Parley.Control;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Control.Observations;
using Parley.Control.Plans;
using Parley.Control.Shifts;
using Parley.Control.Stations;
using Parley.Lines.Alarms;
using Parley.Lines.Handling;
using Parley.Lines.Observations;
using Parley.Lines.Questions;

namespace Parley.Station.Tests.Operations;

/// <summary>What we saw against what they said: entered, held against notices, asked about. Nothing of it crosses the line by itself.</summary>
public sealed class ObservationTests
{
    private readonly NoticeDesks desks = new("boreal:navy", "boreal:warning centre");
    private readonly Desk astra;
    private readonly Desk boreal;

    public ObservationTests() => (astra, boreal) = (desks.Astra, desks.Boreal);

    [Fact]
    public void A_track_is_answered_with_the_notice_that_fits_and_with_who_of_ours_has_not_acknowledged_it()
    {
        var notice = Announce(0.5, 2);
        Later(TimeSpan.FromDays(1));
        var answer = boreal.Do(new AddObservation(Track()));
        Assert.Equal((VerdictKind.ConsistentWith, null), (answer.Verdict, answer.Then));
        Assert.Equal((notice, "hot", "astra"), (answer.About!.Entry, answer.About.Line, answer.About.Party));
        Assert.Equal(["Place", "Time", "Kind", "Strength", "Movement"], answer.About.Factors.Select(f => f.Kind.ToString()));
        Assert.All(answer.About.Factors, f => Assert.InRange(f.Thousandths, 1, 1000));
        Assert.Equal(["warning centre"], answer.About.House.Select(h => h.Role));
        Assert.Contains("IS NOT ACKNOWLEDGED by our warning centre", answer.About.Unacknowledged, StringComparison.Ordinal);
        Assert.Contains("(nothing is recorded)", answer.About.Unacknowledged, StringComparison.Ordinal);
        Assert.Equal([OptionKind.TellHouse], answer.Options.Select(o => o.Kind));

        var attention = Assert.Single(boreal.Do(new ShowStatus()).Attention!, a => a.About == AttentionKind.Observation);
        Assert.True(attention.IsPressing);
        Assert.Contains("IS NOT ACKNOWLEDGED by our warning centre", attention.Text, StringComparison.Ordinal);

        boreal.Do(new RecordHandling("hot", notice, HandlingStage.Confirmed, "shift leader", Addressee: "warning centre"));
        var after = boreal.Do(new ShowObservation(1));
        Assert.Equal("", after.About!.Unacknowledged);
        Assert.Empty(after.Options);
        Assert.DoesNotContain(boreal.Do(new ShowStatus()).Attention!, a => a.About == AttentionKind.Observation);
    }

    [Fact]
    public void What_nothing_explains_is_asked_about_and_the_answer_stands_beside_it()
    {
        var answer = boreal.Do(new AddObservation(Strike()));
        Assert.Equal((VerdictKind.Unexplained, "Nothing that was announced fits."), (answer.Verdict, answer.Sentence));
        Assert.Contains(answer.Options, o => o is { Kind: OptionKind.Ask, Format: "unusual-query", AnswerMinutes: 48 * 60, Line: "hot" });
        var attention = Assert.Single(boreal.Do(new ShowStatus()).Attention!, a => a.About == AttentionKind.Observation);
        Assert.StartsWith("UNEXPLAINED, ASK NOW", attention.Text, StringComparison.Ordinal);
        Assert.True(attention.IsPressing);

        var draft = boreal.Do(new DraftObservationQuestion([1], "en"));
        Assert.Equal(("unusual-query/1", "hot"), (draft.Format[..15], draft.Draft.Line));
        Assert.DoesNotContain(draft.Values.SelectMany(v => v.Items), i => i.Contains("secret", StringComparison.Ordinal) || i.Contains("signals", StringComparison.Ordinal));
        Assert.Equal(["contact"], draft.Check.Gaps.Select(g => g.Field));
        Assert.Equal(draft.Draft.Id, Assert.Single(boreal.Do(new ShowObservation(1)).Asked).Draft);
        Assert.DoesNotContain(boreal.Do(new ShowStatus()).Attention!, a => a.About == AttentionKind.Observation);

        var whole = boreal.Do(new DraftNotice("hot", "unusual-query", "en", [.. draft.Values, new("contact", ["Centre"])], Draft: draft.Draft.Id));
        var query = Send(boreal, whole);
        var asked = Assert.Single(boreal.Do(new ShowObservation(1)).Asked);
        Assert.Equal((null, query, QuestionOutcome.Open), (asked.Draft, asked.Entry, asked.Outcome));
        Send(astra, astra.Do(new DraftNotice("hot", "unusual-answer", "en", NoticeSamples.Answer, [query])));
        asked = Assert.Single(boreal.Do(new ShowObservation(1)).Asked);
        Assert.Equal(QuestionOutcome.Answered, asked.Outcome);
        Assert.NotNull(asked.Answer);
        boreal.Start();
        Assert.Equal(query, Assert.Single(boreal.Do(new ShowObservation(1)).Asked).Entry);
    }

    [Fact]
    public void A_question_that_is_thrown_away_was_not_asked()
    {
        boreal.Do(new AddObservation(Strike()));
        var draft = boreal.Do(new DraftObservationQuestion([1], "en"));
        boreal.Do(new DiscardDraft(draft.Draft.Id));
        Assert.Empty(boreal.Do(new ShowObservation(1)).Asked);
        Assert.Equal(Refusal.UnknownObservation, boreal.Refusal(new DraftObservationQuestion([2], "en")));
        Assert.Equal(Refusal.TooMany, boreal.Refusal(new DraftObservationQuestion([], "en")));
        Assert.Equal(Refusal.UnknownFormat, boreal.Refusal(new DraftObservationQuestion([1], "en", Format: "space-launch")));
        boreal.Do(new AddObservation(Strike() with { Party = "chara" }));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new DraftObservationQuestion([1, 2], "en")));
        Assert.Equal(Refusal.UnknownFormat, boreal.Refusal(new DraftObservationQuestion([2], "en")));
    }

    [Fact]
    public void A_reaction_can_be_left_alone_and_to_mirror_it_takes_two_and_a_reason()
    {
        Announce(-0.5, 2, astra);
        Desk.Exchange(astra, boreal);
        var reaction = astra.Do(new AddObservation(Readiness()));
        Assert.Equal(VerdictKind.Unexplained, reaction.Verdict);
        Assert.Contains("may be a reaction to our", reaction.Reaction!.Sentence, StringComparison.Ordinal);
        Assert.Contains("of which they were told", reaction.Reaction.Sentence, StringComparison.Ordinal);
        Assert.Equal([OptionKind.Nothing, OptionKind.Posture, OptionKind.Pause, OptionKind.Mirror], reaction.Options.Select(o => o.Kind).Where(k => k >= OptionKind.Posture).Order()
            .OrderBy(k => k != OptionKind.Nothing));

        Assert.Equal(Refusal.Malformed, astra.Refusal(new DecideReaction(1, ReactionChoice.Mirror)));
        var proposed = astra.Do(new DecideReaction(1, ReactionChoice.Mirror, "They raise theirs."));
        Assert.Equal((null, "ann"), (proposed.Standing, proposed.Waiting!.Officer));
        Assert.Equal(Refusal.NothingToSecond, astra.Refusal(new SecondReaction(1)));
        var seconded = astra.Do(new SecondReaction(1), "bob");
        Assert.Equal((ReactionChoice.Mirror, "bob", null), (seconded.Standing!.Choice, seconded.Standing.Second, seconded.Waiting));
        Assert.Equal(Refusal.NothingToSecond, astra.Refusal(new SecondReaction(1), "bob"));
        var left = astra.Do(new DecideReaction(1, ReactionChoice.Nothing));
        Assert.Equal(ReactionChoice.Nothing, left.Standing!.Choice);
        astra.Start();
        Assert.Equal(ReactionChoice.Nothing, astra.Do(new ShowObservation(1)).Standing!.Choice);
        Assert.Equal(Refusal.UnknownObservation, astra.Refusal(new DecideReaction(9, ReactionChoice.Nothing)));
    }

    [Fact]
    public void A_reaction_to_nothing_of_ours_says_so()
    {
        var reaction = astra.Do(new AddObservation(Readiness()));
        Assert.Empty(reaction.Reaction!.Ours);
        Assert.Contains("Nothing of ours that this station knows of", reaction.Reaction.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_over_and_numbers_go_on_after_a_restart()
    {
        var first = boreal.Do(new AddObservation(Strike()) { Key = "k1" });
        Assert.Equal(1, boreal.Do(new AddObservation(Strike()) { Key = "k1" }).Seen.Number);
        boreal.Start();
        Assert.Equal(1, boreal.Do(new AddObservation(Strike()) { Key = "k1" }).Seen.Number);
        var corrected = boreal.Do(new AddObservation(first.Seen.Typed with { Kind = "alert-words", Supersedes = "1" }));
        Assert.Equal((2, "1"), (corrected.Seen.Number, corrected.Seen.Typed.Supersedes));
        Assert.Equal(2, boreal.Do(new ShowObservation(1)).Seen.SupersededBy);
        Assert.Equal([2], boreal.Do(new ExplainObservations()).Seen.Select(s => s.Seen.Number));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new AddObservation(Strike() with { Supersedes = "7" })));
        boreal.Start();
        Assert.Equal(3, boreal.Do(new AddObservation(Strike())).Seen.Number);
        Assert.Equal(Refusal.UnknownObservation, boreal.Refusal(new ShowObservation(4)));
    }

    [Fact]
    public void A_list_is_kept_whole_or_not_at_all()
    {
        var flawed = boreal.Do(new AddObservations([Strike(), Strike() with { TimeError = "" }, Strike() with { From = "2026-01-01T10:00" }]));
        Assert.Equal((null, 0), (flawed.First, flawed.Count));
        Assert.Equal([(2, "time-error"), (3, "from")], flawed.Flaws.Select(f => (f.Place, f.Field)));
        Assert.Contains("has no zone", flawed.Flaws[1].Rule, StringComparison.Ordinal);
        Assert.Empty(boreal.Do(new AddObservations([Strike()], CheckOnly: true)).Flaws);
        var list = new AddObservations([.. Enumerable.Range(0, 200).Select(_ => Strike())]) { Key = "list" };
        Assert.Equal((1, 200), (boreal.Do(list).First, boreal.Do(list).Count));
        boreal.Start();
        Assert.Equal(201, boreal.Do(new AddObservations([Strike(), Strike()])).First);
        var all = boreal.Do(new ExplainObservations());
        Assert.Equal((202, 202), (all.Seen.Count, all.Counts.Sum(c => c.Count)));
        Assert.Equal(Refusal.TooMany, boreal.Refusal(new AddObservations([.. Enumerable.Range(0, 257).Select(_ => Strike())])));
    }

    [Fact]
    public void A_notice_that_came_later_explains_it_now_and_did_not_then()
    {
        boreal.Do(new AddObservation(Track()));
        Later(TimeSpan.FromHours(1));
        var before = boreal.Now;
        Announce(-1, 2);
        var now = boreal.Do(new ShowObservation(1));
        Assert.Equal(VerdictKind.ConsistentWith, now.Verdict);
        Assert.StartsWith("Unexplained", now.Then, StringComparison.Ordinal);
        Assert.Contains("only after this was seen", now.About!.Sentence, StringComparison.Ordinal);
        var then = boreal.Do(new ExplainObservations(AsOf: before.ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));
        Assert.Equal(VerdictKind.Unexplained, Assert.Single(then.Seen).Verdict);
        Assert.Empty(boreal.Do(new ExplainObservations(Unexplained: true)).Seen);
    }

    [Fact]
    public void How_a_party_stands_is_what_it_declared_and_what_was_seen_of_it()
    {
        var notice = Announce(0.5, 2);
        Later(TimeSpan.FromDays(1));
        boreal.Do(new AddObservation(Track()));
        boreal.Do(new AddObservation(Readiness() with { Party = "astra" }));
        var board = boreal.Do(new ShowPosture("astra", boreal.Now.ToDateTimeOffset().AddHours(-2).ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture)));
        Assert.Equal(notice, Assert.Single(board.Declared).Entry);
        Assert.False(board.Declared[0].IsNew);
        Assert.Equal([2, 1], board.Observed.Seen.Select(s => s.Seen.Number).OrderDescending());
        Assert.Contains(board.Changes, c => c.Contains("Entered since: 2, of them explained by no notice: 1", StringComparison.Ordinal));
        Assert.Null(boreal.Do(new ShowPosture("astra")).Since);
        Assert.Empty(boreal.Do(new ShowPosture("chara")).Declared);
        Assert.Equal(Refusal.UnknownPeer, boreal.Refusal(new ShowPosture("no party")));
    }

    [Fact]
    public void What_nobody_has_asked_about_is_handed_over()
    {
        boreal.Do(new StartShift());
        boreal.Do(new AddObservation(Strike()));
        boreal.Do(new AddObservation(Strike(), Exercise: true));
        var owed = boreal.Do(new DraftHandover()).Owed.Where(o => o.Text.Contains("UNEXPLAINED, ASK NOW", StringComparison.Ordinal)).ToList();
        Assert.Equal([false, true], owed.Select(o => o.Exercise));
        boreal.Do(new HandOver(AlarmLevel.Watch, [], []));
        boreal.Do(new DecideReaction(1, ReactionChoice.Nothing));
        Assert.Equal([true], boreal.Do(new DraftHandover()).Owed.Where(o => o.Text.Contains("UNEXPLAINED", StringComparison.Ordinal)).Select(o => o.Exercise));
    }

    [Fact]
    public void A_track_is_answered_within_seconds_among_many()
    {
        var notice = Announce(-1, 2);
        List<ObservationInput> many =
            [.. Enumerable.Range(0, 250).Select(i => (i % 2 == 0 ? Track() : Strike()) with { Place = string.Create(CultureInfo.InvariantCulture, $"{20 + i * 0.1:F1} 16.1") })];
        for (var batch = 0; batch < 40; batch++)
            boreal.Do(new AddObservations(many));
        var time = Stopwatch.StartNew();
        Assert.Equal(notice, boreal.Do(new AddObservation(Track())).About?.Entry);
        var first = time.Elapsed;
        boreal.Do(new AddObservation(Track()));
        var told = string.Create(CultureInfo.InvariantCulture, $"{first.TotalMilliseconds:F0} ms the first time, {(time.Elapsed - first).TotalMilliseconds:F0} ms after");
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(5), told);
    }

    [Fact]
    public void A_plan_that_was_announced_stands_as_the_notice_and_one_that_was_not_as_told_to_nobody()
    {
        Announce(-0.5, 2);
        var now = astra.Now.ToDateTimeOffset();
        astra.Do(new KeepPlan("Launch", now.AddHours(-2), now.AddHours(4), Format: "space-launch"));
        Assert.Equal([true], astra.Do(new AddObservation(Readiness())).Reaction!.Ours.Select(o => o.IsAnnounced));
        astra.Do(new KeepPlan("Quiet Harbour", now.AddHours(-2), now.AddHours(4), Format: "staff-exercise"));
        var ours = astra.Do(new ShowObservation(1)).Reaction!.Ours;
        Assert.Equal([("Quiet Harbour", false)], ours.Where(o => !o.IsAnnounced).Select(o => (o.Title, o.IsAnnounced)));
        Assert.Equal(2, ours.Count);
    }

    [Fact]
    public void A_trend_tells_its_last_points_alone()
    {
        for (var batch = 0; batch < 2; batch++)
            boreal.Do(new AddObservations([.. Enumerable.Range(0, 150).Select(_ => Readiness() with { Party = "astra", Strength = "100 200 aircraft" })]));
        Assert.Equal(200, Assert.Single(boreal.Do(new ExplainObservations()).Trends).Points.Count);
    }

    [Fact]
    public void Only_who_deals_with_it_sees_it_and_nothing_of_it_crosses_the_line()
    {
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new AddObservation(Strike()), roles: Roles.Audit));
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new ExplainObservations(), roles: Roles.Admin | Roles.Charter));
        Assert.Equal(Refusal.TurnedOff, boreal.Refusal(new ShowRisk()));
        var entries = astra.Do(new ReadTranscript("hot", Limit: 500)).Entries.Count;
        boreal.Do(new AddObservation(Strike()));
        var status = Assert.IsType<Done<StationStatus>>(boreal.Ask(new ShowStatus(), "adm", Roles.Admin)).Answer;
        Assert.DoesNotContain(status.Warnings, w => w.Contains("Observation", StringComparison.Ordinal));
        Assert.Contains(boreal.Do(new ShowStatus()).Warnings, w => w.Contains("Observation 1", StringComparison.Ordinal));
        boreal.Do(new DecideReaction(1, ReactionChoice.Posture));
        Desk.Settle(astra, boreal);
        Assert.Equal(entries, astra.Do(new ReadTranscript("hot", Limit: 500)).Entries.Count);
        Assert.Equal(0, astra.Memory.Observations.Last);
        Assert.Contains(boreal.Do(new ReadJournal(0, 500)), j => j.Act == "ObservationKept");
    }

    [Fact]
    public void What_is_played_never_stands_among_what_is_real()
    {
        Announce(-1, 2);
        Assert.Equal(VerdictKind.ConsistentWith, boreal.Do(new AddObservation(Track())).Verdict);
        var played = boreal.Do(new AddObservation(Track() with { Supersedes = "1" }, Exercise: true));
        Assert.Equal((true, VerdictKind.Unexplained), (played.Seen.Exercise, played.Verdict));
        Assert.DoesNotContain(played.Options, o => o.Line is not null);
        Assert.Equal([1], boreal.Do(new ExplainObservations()).Seen.Select(s => s.Seen.Number));
        Assert.Null(boreal.Do(new ShowObservation(1)).Seen.SupersededBy);
        var exercise = boreal.Do(new ExplainObservations(Exercise: true));
        Assert.Equal((true, 2), (exercise.Exercise, Assert.Single(exercise.Seen).Seen.Number));
        // The real one fits a notice that our warning centre has not acknowledged; the played one is unexplained.
        Assert.Equal([false, true], boreal.Do(new ShowStatus()).Attention!.Where(a => a.About == AttentionKind.Observation).Select(a => a.Exercise));
        Assert.Equal(Refusal.UnknownFormat, boreal.Refusal(new DraftObservationQuestion([2], "en")));
        Assert.Empty(boreal.Do(new ShowPosture("astra", Exercise: true)).Declared);
    }

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private ObservationInput Track() => new(
        "track", Time(boreal.Now.ToDateTimeOffset()), "5", "radar", "A1", "astra", "69.35 16.1", "10000", Heading: "350 8", Speed: "1500 100");

    private ObservationInput Strike() => new(
        "strike-words", Time(boreal.Now.ToDateTimeOffset().AddHours(-6)), "60", "signals", "B2", "astra", "50.5 3.9", "50000", Text: "secret source says strike in clear");

    private ObservationInput Readiness() => new(
        "readiness", Time(astra.Now.ToDateTimeOffset().AddHours(-1)), "600", "satellite", "B3", "boreal", "52.1 14.4", "20000", Level: "raised");

    /// <summary>Announces a launch whose window is so many days from now.</summary>
    private string Announce(double from, double until, Desk? by = null)
    {
        var desk = by ?? astra;
        return Send(desk, desk.Do(new DraftNotice(
            "hot", "space-launch", "en", NoticeSamples.Launch(1, At(from), At(until)), Addressees: [new AddresseeInput("boreal:warning centre", 10_080)])));
    }

    private string Send(Desk desk, NoticeDraftView draft) => desks.Send(desk, draft);

    private string At(double days) => desks.At(days);

    private void Later(TimeSpan span) => desks.Later(span);
}
