using Parley.Ledger;
using Parley.Lines.Attachments;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station.Attachments;

/// <summary>Brings attachments here: a station asks for what entries of its lines name and it lacks, a few chunks at a time, its author first and then any
/// other member. What is in the store decides where it goes on, so that a cut, a restart or a crash costs no more than the chunks under way.</summary>
internal sealed class Asking(LinkTable links)
{
    private readonly SortedDictionary<AttachmentId, Want> wants = [];

    // Most steps have nothing to do with attachments, and a line may want many of them.
    private bool settles = true;
    private long looked = -1;
    private Timestamp? dueAt;

    /// <summary>At the beginning of a step: one attachment that is whole by now is checked, and one whose single source fails is begun anew.</summary>
    public void Settle(Step step)
    {
        var memory = step.Memory;
        if (!settles)
            return;
        foreach (var id in memory.AttachmentsWanted.ToList())
        {
            var (line, held) = (memory.Lines[id.Line], memory.Lines[id.Line].Attachments[id]);
            if (held.IsToCheck)
            {
                Keeping.Check(step, line, held, links);
                if (line.Attachments[id].IsWhole)
                    wants.Remove(id);
                else
                    wants.GetValueOrDefault(id)?.Restart(step.Now);
                // It is read whole: one a step, so that a flash waits for no more.
                return;
            }

            if (IsStuck(held))
            {
                Keeping.Drop(step, line, held);
                wants[id].Restart(step.Now);
            }
        }

        settles = false;
    }

    /// <summary>After a wrong digest all must come from one member, so that it is known whose fault it is: when that one fails, what it brought goes.</summary>
    private bool IsStuck(HeldAttachment held) =>
        held is { Tries: > 0, Sources: [var only] } && wants.TryGetValue(held.Id, out var want) && want.Passed.ContainsKey(only);

    /// <summary>After the commit: asks for the next chunks. Returns when to look again.</summary>
    public Timestamp? Ask(StationMemory memory, Timestamp now)
    {
        if (looked == memory.AttachmentsVersion && !(dueAt <= now))
            return dueAt;
        looked = memory.AttachmentsVersion;
        return dueAt = Look(memory, now);
    }

    private Timestamp? Look(StationMemory memory, Timestamp now)
    {
        Timestamp? due = null;
        var busy = new SortedDictionary<PartyId, int>();
        foreach (var id in memory.AttachmentsWanted)
        {
            var line = memory.Lines[id.Line];
            var held = line.Attachments[id];
            if (held.IsToCheck || IsStuck(held))
            {
                settles = true;
                return now;
            }

            if (line.Fold.LeftBy.Contains(memory.Own) || held.Held.Count == id.Chunks)
                continue;
            due = Earlier(due, Ask(memory, line, held, busy, now));
        }

        return due;
    }

    private Timestamp? Ask(StationMemory memory, LineState line, HeldAttachment held, SortedDictionary<PartyId, int> busy, Timestamp now)
    {
        if (!wants.TryGetValue(held.Id, out var want))
            wants[held.Id] = want = new Want { Since = now };
        if (want.Source is { } silent && want.Outstanding.Count > 0 && now - want.Since >= want.Patience)
            want.Pass(silent, now);
        foreach (var (party, until) in want.Passed.Where(p => p.Value <= now).ToList())
            want.Passed.Remove(party);
        if ((want.Source ?? Choose(memory, line, held, want, now)) is not { } source || !links.Has(source))
            return want.Passed.Count == 0 ? null : want.Passed.Values.Min();
        var count = busy[source] = busy.GetValueOrDefault(source) + 1;
        if (count > Bounds.AttachmentsUnderWay)
            return null;
        if (want.Outstanding.Count <= Bounds.ChunksUnderWay / 2 && Next(held, want) is { } next && !Send(held.Id, source, want, next, now))
            return null;
        return want.Since + want.Patience;
    }

    /// <summary>The next chunks in a row that are neither here nor asked for.</summary>
    private static IndexRange? Next(HeldAttachment held, Want want)
    {
        var missing = RangeSet.Empty.Add(0, held.Id.Chunks).Except(held.Held).Except(want.Outstanding);
        if (missing.Count == 0)
            return null;
        var first = missing.Ranges[0];
        return new IndexRange(first.From, Math.Min(first.ToExclusive, first.From + Bounds.ChunksUnderWay - want.Outstanding.Count));
    }

