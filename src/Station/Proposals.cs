using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>Finds the founding charter among the first words of a line that is not known here: a keying sealed to our card, then a proposal.</summary>
internal static class Proposals
{
    private const int FirstWords = 8;

    public static Charter? Find(StationMemory memory, BatchFrame frame)
    {
        byte[]? secret = null;
        long epoch = -1;
        foreach (var (header, carried) in frame.Entries.Take(FirstWords))
        {
            if (carried is null)
                continue;
            if (header.Kind == EntryKind.Keying && Content.Parse(carried) is { } content && KeyingContent.From(content) is { } keying)
            {
                epoch = header.Index;
                secret = keying.Open(memory.Suite, frame.Feed, epoch, memory.Own, memory.Keys.Live) ??
                    keying.Open(memory.Suite, frame.Feed, epoch, memory.Own, memory.Keys.Exercise);
            }

            if (header.Kind == EntryKind.Propose && secret is not null &&
                EntrySeal.Open(memory.Suite, secret, frame.Feed, header.EncodePrefix(), carried) is { } clear &&
                Opening.Check(header, clear) is { } proposal)
                return CharterEntries.ProposedIn(proposal);
        }

        return null;
    }
}
