using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What was read of a line's calls and contacts.</summary>
/// <param name="Table">The counterparts in force at the time of the reading.</param>
/// <param name="From">What was said before was left out, but for calls and contacts of which something was said since.</param>
internal sealed record CallsRead(CallSource Source, IReadOnlyList<Counterpart> Table, Timestamp From);

/// <summary>What a line's calls and contacts need of the feeds. The loop takes what it knows at one moment; lists are read by the asker's own thread.</summary>
internal sealed class CallReading
{
    private const int Page = 64;

    // Of one call: a party may say as many steps as it likes, and takes no room from those of the others.
    private const int MostStepsOfOne = 256;
    private const int MostLookedAt = 16 * 1024;

    private readonly StationMemory memory;
    private readonly List<Charter> charters;
    private readonly Timestamp now;
    private readonly bool isPast;

    private CallReading(OperationContext context, LineState line, Timestamp? asOf)
    {
        (memory, now, isPast) = (context.Memory, asOf ?? context.Step.Now, asOf is not null);
        Glance = LineGlance.Of(context, line);
        charters = [.. line.Fold.InForce];
    }

    public LineGlance Glance { get; }

    public Timestamp Now => now;

    /// <summary>The table in force now.</summary>
    public IReadOnlyList<Counterpart> Table => charters.Count > 0 ? charters[^1].Terms.Counterparts : [];

    /// <param name="asOf">A past time at which everything is judged by what was said until then; null: now.</param>
    public static CallReading Of(OperationContext context, LineState line, Timestamp? asOf = null) => new(context, line, asOf);

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

    /// <summary>One contact with every word on it; null when that entry is no contact here.</summary>
    public ContactRecord? Contact(EntryRef contact)
    {
        var entries = Entries(contact).ToList();
        return ContactFold.Of(new ContactSource([], Source([.. entries.Select(Of)], entries), null, now), now).Contacts is [var record] ? record : null;
    }

    /// <summary>Calls of which something was said since; and from when on that is so.</summary>
    /// <param name="most">Entries of the line that are looked at.</param>
    public (CallReport Report, Timestamp From) Since(Timestamp from, int most = Bounds.ScannedEntries)
    {
        var read = Read(from, most);
        return (CallFold.Of(read.Source, now), read.From);
    }

    /// <summary>Calls and contacts of which something was said since.</summary>
    /// <param name="most">Entries of the line that are looked at.</param>
    public CallsRead Read(Timestamp from, int most = Bounds.ScannedEntries)
    {
        var (found, since) = LineScan.All(memory, Glance, from, static k => IsBegun(k) || IsStep(k) || k == EntryKind.Adopt, most);
        var scanned = found.Where(s => s.Header.Kind != EntryKind.Adopt).ToList();
        var begun = scanned.Where(s => IsBegun(s.Header.Kind)).Select(s => s.Header.Ref).ToHashSet();
        // What was begun before, and of which something was said since, is read as a whole.
        var older = scanned.Where(s => IsStep(s.Header.Kind) && s.Header.Regards is [var about] && !begun.Contains(about)).Select(s => s.Header.Regards[0]).Distinct().ToList();
        var before = older.SelectMany(Entries).ToList();
        var has = before.Select(b => b.Header.Ref).ToHashSet();
        List<ScannedHeader> all = [.. before.Concat(scanned.Where(s => !has.Contains(s.Header.Ref))).OrderBy(s => s.Stored.Position)];
        var source = Source([.. all.Select(Of)], all);
        return new CallsRead(isPast ? source.Until(now) : source, TableOf(found), since);
    }

    /// <summary>The table that was in force at the time of the reading. What was adopted before the stretch that was read was in force in all of it.</summary>
    private IReadOnlyList<Counterpart> TableOf(List<ScannedHeader> found)
    {
        var adopted = new Dictionary<Digest, Timestamp>();
        foreach (var entry in found.Where(e => e.Header.Kind == EntryKind.Adopt && e.Content is not null))
        {
            if (CharterEntries.AnsweredIn(entry.Content!) is { } hash)
                adopted.TryAdd(hash, entry.At);
        }

        return charters.LastOrDefault(c => !isPast || !adopted.TryGetValue(c.Hash(), out var at) || at <= now)?.Terms.Counterparts ?? [];
    }

    private CallReport Fold(IReadOnlyList<CallEntry> said, List<ScannedHeader> entries) => CallFold.Of(Source(said, entries), now);

    private CallSource Source(IReadOnlyList<CallEntry> said, List<ScannedHeader> entries)
    {
        var requests = entries.Where(e => e.Header.Kind == EntryKind.Call).ToDictionary(e => e.Header.Ref, e => e.Stored);
        return new CallSource(said, Terms, (entry, party) => requests.TryGetValue(entry, out var stored) ? Glance.ReceivedAt(stored, party) : null);
    }

    private static bool IsBegun(string kind) => kind is EntryKind.Call or EntryKind.Contact;

    private static bool IsStep(string kind) => kind is EntryKind.CallStep or EntryKind.ContactWord;

    private IEnumerable<ScannedHeader> Entries(EntryRef call)
    {
        if (memory.Store.Entry(call.Feed(Glance.Line), call.Index) is not { } stored || ScannedHeader.Of(memory, stored) is not { } request || !IsBegun(request.Header.Kind))
            yield break;
        var kind = request.Header.Kind == EntryKind.Call ? EntryKind.CallStep : EntryKind.ContactWord;
        yield return request;
        TranscriptPosition? after = null;
        var said = new Dictionary<PartyId, int>();
        for (var read = 0; read < MostLookedAt && memory.Store.Regarding(Glance.Line, call, after, Page) is { Count: > 0 } page; read += Page)
        {
            foreach (var one in page)
            {
                after = one.Position;
                // What is typed in the talk itself regards the call too, and is no step.
                if (EntryHeader.Parse(one.Header)?.Kind != kind)
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
