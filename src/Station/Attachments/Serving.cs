using Parley.Ledger;
using Parley.Lines.Attachments;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station.Attachments;

/// <summary>Gives attachments that are whole here to members who ask for them, behind everything else that goes on a circuit.</summary>
internal sealed class Serving(LinkTable links)
{
    /// <summary>Somebody asks; null when it is answered. Only a party of the line is, and only for what a recorded entry names.</summary>
    public FrameRefusal? Receive(Step step, PartyId from, WantFrame frame)
    {
        var id = frame.Attachment;
        if (!step.Memory.Lines.TryGetValue(id.Line, out var line))
            return FrameRefusal.UnknownLine;
        if (!line.IsSharedWith(from) || line.Fold.LeftBy.Contains(step.Memory.Own))
            return FrameRefusal.Misaddressed;
        var due = links.Of(from).ChunksDue;
        if (due.Count >= Bounds.WantsPerPeer && !due.ContainsKey(id))
            return FrameRefusal.TooMany;
        // It asks for the next ones while some of the last wait here for room.
        step.After(() => due[id] = due.GetValueOrDefault(id, RangeSet.Empty).Add(frame.First, frame.First + frame.Count));
        return null;
    }

    /// <summary>After the commit and after all words: chunks that were asked for go, as far as there is room.</summary>
    public void Carry(StationMemory memory)
    {
        foreach (var peer in links.All.Where(p => p.ChunksDue.Count > 0 && p.Links.Count > 0))
        {
            foreach (var (id, asked) in peer.ChunksDue.ToList())
            {
                var left = asked;
                while (left.Count > 0 && peer.Best.FirstOrDefault(l => l is { Full: false, HasNoRoomForChunks: false }) is { } link)
                    left = Carry(memory, link, id, left);
                if (left.Count > 0)
                    peer.ChunksDue[id] = left;
                else
                    peer.ChunksDue.Remove(id);
            }
        }
    }

    /// <summary>The next few go; what is left then. A circuit has room for a bounded number of bytes of chunks, and is what holds a greedy peer.</summary>
    private static RangeSet Carry(StationMemory memory, Link link, AttachmentId id, RangeSet asked)
    {
        var first = asked.Ranges[0];
        foreach (var frame in Frames(memory, id, first with { ToExclusive = Math.Min(first.ToExclusive, first.From + Bounds.ChunksUnderWay) }))
        {
            // Never Link.Full: that would hold back flashes too.
            if (!link.Circuit.TrySend(frame.Encode(), Outbound.Chunks))
            {
                link.HasNoRoomForChunks = true;
                return asked;
            }

            link.FramesOut++;
            // Not whole here: said once.
            if (frame.Bytes.Length == 0)
                return RangeSet.Empty;
            asked = asked.Remove(frame.Index, frame.Index + 1);
        }

        return asked;
    }

    /// <summary>Those chunks, or one without bytes where the attachment is not whole here.</summary>
    private static IEnumerable<ChunkFrame> Frames(StationMemory memory, AttachmentId id, IndexRange asked)
    {
        List<byte[]> chunks = memory.Lines.TryGetValue(id.Line, out var line) && line.Attachments.TryGetValue(id, out var held) &&
            held is { IsWhole: true, Entry: not null }
            ? Keeping.Chunks(memory, id, (int)asked.From, (int)asked.Count)
            : [];
        return chunks.Count == 0 ? [new ChunkFrame(id, (int)asked.From, [])] : chunks.Select((bytes, i) => new ChunkFrame(id, (int)asked.From + i, bytes));
    }

    /// <summary>For a courier: attachments of entries that the peer has not receipted, and those that its last courier asked for.</summary>
    public static IEnumerable<ChunkFrame> ForCourier(StationMemory memory, PeerLinks peer)
    {
        var left = Bounds.PouchChunkBytes;
        foreach (var line in memory.Lines.Values.Where(l => l.IsSharedWith(peer.Party) && !l.Fold.LeftBy.Contains(memory.Own)))
        {
            foreach (var held in line.Attachments.Values.Where(a => a is { IsWhole: true, Entry: not null }).OrderBy(a => a.Entry))
            {
                var asked = peer.ChunksDue.TryGetValue(held.Id, out var chunks);
                if (left <= 0 || (!asked && !IsUnreceipted(line, peer.Party, held.Entry!.Value)))
                    continue;
                var due = asked ? chunks! : RangeSet.Empty.Add(0, held.Id.Chunks);
                left -= due.Count * Parley.Lines.Bounds.ChunkSize;
                foreach (var frame in due.Ranges.SelectMany(range => Frames(memory, held.Id, range)))
                    yield return frame;
            }
        }
    }

    private static bool IsUnreceipted(LineState line, PartyId peer, EntryRef entry) => entry.Party != peer &&
        (!line.Feeds.TryGetValue(entry.Feed(line.Id), out var feed) || feed.Receipts.GetValueOrDefault(peer) is not { } receipt ||
            receipt.Size <= entry.Index || receipt.Lacks.Contains(entry.Index));
}