    private bool Send(AttachmentId id, PartyId source, Want want, IndexRange next, Timestamp now)
    {
        var link = links.Of(source).Best.First();
        if (link.Full || !Outbound.Send(link, new WantFrame(id, (int)next.From, (int)next.Count), Outbound.Words))
            return false;
        if (want.Outstanding.Count == 0)
            want.Since = now;
        want.Source = source;
        want.Outstanding = want.Outstanding.Add(next.From, next.ToExclusive);
        want.Asked[source] = want.Asked.GetValueOrDefault(source, RangeSet.Empty).Add(next.From, next.ToExclusive);
        return true;
    }

    /// <summary>The author before others; who alone brought wrong bytes only when nobody else is left, and not soon.</summary>
    private PartyId? Choose(StationMemory memory, LineState line, HeldAttachment held, Want want, Timestamp now)
    {
        var members = line.Fold.Members.Where(m => m != memory.Own && links.Has(m) && !want.Passed.ContainsKey(m)).ToList();
        if (held is { Tries: > 0, Sources: [var only] })
            return members.Contains(only) ? only : null;
        var others = members.Where(m => !held.Wrong.Contains(m)).OrderBy(m => m != held.Entry?.Party).ThenBy(m => m).Select(m => (PartyId?)m).FirstOrDefault();
        if (others is not null || members.Count == 0)
            return others;
        var wait = TimeSpan.FromMilliseconds(Bounds.ChunkPatienceMilliseconds * Math.Pow(2, held.Tries));
        if (now - want.Since >= wait)
            return members.OrderBy(m => m != held.Entry?.Party).ThenBy(m => m).First();
        foreach (var member in members)
            want.Passed[member] = want.Since + wait;
        return null;
    }

    /// <summary>A chunk came; null when it is taken. From a courier all is taken that is wanted, for nothing can be asked there.</summary>
    public FrameRefusal? Receive(Step step, PartyId from, ChunkFrame frame, bool byCourier = false)
    {
        var id = frame.Attachment;
        if (!step.Memory.Lines.TryGetValue(id.Line, out var line))
            return FrameRefusal.UnknownLine;
        if (line.Fold.Founding?.Names(from) != true)
            return FrameRefusal.Misaddressed;
        if (!line.Attachments.TryGetValue(id, out var held) || !held.IsWanted)
            return FrameRefusal.UnaskedChunk;
        var want = wants.GetValueOrDefault(id);
        if (!byCourier && want?.Asked.GetValueOrDefault(from)?.Contains(frame.Index) != true)
            return FrameRefusal.UnaskedChunk;
        if (frame.Bytes.Length == 0)
        {
            want?.Pass(from, step.Now);
            LookAgain();
            return null;
        }

        if (want?.Source == from)
        {
            want.Outstanding = want.Outstanding.Remove(frame.Index, frame.Index + 1);
            (want.Since, want.Silences) = (step.Now, 0);
        }

        if (held.Held.Contains(frame.Index) || (held is { Tries: > 0, Sources: [var only] } && only != from))
            return null;
        Keeping.PutChunk(step, id, frame.Index, frame.Bytes);
        Keeping.Put(step, line, held.With(frame.Index, from));
        return null;
    }

    /// <summary>A circuit to that peer opened or ended.</summary>
    public void Cut(PartyId peer)
    {
        foreach (var want in wants.Values)
            want.Cut(peer);
        LookAgain();
    }

    /// <summary>Memory was loaded anew, or the clock was set.</summary>
    public void Forget()
    {
        wants.Clear();
        settles = true;
        LookAgain();
    }

    /// <summary>Something may be possible now that was not: a circuit has room again.</summary>
    public void LookAgain() => looked = -1;

    /// <summary>What a courier should bring from that peer.</summary>
    public static IEnumerable<WantFrame> ForCourier(StationMemory memory, PartyId peer) => memory.AttachmentsWanted
        .Where(id => memory.Lines[id.Line].IsSharedWith(peer) && !memory.Lines[id.Line].Attachments[id].IsToCheck)
        .Take(Bounds.WantsPerPeer)
        .Select(id => (Id: id, First: (int)RangeSet.Empty.Add(0, id.Chunks).Except(memory.Lines[id.Line].Attachments[id].Held).Ranges[0].From))
        .Select(want => new WantFrame(want.Id, want.First, want.Id.Chunks - want.First));

    private static Timestamp? Earlier(Timestamp? one, Timestamp? other) => one is null ? other : other is null ? one : one < other ? one : other;
}
