using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

/// <summary>Opens contents inside the loop: those whose key came in the same step or later than they did.</summary>
internal static class Opening
{
    /// <summary>The content in clear; null when no epoch secret here opens it.</summary>
    public static byte[]? TryOpen(StationMemory memory, LineState line, EntryHeader header, byte[] carried) =>
        line.EpochOf(header.Feed, header.Index)?.Secret is { Length: > 0 } secret
            ? EntrySeal.Open(memory.Suite, secret, header.Feed, header.EncodePrefix(), carried)
            : null;

    /// <summary>The content, when it is the one that the header is committed to; null otherwise.</summary>
    public static Content? Check(EntryHeader header, byte[] clear) =>
        Content.Parse(clear) is { } content && content.Commitment() == header.Commitment ? content : null;

    /// <summary>Keeps a content of a recorded entry. False when it is not readable.</summary>
    public static bool Keep(Step step, LineState line, FeedState feed, EntryHeader header, byte[]? carried, byte[]? clear)
    {
        var content = clear is null ? null : Check(header, clear);
        var atRest = content is null ? null : step.SealRow(header.Encode(), clear);
        if (carried is not null || atRest is not null)
            step.Add(new ContentRecorded(feed.Id, header.Index, carried, atRest));
        if (carried is not null)
            step.Memory.Recent.Filled(feed.Id, header.Index, carried);
        step.HeadMoved(feed);
        if (content is null)
            return false;
        Understanding.Of(step, line, feed, header, content);
        step.Note(Control.ChangeKind.Opened, line.Id, header.Ref.ToString());
        return true;
    }

    /// <summary>An epoch secret came: entries of that lane that were unreadable may be readable now. Bounded: 1,024 entries a step.</summary>
    public static void Retry(Step step, LineState line, FeedState feed)
    {
        var left = 1024;
        foreach (var range in feed.Unreadable.Ranges)
        {
            foreach (var stored in step.Memory.Store.Entries(feed.Id, range.From, (int)Math.Min(range.Count, left)))
            {
                left--;
                if (stored.Sealed is { } carried && EntryHeader.Parse(stored.Header) is { } header &&
                    TryOpen(step.Memory, line, header, carried) is { } clear && Keep(step, line, feed, header, null, clear))
                    feed.Unreadable = feed.Unreadable.Remove(stored.Index, stored.Index + 1);
            }

            if (left <= 0)
                return;
        }
    }
}
