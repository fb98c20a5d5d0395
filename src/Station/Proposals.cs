using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>Finds the founding charter among the first words of a line that is not known here: a keying sealed to our card, then a proposal.</summary>
internal static class Proposals
{
    private const int FirstWords = 8;

    /// <summary>Why the first words of a line that is not known here are not taken from that carrier; null when they are, with the charter. Any party of the
    /// line may carry them. Neither a proposer nor a carrier can fill us up: what waits for an answer is bounded for each of them.</summary>
    public static FrameRefusal? Check(StationMemory memory, PartyId carrier, PreparedBatch batch, out Charter? charter)
    {
        var (frame, id) = (batch.Frame, batch.Frame.Feed);
        charter = null;
        if (frame.From != 0 || id.Lane != Lane.Urgent)
            return FrameRefusal.UnknownLine;
        if (AreTooMany(memory, carrier, id.Party))
            return FrameRefusal.TooMany;
        if (Find(memory, frame) is not { Version: 1 } found || found.Proposer != id.Party || found.FoundedLine() != id.Line || !found.Names(memory.Own))
            return FrameRefusal.UnknownLine;
        if (!found.Names(carrier))
            return FrameRefusal.Misaddressed;
        if (new CompactRange().RootWith(batch.Leaves) != frame.Checkpoint.Head.Root)
            return FrameRefusal.RootDiffers;
        charter = found;
        return Claims.Check(memory, null, found, batch, 0);
    }

    /// <summary>Whether one more line of that proposer, brought by that carrier, would be more than may wait for an answer.</summary>
    public static bool AreTooMany(StationMemory memory, PartyId carrier, PartyId proposer)
    {
        var waiting = memory.Lines.Values.Where(l => l.Fold.InForce.Count == 0 && !l.Fold.IsClosed).ToList();
        return memory.Lines.Count >= Bounds.Lines ||
            (proposer != memory.Own && waiting.Count(l => l.Fold.Founding?.Proposer == proposer) >= Bounds.ProposedLinesPerPeer) ||
            (carrier != proposer && waiting.Count(l => l.Carrier == carrier) >= Bounds.CarriedLinesPerPeer);
    }

    private static Charter? Find(StationMemory memory, BatchFrame frame)
    {
        byte[]? secret = null;
        var mode = LineMode.Live;
        long epoch = -1;
        foreach (var (header, carried) in frame.Entries.Take(FirstWords))
        {
            if (carried is null)
                continue;
            if (header.Kind == EntryKind.Keying && Content.Parse(carried) is { } content && KeyingContent.From(content) is { } keying)
            {
                epoch = header.Index;
                secret = keying.Open(memory.Suite, frame.Feed, epoch, memory.Own, memory.Keys.Live);
                mode = secret is null ? LineMode.Exercise : LineMode.Live;
                secret ??= keying.Open(memory.Suite, frame.Feed, epoch, memory.Own, memory.Keys.Exercise);
            }

            if (header.Kind == EntryKind.Propose && secret is not null &&
                EntrySeal.Open(memory.Suite, secret, frame.Feed, header.EncodePrefix(), carried) is { } clear &&
                Opening.Check(header, clear) is { } proposal)
                return CharterEntries.ProposedIn(proposal) is { } charter && charter.Mode == mode ? charter : null;
        }

        return null;
    }
}
