using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>What the headers of a batch may claim (step 7). Refusing a properly signed entry stops its feed here for ever, so only that is refused which every
/// station must refuse, whatever came to it before: what a header may never say, words behind the author's own `leave` in the same feed, a signature that
/// is weaker than the charter under which the words were said. See docs/decisions/0013.</summary>
internal static class Claims
{
    /// <summary>Why the entries from <paramref name="skip"/> on are not taken; null when they are. Their root is the signed one.</summary>
    public static FrameRefusal? Check(StationMemory memory, LineState? line, Charter founding, PreparedBatch batch, int skip)
    {
        var frame = batch.Frame;
        // Not that of the frame: what is recorded here already was not verified again.
        var before = frame.From + skip > 0 && frame.Feed.Lane == Lane.Urgent ? memory.HeaderOf(frame.Feed, frame.From + skip - 1) : null;
        for (var i = skip; i < frame.Entries.Count; i++)
        {
            var header = frame.Entries[i].Header;
            if (!HeaderRules.Allow(header, founding))
                return FrameRefusal.BadHeader;
            if (frame.Feed.Lane == Lane.Urgent && before?.Kind == EntryKind.Leave)
                return FrameRefusal.Left;
            if (IsTooWeak(line, header, frame.Checkpoint))
                return FrameRefusal.SuiteTooWeak;
            before = header;
        }

        return null;
    }

    /// <summary>Whether the signature is of a suite below the least one of the charter that the header names, where that is in force here.</summary>
    private static bool IsTooWeak(LineState? line, EntryHeader header, SignedCheckpoint checkpoint) =>
        line is not null && header.CharterVersion <= line.Fold.InForce.Count &&
        checkpoint.Suite.Number < line.Fold.InForce[header.CharterVersion - 1].Terms.LeastSuite.Number;
}
