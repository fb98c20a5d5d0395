using Parley.Control;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Parties;
using Parley.Lines.Silence;
using Parley.Station.Journals;
using Parley.Station.Operations;
using Parley.Station.State;

namespace Parley.Station.Silence;

/// <summary>Tests ourselves and judges silences on schedule. A verdict that leaves the other side as a cause is not written down before a test of ourselves that
/// came after it was seen; every change is journalled with what was before.</summary>
internal sealed class Weighing(ISilenceWork? work, LinkTable links, TimeSpan beacons)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(Bounds.FreshTestMilliseconds);
    private readonly Rhythm rhythm = new(beacons);
    private readonly SortedDictionary<PartyId, Timestamp> told = [];
    private readonly HumanCache people = new();
    private Timestamp? nextTest;
    private Timestamp? nextWeigh;
    private bool isWeighing;
    private bool hasBegun;
    private TimeSpan? jump;
    private Timestamp? jumped;
    private (Timestamp At, TimeSpan By)? away;

    // Silences that were over when the clock was set; those that came after were measured by the wrong clock.
    private readonly SortedDictionary<(LineId Line, PartyId Party), int> ends = [];
    private Timestamp? failed;

    /// <summary>From when on this station listens; after a clock that was set, from then on.</summary>
    public Timestamp Since { get; private set; }

    public Rhythm Rhythm => rhythm;

    /// <summary>What people did, as it was last read.</summary>
    public HumanCache People => people;

    private bool IsOn => work?.IsOn == true;

    /// <summary>The first step of a station's life. One that was restored does not know when it was last alive.</summary>
    public void Start(Timestamp now, bool restored)
    {
        Since = now;
        hasBegun = restored;
    }

    /// <summary>Before the commit: hands out what is due.</summary>
    public void Run(OperationContext context)
    {
        var step = context.Step;
        if (!IsOn)
            return;
        if (!hasBegun)
        {
            if (Outages.Begin(step, rhythm) is { } down)
            {
                foreach (var peer in context.Memory.Peers.Keys)
                    step.After(() => links.Of(peer).Lose(down));
            }

            step.After(() => hasBegun = true);
        }

        if (!(nextTest > step.Now))
        {
            step.After(() => nextTest = step.Now + rhythm.Test);
            step.After(work!.TestCircuits);
        }

        if (nextWeigh > step.Now || isWeighing)
            return;
        var reading = SilenceReading.Of(context);
        step.After(() => (nextWeigh, isWeighing) = (step.Now + rhythm.Weigh, true));
        step.After(() => work!.Weigh(reading));
    }

    /// <summary>When to look again.</summary>
    public Timestamp? Next => !IsOn ? null : nextTest is { } test && nextWeigh is { } weigh ? (test < weigh || isWeighing ? test : weigh) : null;

    /// <summary>The clock was set: what was measured by it says nothing, and it is said at the next test.</summary>
    public void ClockMoved(Timestamp now, TimeSpan? by)
    {
        (nextTest, nextWeigh, Since) = (null, null, now);
        jumped = now;
        jump = by ?? jump;
        told.Clear();
        people.Forget();
        foreach (var peer in links.All)
            peer.Life.Forget();
    }

    /// <summary>The clock was set by so much. What stands was measured by the clock as it was; and a clock that is set back to where it was has been wrong.</summary>
    public void ClockSet(Step step, TimeSpan by)
    {
        var book = step.Memory.Silence;
        var isBack = away is { } set && (set.By + by).Duration() <= TimeSpan.FromSeconds(5) + (set.By.Duration() / 20);
        foreach (var note in book.Notes.ToList())
        {
            var right = isBack ? ends.GetValueOrDefault((note.Line, note.Party)) : note.Past.Count;
            book.Put(step, note with
            {
                From = note.From + by,
                Since = note.From is null ? note.Since : note.Since + by,
                Past = [.. note.Past.Select((p, i) => i < right ? p : p with { From = p.From + by, Until = p.Until + by })],
            });
            ends[(note.Line, note.Party)] = note.Past.Count;
        }

        ClockMoved(step.Now, by);
        if (isBack)
        {
            var first = away!.Value;
            away = null;
            if (IsOn)
                Outages.Own(step, OutageCause.Clock, first.At);
        }
        else
        {
            away = (step.Now - by, by);
        }
    }

    /// <summary>Memory was loaded anew.</summary>
    public void Forget() => people.Forget();

    /// <summary>A beacon of a peer. After a loss our station says on the operator line what it knows of it.</summary>
    public void Heard(Step step, PartyId party)
    {
        var life = links.Of(party).Life;
        var (before, isLost) = (life.Last, life.At(step.Now, Since) >= PhiAccrual.Lost);
        life.Heard(step.Now);
        if (!IsOn || !isLost || before is not { } from)
            return;
        links.Of(party).Lose(new Loss(from, step.Now));
        people.Forget();
        // Whoever looks now must not be told of a loss that is over.
        step.After(() => nextWeigh = step.Now);
        if (told.TryGetValue(party, out var last) && step.Now - last < TimeSpan.FromMinutes(1))
            return;
        told[party] = step.Now;
        var cause = failed >= from ? OutageCause.OwnCircuits : jumped >= from ? OutageCause.Clock : OutageCause.Circuits;
        Outages.Healed(step, party, cause, from);
    }

    public void Take(OperationContext context, CircuitsTested tested)
    {
        var (step, memory) = (context.Step, context.Memory);
        var test = SelfTesting.Of(memory, links, rhythm, tested.Failures, jump, context.Core.KnownTrouble?.Message, step.Now);
        jump = null;
        if (test.Failures.Any(f => f.Part == SelfTestPart.Circuits))
            failed = step.Now;
        if (memory.Silence.OwnTest is not { } before || before.IsPassed != test.IsPassed)
        {
            step.Journal(JournalAct.SelfTested, note: test.IsPassed ? "passed" : $"failed: {string.Join("; ", test.Failures.Select(f => f.Why))}");
            step.Note(ChangeKind.Silence, text: test.IsPassed ? "our own test passed" : "our own test FAILED");
        }

        memory.Silence.Set(step, test);
        step.After(() => nextWeigh = isWeighing ? nextWeigh : step.Now);
    }

    public void Take(OperationContext context, SilenceWeighed weighed)
    {
        isWeighing = false;
        if (weighed.Found is not { } found)
            return;
        foreach (var announced in found.Windows)
            people.Put(announced);
        foreach (var calls in found.Calls)
            people.Put(calls);
        var (step, book) = (context.Step, context.Memory.Silence);
        var testFirst = false;
        foreach (var one in found.All)
        {
            people.Put(one);
            if (!context.Memory.Lines.ContainsKey(one.Line))
                continue;
            var before = book.Of(one.Line, one.Party);
            var verdict = one.Verdict;
            var isNew = verdict.Causes.Any(c => c.IsTheirs() && before?.Causes.Contains(c) != true);
            var isTested = verdict.OwnTest is { } test && verdict.At - test <= Fresh;
            testFirst |= isNew && !isTested;
            // A test that does not come back must not keep a silence from being written down; it is then our own fault that is not excluded.
            if (!isNew || isTested || verdict.Causes.Contains(SilenceCause.OwnFault))
                Write(step, book, one, before);
        }

        if (testFirst)
            step.After(() => nextTest = step.Now);
    }

    private static void Write(Step step, SilenceBook book, Weighed one, SilenceNote? before)
    {
        var verdict = one.Verdict;
        if (before is not null && verdict.Causes.SequenceEqual(before.Causes) &&
            (verdict.Agreement, verdict.Line, verdict.Declared, verdict.Observed) == (before.Agreement, before.Machine, before.Declared, before.Observed))
            return;
        var isSilent = verdict.Causes.Any(c => c != SilenceCause.OwnFault) || verdict.Line == MachineState.Lost;
        var from = isSilent ? before?.From ?? one.From ?? verdict.At : (Timestamp?)null;
        List<SilenceCause> all = isSilent ? [.. verdict.Causes.Union(before?.From is null ? [] : before.All).Order()] : [];
        List<PastSilence> past = [.. before?.Past ?? []];
        if (before?.From is { } began && !isSilent)
        {
            past.Add(new PastSilence(began, step.Now, before.All, before.Causes));
            if (past.Count > Bounds.PastSilences)
                past.RemoveAt(0);
        }

        var causesChanged = before is null ? verdict.Causes.Count > 0 : !verdict.Causes.SequenceEqual(before.Causes);
        book.Put(step, new SilenceNote(
            one.Line, one.Party, causesChanged || before is null ? step.Now : before.Since, from, one.Heard, verdict.Causes, all, verdict.Agreement, verdict.Line,
            verdict.Declared, verdict.Observed, past));
        if (!causesChanged)
            return;
        var was = before is { Causes.Count: > 0 } ? string.Join(", ", before.Causes.Select(c => c.Name())) : "open";
        step.Journal(JournalAct.VerdictChanged, one.Line, note: $"{one.Party}: {SilenceText.Title(verdict)}; was: {was}; {SilenceText.States(verdict)}");
        step.Note(ChangeKind.Silence, one.Line, text: $"{one.Party}: {SilenceText.Title(verdict)}");
    }
}
