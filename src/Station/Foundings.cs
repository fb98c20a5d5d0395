using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>A line that a member remembers and our store does not: its charter, and the commitment of the content that proposed it.</summary>
internal sealed record LostLine(Charter Charter, Digest Commitment);

/// <summary>How a line becomes known here by its first words (step 7). A member proposes it to us, or carries the proposal of another. Or our store was set back
/// to before it was founded: its sealed words may be gone everywhere, and the keying of our own was sealed to the others alone. So a member hands the proposal over,
/// sealed to our card, and then brings the proposer's signed words. The content must be the one that those are committed to: only both together
/// found the line, for anybody could write a charter in another's name.</summary>
internal static class Foundings
{
    private const int FirstWords = 8;

    public static FrameRefusal? Receive(Step step, Inbound inbound, LinkTable links, PartyId carrier, PreparedBatch batch)
    {
        var memory = step.Memory;
        var id = batch.Frame.Feed;
        var isOurs = id.Party == memory.Own;
        var charter = Lost(memory, batch.Frame);
        var lost = charter is not null;
        var refused = lost ? CheckLost(memory, carrier, batch, charter!)
            : isOurs ? FrameRefusal.UnknownLine
            : Proposals.Check(memory, carrier, batch, out charter);
        if (refused is not null)
            return refused;
        if (Revocations.Bar(memory, charter!, batch))
            return FrameRefusal.Revoked;
        var line = new LineState(id.Line, lost ? CharterFold.Proposed(charter!) : new CharterFold())
        {
            Carrier = lost || carrier == id.Party ? null : carrier,
        };
        memory.Lines[id.Line] = line;
        step.Changed(line);
        memory.LostLines.Remove(id.Line);
        step.Note(Control.ChangeKind.Line, id.Line, text: "proposed");
        // The keys of what was said on it are lost; a new generation publishes one to which members can hand it over.
        if (isOurs)
            Appending.GiveUpGeneration(step, line);
        inbound.Record(step, carrier, line, line.Feed(id), batch, 0);
        // Those who hold words for us on this line wait until they know that we know it.
        step.After(links.TellAll);
        return null;
    }

    /// <summary>Why the first words of a line that a member remembers for us are not taken; null when they are.</summary>
    private static FrameRefusal? CheckLost(StationMemory memory, PartyId carrier, PreparedBatch batch, Charter charter)
    {
        var (frame, id) = (batch.Frame, batch.Frame.Feed);
        if (frame.From != 0 || id.Lane != Lane.Urgent || charter.FoundedLine() != id.Line || charter.Proposer != id.Party ||
            !charter.Names(memory.Own) || !charter.Names(carrier))
            return FrameRefusal.UnknownLine;
        if (Proposals.AreTooMany(memory, carrier, id.Party))
            return FrameRefusal.TooMany;
        return new CompactRange().RootWith(batch.Leaves) != frame.Checkpoint.Head.Root
            ? FrameRefusal.RootDiffers
            : Claims.Check(memory, null, charter, batch, 0);
    }

    private static Charter? Lost(StationMemory memory, BatchFrame frame) =>
        memory.LostLines.TryGetValue(frame.Feed.Line, out var lost) &&
        frame.Entries.Any(e => e.Header.Kind == EntryKind.Propose && e.Header.Commitment == lost.Commitment)
            ? lost.Charter
            : null;

    /// <summary>The proposal of a line that is not known here. Only kept in mind: the proposer's signed words decide whether it is true.</summary>
    public static FrameRefusal? ReceiveHandover(StationMemory memory, HandoverFrame frame)
    {
        if (frame.Feed.Lane != Lane.Urgent || frame.Contents.Count != 1)
            return FrameRefusal.UnknownLine;
        var mode = Digest.Of(memory.Keys.Live.PublicKey) == frame.Key ? LineMode.Live : LineMode.Exercise;
        var (index, carried) = frame.Contents[0];
        if (memory.Suite.Open(memory.Keys.Kem(mode), HandoverFrame.Info(memory.Suite.Id, frame.Feed, index, memory.Own), [], carried) is not { } clear ||
            Content.Parse(clear) is not { } content || CharterEntries.ProposedIn(content) is not { } charter || charter.FoundedLine() != frame.Feed.Line ||
            charter.Mode != mode)
            return FrameRefusal.ContentDiffers;
        if (memory.LostLines.Count >= Bounds.UnknownLinesPerPeer)
            memory.LostLines.Clear();
        memory.LostLines[frame.Feed.Line] = new LostLine(charter, content.Commitment());
        return null;
    }

    /// <summary>A member says that it holds nothing of this line: the proposal, sealed to its card, for it has no other key on that line.</summary>
    public static void HandOver(Step step, PeerLinks peer, LineState line)
    {
        var memory = step.Memory;
        if (line.Fold.Founding is not { Kind: not LineKind.Operator } founding || peer.Links.Count == 0 || memory.ChainOf(peer.Party)?.Current.Kem(line.Mode) is not { } key)
            return;
        foreach (var feed in line.Feeds.Values.Where(f => f.Id.Party == founding.Proposer && f.Id.Lane == Lane.Urgent))
        {
            foreach (var stored in memory.Store.Entries(feed.Id, 0, FirstWords))
            {
                if (EntryHeader.Parse(stored.Header)?.Kind != EntryKind.Propose || Handover.OpenAtRest(memory, stored) is not { } clear ||
                    Content.Parse(clear) is not { } content || CharterEntries.ProposedIn(content)?.FoundedLine() != line.Id ||
                    memory.Suite.Seal(key, HandoverFrame.Info(memory.Suite.Id, feed.Id, stored.Index, peer.Party), [], clear) is not { } carried)
                    continue;
                var frame = new HandoverFrame(feed.Id, Digest.Of(key), [new(stored.Index, carried)]);
                // As urgent as the words that follow it, so that it is there first.
                step.After(() =>
                {
                    if (peer.Links.Count > 0)
                        Outbound.Send(peer.Best.First(), frame, Precedence.Flash);
                });
                return;
            }
        }
    }
}
