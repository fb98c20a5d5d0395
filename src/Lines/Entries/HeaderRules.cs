using Parley.Lines.Charters;

namespace Parley.Lines.Entries;

/// <summary>What a header may never say, whoever signed it. Decided from the entry and the line's founding charter alone, so that every station decides alike
/// and for ever, in whatever order words come. Whatever may yet turn out to be true (a charter version or entries that have not come here, any time) is
/// recorded and shown instead. Kinds that this version does not know are held to what is true of all.</summary>
public static class HeaderRules
{
    public static bool Allow(EntryHeader header, Charter founding) =>
        header.CharterVersion >= 1 && IsOfThatLine(header, founding) && LaneFits(header) && (!IsKnown(header.Kind) || ClaimsFit(header));

    /// <summary>The parties of a line never change, so nobody can hold words of any other on it.</summary>
    private static bool IsOfThatLine(EntryHeader header, Charter founding)
    {
        foreach (var row in header.Held.Rows)
        {
            if (!founding.Names(row.Party))
                return false;
        }

        return true;
    }

    private static bool LaneFits(EntryHeader header)
    {
        var isUrgent = header.Feed.Lane == Lane.Urgent;
        if ((isUrgent && header.Index == 0) != (header.Kind == EntryKind.Generation))
            return false;
        return header.Kind switch
        {
            EntryKind.Message or EntryKind.Code or EntryKind.Reissue => isUrgent == (header.Precedence == Precedence.Flash),
            EntryKind.Key => isUrgent,
            var kind when EntryKind.IsCharter(kind) => isUrgent,
            _ => isUrgent || header.Precedence != Precedence.Flash,
        };
    }

    /// <summary>Only the station's own words are <see cref="Status.System"/>; nobody was shown, and nobody answers, what his station did not hold.</summary>
    private static bool ClaimsFit(EntryHeader header)
    {
        if ((header.Status == Status.System) != EntryKind.IsStation(header.Kind) || !header.Held.Covers(header.Seen))
            return false;
        foreach (var regard in header.Regards)
        {
            if (!header.Held.Covers(regard))
                return false;
        }

        return true;
    }

    private static bool IsKnown(string kind) =>
        EntryKind.IsStation(kind) || EntryKind.IsCharter(kind) || kind is EntryKind.Message or EntryKind.Code or EntryKind.Reissue;
}
