using System.Globalization;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>What a revoked key still counts for. Nobody can tell what it signed before it was stolen from what a thief signs with it, but for one thing: what a
/// member has cosigned was there. So entries under such a key are taken as far as some member's cosignature over them is shown, whoever brings both, and the
/// greatest head that any member has cosigned comes to stand everywhere. What goes beyond is refused. See docs/decisions/0014.</summary>
internal static class Revocations
{
    /// <summary>Whether that card of the party, by its position in the chain, is among those it has revoked.</summary>
    public static bool Cover(StationMemory memory, PartyId party, int card) => card < (memory.ChainOf(party)?.Revoked ?? 0);

    /// <summary>Whether a cosignature counts for nothing any more because its party has revoked the key.</summary>
    public static bool Cover(StationMemory memory, SignedCosignature signed) =>
        memory.ChainOf(signed.By) is { Revoked: > 0 and var revoked } &&
        !Array.Exists(memory.Shared.KeysOf(signed.By)[revoked..], signed.Verify);

    /// <summary>Step 7. Whether new entries are signed by a revoked key and nobody on the line is shown to have cosigned them.</summary>
    public static bool Bar(StationMemory memory, Charter founding, PreparedBatch batch) =>
        Cover(memory, batch.Frame.Feed.Party, batch.Card) &&
        (!memory.Cosigned.TryGetValue(batch.Frame.Feed, out var shown) || shown.Size < batch.Frame.Until || !founding.Names(shown.By));

    /// <summary>A member's cosignature over what may not be here yet.</summary>
    public static FrameRefusal? Receive(StationMemory memory, PreparedCosignature prepared)
    {
        var (signed, feed) = (prepared.Signed, prepared.Signed.Feed);
        if (signed.By == feed.Party)
            return FrameRefusal.BadReceipt;
        if (Cover(memory, signed.By, prepared.Card))
            return FrameRefusal.Revoked;
        // Only where it decides anything.
        if (memory.ChainOf(feed.Party) is not { Revoked: > 0 } || memory.Cosigned.GetValueOrDefault(feed).Size >= signed.Head.Size)
            return null;
        if (memory.Cosigned.Count >= Bounds.CosignedFeeds)
            memory.Cosigned.Clear();
        memory.Cosigned[feed] = (signed.Head.Size, signed.By);
        return null;
    }

    /// <summary>Whether the key that signs this feed is revoked.</summary>
    public static bool IsUnderRevokedKey(StationMemory memory, FeedState feed) => Cover(memory, feed.Id.Party, feed.CardIndex);

    /// <summary>How much of a feed others would take: all, but of our own under a revoked key only what some member has cosigned.</summary>
    public static long SizeToSend(StationMemory memory, FeedState feed) =>
        feed.Id.Party == memory.Own && IsUnderRevokedKey(memory, feed) ? CosignedSize(feed) : feed.Size;

    /// <summary>The cosignature that goes in front of entries under a revoked key; null when there is none.</summary>
    public static CosignatureFrame? ToShow(StationMemory memory, FeedState feed)
    {
        var greatest = feed.Receipts.OrderByDescending(r => r.Value.Size).Select(r => (PartyId?)r.Key).FirstOrDefault();
        var by = feed.Id.Party == memory.Own ? greatest : memory.Own;
        return by is { } member && Inbound.LastReceipt(memory, feed, member) is { } signed ? new CosignatureFrame(feed.Id, signed) : null;
    }

    /// <summary>At start. Receipts that we gave under a key revoked since count for nothing at their authors': they are signed anew. When the key has just been
    /// revoked, officers are told what nobody received.</summary>
    public static void Begin(Step step, LineState line, bool isNew)
    {
        var memory = step.Memory;
        if (memory.Keys.Chain.Revoked == 0)
            return;
        if (isNew)
            Warn(step, line);
        // Without a generation under the new key no receipt can state how far we were.
        if (line.Fold.IsClosed || line.Fold.LeftBy.Contains(memory.Own))
            return;
        foreach (var feed in line.Feeds.Values.Where(f => f.Id.Party != memory.Own && f.Receipts.ContainsKey(memory.Own)))
        {
            if (Inbound.LastReceipt(memory, feed, memory.Own) is { } signed && Cover(memory, signed))
                step.HeadMoved(feed);
        }
    }

    /// <summary>A receipt over a feed of ours came. Under a revoked key it is what lets the other members have these entries, and fewer must be said again.</summary>
    public static void AfterReceipt(Step step, LinkTable links, LineState line, FeedState feed)
    {
        if (feed.Id.Party != step.Memory.Own || !IsUnderRevokedKey(step.Memory, feed))
            return;
        foreach (var member in line.Fold.Members.Where(m => m != step.Memory.Own))
            links.Of(member).Pending.Add(feed.Id);
        if (line.Warnings.Any(w => IsWarning(step.Memory, w)))
            Warn(step, line);
    }

    private static bool IsWarning(StationMemory memory, string warning) => warning.StartsWith($"{memory.Own} revoked its key", StringComparison.Ordinal);

    private static void Warn(Step step, LineState line)
    {
        var memory = step.Memory;
        line.Warnings.RemoveWhere(w => IsWarning(memory, w));
        var words = line.Feeds.Values.Where(f => f.Id.Party == memory.Own && IsUnderRevokedKey(memory, f)).Sum(f => WordsBeyond(memory, f, CosignedSize(f)));
        if (words > 0)
        {
            line.Warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{memory.Own} revoked its key, and no receipt covers {words} of the words that it signed: nobody will take them. Say again what still holds."));
        }

        step.Changed(line);
        step.Note(Control.ChangeKind.Warning, line.Id, text: "revoked");
    }

    private static long CosignedSize(FeedState feed) => feed.Receipts.Values.Select(r => r.Size).DefaultIfEmpty(0).Max();

    private static int WordsBeyond(StationMemory memory, FeedState feed, long size)
    {
        var words = 0;
        while (memory.Store.Entries(feed.Id, size, Bounds.PageEntries) is { Count: > 0 } page)
        {
            words += page.Count(e => EntryHeader.Parse(e.Header) is { } header && !EntryKind.IsStation(header.Kind));
            size = page[^1].Index + 1;
        }

        return words;
    }
}
