using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What a line's calls need of the feeds. The loop takes what it knows at one moment; lists are read by the asker's own thread.</summary>
internal sealed class CallReading
{
    private const int Page = 64;

    // Of one call: a party may say as many steps as it likes, and takes no room from those of the others.
    private const int MostStepsOfOne = 256;
    private const int MostLookedAt = 16 * 1024;

    private readonly StationMemory memory;
    private readonly List<Charter> charters;
    private readonly Timestamp now;

    private CallReading(OperationContext context, LineState line)
    {
        (memory, now) = (context.Memory, context.Step.Now);
        Glance = LineGlance.Of(context, line);
        charters = [.. line.Fold.InForce];
    }

    public LineGlance Glance { get; }

    public Timestamp Now => now;

    /// <summary>The table in force now.</summary>
    public IReadOnlyList<Counterpart> Table => charters.Count > 0 ? charters[^1].Terms.Counterparts : [];

    public static CallReading Of(OperationContext context, LineState line) => new(context, line);

    /// <summary>The terms under which an entry was said; null where that charter is not known here.</summary>
    public CharterTerms? Terms(int version) => version >= 1 && version <= charters.Count ? charters[version - 1].Terms : null;

    /// <summary>One call with all its steps; null when that entry is no request here.</summary>
    /// <param name="step">A step of ours that was not said yet, to see what it would do.</param>
    public CallRecord? One(EntryRef call, CallEntry? step = null)
    {
        var entries = Entries(call).ToList();
        if (entries.Count == 0)
            return null;
        List<CallEntry> said = [.. entries.Select(Of)];
        if (step is not null)
            said.Add(step);
        return Fold(said, entries).Calls is [var record] ? record : null;
    }

    /// <summary>Calls of which something was said since; and from when on that is so.</summary>
    /// <param name="most">Entries of the line that are looked at.</param>
    public (CallReport Report, Timestamp From) Since(Timestamp from, int most = Bounds.ScannedEntries)
    {
        var (scanned, since) = LineScan.All(memory, Glance, from, static k => k is EntryKind.Call or EntryKind.CallStep, most);
        var calls = scanned.Where(s => s.Header.Kind == EntryKind.Call).Select(s => s.Header.Ref).ToHashSet();
        // What was asked for before, and of which something was said since, is read as a whole.
        var older = scanned.Where(s => s.Header.Kind == EntryKind.CallStep && s.Header.Regards is [var about] && !calls.Contains(about))
            .Select(s => s.Header.Regards[0]).Distinct().ToList();
        var before = older.SelectMany(Entries).ToList();
        var has = before.Select(b => b.Header.Ref).ToHashSet();
        List<ScannedHeader> all = [.. before.Concat(scanned.Where(s => !has.Contains(s.Header.Ref))).OrderBy(s => s.Stored.Position)];
        return (Fold([.. all.Select(Of)], all), since);
    }

    private CallReport Fold(IReadOnlyList<CallEntry> said, List<ScannedHeader> entries)
    {
        var requests = entries.Where(e => e.Header.Kind == EntryKind.Call).ToDictionary(e => e.Header.Ref, e => e.Stored);
        return CallFold.Of(
            new CallSource(said, Terms, (entry, party) => requests.TryGetValue(entry, out var stored) ? Glance.ReceivedAt(stored, party) : null), now);
    }

    private IEnumerable<ScannedHeader> Entries(EntryRef call)
    {
        if (memory.Store.Entry(call.Feed(Glance.Line), call.Index) is not { } stored || ScannedHeader.Of(memory, stored) is not { Header.Kind: EntryKind.Call } request)
            yield break;
        yield return request;
        TranscriptPosition? after = null;
        var said = new Dictionary<PartyId, int>();
        for (var read = 0; read < MostLookedAt && memory.Store.Regarding(Glance.Line, call, after, Page) is { Count: > 0 } page; read += Page)
        {
            foreach (var one in page)
            {
                after = one.Position;
                // What is typed in the talk itself regards the call too, and is no step.
                if (EntryHeader.Parse(one.Header)?.Kind != EntryKind.CallStep)
                    continue;
                var count = said[one.Feed.Party] = said.GetValueOrDefault(one.Feed.Party) + 1;
                if (count <= MostStepsOfOne && ScannedHeader.Of(memory, one) is { } step)
                    yield return step;
            }
        }
    }

    private CallEntry Of(ScannedHeader entry) => new(
        entry.Header.Ref,
        entry.Header.Kind,
        entry.At,
        entry.Header.Precedence,
        entry.Header.Status,
        entry.Header.CharterVersion,
        entry.Header.Regards,
        entry.Content,
        Glance.RecordedAt(entry.Stored));
}
