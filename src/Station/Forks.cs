using Parley.Control;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

/// <summary>Histories of one author that do not fit each other. What it signed is kept as evidence under a standing warning; the line is not muted: whatever
/// extends the branch that we cosigned is taken as before. A carrier that altered headers on the way must not make its author look guilty, so a mismatch
/// that another party brought is refused and accuses nobody.</summary>
internal static class Forks
{
    /// <summary>Two signed roots for one size: proven, whoever brought it.</summary>
    public static FrameRefusal Contradicts(Step step, LineState line, FeedState feed, SignedCheckpoint other) => Keep(
        step,
        line,
        feed,
        other,
        $"{feed.Id.Party} signed two histories of its {feed.Id.LaneName} words (generation {feed.Id.Generation}); the other one is kept as evidence.");

    /// <summary>Signed entries that do not lead on from what is recorded here.</summary>
    public static FrameRefusal DoesNotExtend(Step step, PartyId carrier, LineState line, FeedState feed, SignedCheckpoint other) =>
        carrier == feed.Id.Party
            ? Keep(
                step,
                line,
                feed,
                other,
                $"{feed.Id.Party} sends {feed.Id.LaneName} words (generation {feed.Id.Generation}) that do not lead on from those it sent before; kept as evidence.")
            : FrameRefusal.RootDiffers;

    /// <summary>Whether a batch of entries that are recorded here holds others than those.</summary>
    public static bool Differs(StationMemory memory, BatchFrame frame)
    {
        var stored = memory.Store.Entries(frame.Feed, frame.From, frame.Entries.Count);
        for (var i = 0; i < stored.Count; i++)
        {
            if (!stored[i].Header.AsSpan().SequenceEqual(frame.Entries[i].Header.Encode()))
                return true;
        }

        return false;
    }

    private static FrameRefusal Keep(Step step, LineState line, FeedState feed, SignedCheckpoint other, string warning)
    {
        if (line.Warnings.Add(warning))
        {
            var id = $"{feed.Id}/{other.Head.Size}/{other.Head.Root}";
            step.Put(DocumentKind.Evidence, id, other.Encode());
            step.Changed(line);
            step.Journal(JournalAct.ForkSeen, line.Id, id);
            step.Note(ChangeKind.Warning, line.Id, text: warning);
        }

        return FrameRefusal.Fork;
    }
}
