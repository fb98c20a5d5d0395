using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Silence;

namespace Parley.Lines.Tests.Silence;

/// <summary>What evidence leaves possible: the table of the field, and what must hold of every combination.</summary>
public sealed class SilenceRulesTests
{
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly Timestamp Now = new(1_900_000_000_000);
    private static readonly EntryRef Call = new(PartyId.Parse("astra")!.Value, GenerationId.From(new byte[GenerationId.Size]), Lane.Ordinary, 3);
    private static readonly MachineEvidence Working = new(MachineState.Working, Ago(3), 0.1, 5000, 2500);
    private static readonly MachineEvidence Lost = new(MachineState.Lost, Ago(600), 99, 5000, 2500, Ago(600));
    private static readonly HumanEvidence Answers = new(HumanState.Answering, LastWord: Ago(700));
    private static readonly HumanEvidence Misses = new(HumanState.Missed, 1, Ago(300), Ago(300), LastWord: Ago(4000));
    private static readonly SelfTest Passed = new(Ago(10), []);

    private static readonly SilenceEvidence Open = new(
        Boreal, Now, AgreementState.InForce, Working, Answers, [], [], [], Passed, []);

    public static TheoryData<string, string> Table => new()
    {
        { "open", "" },
        { "acknowledged, no date", "principal not engaged" },
        { "declined", "call declined" },
        { "unacknowledged", "request unacknowledged" },
        { "held", "" },
        { "held by their word alone", "principal not engaged" },
        { "ours to answer", "" },
        { "agreed time over", "principal not engaged" },
        { "request not received, circuits lost", "circuits cut, their station down, common fault" },
        { "missed, other line answered", "local fault, desk unattended, told not to answer" },
        { "missed, no other line", "local fault, desk unattended, told not to answer" },
        { "missed on every line", "common fault, desk unattended, told not to answer" },
        { "missed, their station has not signed", "their station down, local fault, desk unattended, told not to answer" },
        { "lost, third station hears them", "circuits cut" },
        { "lost, word on another line", "circuits cut" },
        { "lost, third station heard them just then", "circuits cut, their station down, common fault" },
        { "lost and missed", "circuits cut, their station down, common fault" },
        { "missed, then lost", "circuits cut, their station down, common fault, local fault, desk unattended, told not to answer" },
        { "lost, nobody else heard either", "own fault, circuits cut, their station down, common fault" },
        { "own test failed, all well", "own fault" },
        { "own test failed, missed", "own fault, local fault, desk unattended, told not to answer" },
        { "own test old, missed", "own fault, local fault, desk unattended, told not to answer" },
        { "no own test, lost", "own fault, circuits cut, their station down, common fault" },
        { "own test old, all well", "" },
        { "declared suspended in public", "suspended" },
        { "suspended by the charter", "suspended" },
        { "maintenance, check excused", "maintenance" },
        { "ended", "" },
        { "new line", "" },
        { "by hand, missed", "circuits cut, local fault, desk unattended, told not to answer" },
        { "three requests", "request unacknowledged, principal not engaged, call declined" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_row_of_the_table(string row, string causes) =>
        Assert.Equal(causes, string.Join(", ", SilenceRules.Of(Row(row)).Causes.Select(c => c.Name())));

    private static SilenceEvidence Row(string row) => row switch
    {
        "open" => Open,
        "acknowledged, no date" => With(CallStanding.Acknowledged),
        "declined" => With(CallStanding.Declined),
        "unacknowledged" => With(CallStanding.Unacknowledged),
        "held" => With(CallStanding.Held),
        "held by their word alone" => With(CallStanding.HeldByTheirWord),
        "ours to answer" => With(CallStanding.OursToAnswer),
        "agreed time over" => With(CallStanding.NotCome),
        "request not received, circuits lost" => With(CallStanding.NotReceived) with { Machine = Lost },
        "missed, other line answered" => Open with { Human = Misses, Others = [Other(Answers with { LastWord = Ago(100) })] },
        "missed, no other line" => Open with { Human = Misses },
        "missed on every line" => Open with { Human = Misses, Others = [Other(Misses), Other(new HumanEvidence(HumanState.NothingDue))] },
        "missed, their station has not signed" => Open with { Human = Misses with { IsRefusedByStation = true } },
        "lost, third station hears them" => Open with { Machine = Lost, HeardBy = [new HeardBy(Boreal, Ago(100))] },
        "lost, word on another line" => Open with { Machine = Lost, Others = [Other(Answers with { LastWord = Ago(100) })] },
        "lost, third station heard them just then" => Open with { Machine = Lost, HeardBy = [new HeardBy(Boreal, Ago(590))] },
        "lost and missed" => Open with { Machine = Lost, Human = Misses },
        "missed, then lost" => Open with { Machine = Lost, Human = Misses with { MissedSince = Ago(900), LastMissed = Ago(900) } },
        "lost, nobody else heard either" => Open with { Machine = Lost, HearsOthers = false },
        "own test failed, all well" => Open with { OwnTest = Failed },
        "own test failed, missed" => Open with { OwnTest = Failed, Human = Misses },
        "own test old, missed" => Open with { OwnTest = new SelfTest(Ago(181), []), Human = Misses },
        "no own test, lost" => Open with { OwnTest = null, Machine = Lost },
        "own test old, all well" => Open with { OwnTest = new SelfTest(Ago(1000), []) },
        "declared suspended in public" => Open with { Declared = [new Declaration(DeclaredState.Suspended, null, Ago(50), "1")] },
        "suspended by the charter" => Open with { Agreement = AgreementState.Suspended },
        "maintenance, check excused" => Open with
        {
            Human = new HumanEvidence(HumanState.Excused), Declared = [new Declaration(DeclaredState.Maintenance, Boreal, Ago(50), "1")],
        },
        "ended" => Open with { Agreement = AgreementState.Ended, Machine = Lost, Human = Misses },
        "new line" => Open with { Machine = new MachineEvidence(MachineState.NotYetKnown, null, 1, 5000, 2500), Human = new HumanEvidence(HumanState.NothingDue) },
        "by hand, missed" => Open with { Machine = new MachineEvidence(MachineState.NoStation, null, 0, 0, 0), Human = Misses },
        _ => Open with { Calls = [With(CallStanding.Acknowledged).Calls[0], With(CallStanding.Unacknowledged).Calls[0], With(CallStanding.Declined).Calls[0]] },
    };

    [Fact]
    public void Every_combination_has_a_verdict_and_none_accuses_before_our_own_test()
    {
        var seen = 0;
        foreach (var evidence in Combinations())
        {
            var verdict = SilenceRules.Of(evidence);
            seen++;
            Assert.True(verdict.Causes.SequenceEqual(verdict.Causes.Distinct().Order()));
            if (verdict.Causes.Any(c => c.IsTheirs()) && !evidence.IsOwnTestGood)
                Assert.Equal(SilenceCause.OwnFault, verdict.Causes[0]);
            // A loss or a missed check that is not accounted for leaves something to explain.
            if (evidence.Agreement != AgreementState.Ended &&
                (evidence.Machine.State == MachineState.Lost || (evidence.Human.State == HumanState.Missed && evidence.Machine.State == MachineState.Working)))
                Assert.NotEmpty(verdict.Causes);
            // Nobody takes a call: that says nothing of the line.
            if (evidence.Machine.State == MachineState.Working && evidence.Human.State != HumanState.Missed)
                Assert.DoesNotContain(verdict.Causes, c => c is SilenceCause.CircuitsCut or SilenceCause.StationDown or SilenceCause.DeskUnattended);
            Assert.Equal((evidence.Agreement, evidence.Machine.State, evidence.Human.State), (verdict.Agreement, verdict.Line, verdict.Observed));
            Assert.NotEmpty(verdict.Evidence);
            Assert.NotEmpty(SilenceText.Title(verdict));
        }

        Assert.True(seen > 10_000, $"{seen}");
    }

    [Fact]
    public void More_evidence_of_a_cut_never_adds_a_cause()
    {
        foreach (var evidence in Combinations().Where(e => e.Machine.State == MachineState.Lost && e.HeardBy.Count == 0))
        {
            var (less, more) = (SilenceRules.Of(evidence), SilenceRules.Of(evidence with { HeardBy = [new HeardBy(Boreal, Ago(1))] }));
            Assert.True(more.Causes.All(less.Causes.Contains));
        }
    }

    [Theory]
    [InlineData("open", "open")]
    [InlineData("three requests", "line open; request unacknowledged / principal not engaged / call declined")]
    [InlineData("lost and missed", "circuits cut, their station down or common fault: cannot be told")]
    [InlineData("no own test, lost", "OUR OWN FAULT IS NOT EXCLUDED; circuits cut, their station down or common fault: cannot be told")]
    [InlineData("missed, other line answered", "line open; local fault, desk unattended or told not to answer: cannot be told")]
    [InlineData("lost, third station hears them", "circuits cut")]
    [InlineData("new line", "not yet known")]
    [InlineData("ended", "ended")]
    public void The_title_says_what_is_not_excluded_and_that_it_cannot_be_told(string row, string title) =>
        Assert.Equal(title, SilenceText.Title(SilenceRules.Of(Row(row))));

    [Fact]
    public void Each_cause_has_a_name_of_its_own()
    {
        var causes = Enum.GetValues<SilenceCause>();
        Assert.Equal(causes.Length, causes.Select(c => c.Name()).Distinct().Count());
    }

    private static IEnumerable<SilenceEvidence> Combinations() =>
        from agreement in Enum.GetValues<AgreementState>()
        from machine in new[] { Working, Lost, new MachineEvidence(MachineState.NotYetKnown, null, 1, 5000, 2500), new MachineEvidence(MachineState.NoStation, null, 0, 0, 0) }
        from human in new[]
        {
            Answers, Misses, Misses with { MissedSince = Ago(900), LastMissed = Ago(900) }, new HumanEvidence(HumanState.NothingDue), new HumanEvidence(HumanState.Excused),
        }
        from others in new OtherLine[][] { [], [Other(Answers with { LastWord = Ago(100) })], [Other(Misses)] }
        from heard in new HeardBy[][] { [], [new HeardBy(Boreal, Ago(100))] }
        from call in new CallStanding?[] { null, CallStanding.NotReceived, CallStanding.Unacknowledged, CallStanding.Acknowledged, CallStanding.Declined, CallStanding.Held }
        from test in new[] { Passed, null, Failed, new SelfTest(Ago(1000), []) }
        from declared in new Declaration[][] { [], [new Declaration(DeclaredState.Suspended, null, Ago(50), "1")] }
        from others2 in new bool?[] { null, false, true }
        select new SilenceEvidence(
            Boreal, Now, agreement, machine, human, others, heard, call is { } standing ? With(standing).Calls : [], test, declared, others2);

    private static SelfTest Failed => new(Ago(10), [new SelfTestFailure(SelfTestPart.Circuits, "our own door is shut")]);

    private static OtherLine Other(HumanEvidence human) => new(default, "other", human);

    private static SilenceEvidence With(CallStanding standing) => Open with { Calls = [new CallEvidence("ministers", Call, standing, Ago(200))] };

    private static Timestamp Ago(int seconds) => Now - TimeSpan.FromSeconds(seconds);
}
