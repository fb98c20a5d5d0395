using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What a line's checks need of the feeds. The loop takes what it knows at one moment; the store is read by the asker's own thread.</summary>
internal sealed class CheckReading
{
    private readonly StationMemory memory;
    private readonly LineGlance glance;
    private readonly List<LineGlance> operators;
    private readonly IReadOnlyList<Charter> charters;
    private readonly List<PartyId> suspended;
    private readonly List<PartyId> left;
    private readonly Timestamp now;

    private readonly Timestamp? asOf;

    private CheckReading(OperationContext context, LineState line, Timestamp? asOf)
    {
        (memory, now, this.asOf) = (context.Memory, asOf ?? context.Step.Now, asOf);
        glance = LineGlance.Of(context, line);
        charters = [.. line.Fold.InForce];
        suspended = [.. line.Fold.SuspendedBy];
        left = [.. line.Fold.LeftBy];
        var parties = line.Fold.Founding!.Parties.Select(p => p.Party).ToHashSet();
        operators = [.. context.Memory.Lines.Values
            .Where(l => l.Fold.Founding!.Kind == LineKind.Operator && l.Mode == line.Mode && l.Fold.Founding.Parties.All(p => parties.Contains(p.Party)))
            .Select(l => LineGlance.Of(context, l))];
    }

    /// <param name="asOf">A past time at which everything is judged by what was said until then; null: now.</param>
    public static CheckReading Of(OperationContext context, LineState line, Timestamp? asOf = null) => new(context, line, asOf);

    public LineGlance Glance => glance;

    /// <summary>The report from that time on, or from later where more was said than is read at once.</summary>
    public CheckReport Report(Timestamp from)
    {
        var (entries, since) = LineScan.Of(
            memory, glance, from, static k => k is EntryKind.Check or EntryKind.CheckAnswer or EntryKind.Adopt or EntryKind.Suspend or EntryKind.Resume or EntryKind.Leave);
        var checks = new List<CheckSaid>();
        var answers = new List<CheckAnswered>();
        foreach (var entry in entries.Where(e => e.Header.Status == Status.Test && (asOf is not { } end || e.At <= end)))
        {
            if (entry.Header.Kind == EntryKind.Check && CheckContent.From(entry.Content) is { } check)
                checks.Add(new CheckSaid(entry.Header.Ref, entry.At, check));
            else if (entry.Header.Kind == EntryKind.CheckAnswer && entry.Header.Regards is [var regarded] && CheckAnswerContent.From(entry.Content) is not null)
                answers.Add(new CheckAnswered(entry.Header.Ref, regarded, entry.At, glance.RecordedAt(entry.Stored)));
        }

        PartyId[] parties = [.. charters.Count > 0 ? charters[0].Parties.Select(p => p.Party) : []];
        List<CheckExcuse> excuses = [.. Suspensions(entries, since), .. Leavings(entries, since), .. Maintenance(since)];
        return CheckFold.Of(new CheckRecord(parties, Schedules(entries, since), checks, answers, excuses, Received(entries)), since, now);
    }

    private Func<EntryRef, PartyId, bool> Received(List<ScannedEntry> entries)
    {
        if (asOf is not { } end)
            return glance.Has;
        var checks = entries.Where(e => e.Header.Kind == EntryKind.Check).ToDictionary(e => e.Header.Ref, e => e.Stored);
        return (entry, party) => checks.TryGetValue(entry, out var stored) && glance.ReceivedAt(stored, party) <= end;
    }

    /// <summary>A charter holds from its `adopt` on; the last one that was adopted before the stretch holds from its beginning.</summary>
    private List<ScheduleFrom> Schedules(List<ScannedEntry> entries, Timestamp since)
    {
        var adopted = new Dictionary<Digest, Timestamp>();
        foreach (var entry in entries.Where(e => e.Header.Kind == EntryKind.Adopt))
        {
            if (CharterEntries.AnsweredIn(entry.Content) is { } hash)
                adopted.TryAdd(hash, entry.At);
        }

        var schedules = new List<ScheduleFrom>();
        foreach (var charter in charters)
        {
            var at = adopted.TryGetValue(charter.Hash(), out var known) ? known : since;
            if (!adopted.ContainsKey(charter.Hash()))
                schedules.Clear();
            schedules.Add(new ScheduleFrom(at, charter.Terms.Checks));
        }

        return schedules;
    }

    private IEnumerable<CheckExcuse> Suspensions(List<ScannedEntry> entries, Timestamp since)
    {
        var words = entries.Where(e => e.Header.Kind is EntryKind.Suspend or EntryKind.Resume).ToLookup(e => e.Header.Feed.Party);
        foreach (var party in suspended.Where(p => !words.Contains(p)))
            yield return new CheckExcuse(CheckExcuseCause.Suspended, party, since, since, null);
        foreach (var party in words)
        {
            // Who resumes first had suspended before.
            (Timestamp At, EntryRef? Entry)? from = party.First().Header.Kind == EntryKind.Resume ? (since, null) : null;
            foreach (var word in party)
            {
                if (word.Header.Kind == EntryKind.Suspend)
                {
                    from ??= (word.At, word.Header.Ref);
                }
                else if (from is { } began)
                {
                    yield return new CheckExcuse(CheckExcuseCause.Suspended, party.Key, began.At, began.At, word.At, began.Entry);
                    from = null;
                }
            }

            if (from is { } open)
                yield return new CheckExcuse(CheckExcuseCause.Suspended, party.Key, open.At, open.At, null, open.Entry);
        }
    }

    private IEnumerable<CheckExcuse> Leavings(List<ScannedEntry> entries, Timestamp since)
    {
        foreach (var party in left)
        {
            var word = entries.Find(e => e.Header.Kind == EntryKind.Leave && e.Header.Feed.Party == party);
            yield return new CheckExcuse(CheckExcuseCause.Left, party, word?.At ?? since, word?.At ?? since, null, word?.Header.Ref);
        }
    }

    /// <summary>Windows of the line or of a whole station, as the crews told each other. One circuit of several is no reason not to check.</summary>
    public IEnumerable<CheckExcuse> Maintenance(Timestamp since)
    {
        foreach (var line in operators)
        {
            foreach (var window in ServiceReading.Board(memory, line, since - ServiceReading.LookBack).Windows)
            {
                if (ServiceReading.IsOf(window, glance.Line))
                    yield return new CheckExcuse(CheckExcuseCause.Maintenance, window.Said.By, window.Said.At, window.What.Begins, window.Until, window.Said.Entry);
            }
        }
    }
}
