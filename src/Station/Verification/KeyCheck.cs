using System.Buffers.Binary;
using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Verification;

/// <summary>The keys that documents keep: each stands for an entry that published it. Whether an epoch's secret opens what it should is looked at with
/// the entries.</summary>
internal static class KeyCheck
{
    public static StoreFailure? ReadLineKey(Verification check, string id, byte[] bytes)
    {
        var parts = id.Split('/');
        if (parts.Length != 3 || LineId.Parse(parts[0]) is not { } line || GenerationId.Parse(parts[1]) is not { } generation ||
            Index(parts[2]) is not { } index || !check.Lines.TryGetValue(line, out var state))
            return StoreFailure.OfAnotherPlace;
        if (bytes.Length <= sizeof(long) || !Timestamp.TryFrom(BinaryPrimitives.ReadInt64BigEndian(bytes), out var since) ||
            check.Keys.Suite.ImportKemKey(bytes.AsSpan(sizeof(long))) is not { } key)
            return StoreFailure.Malformed;
        state.OwnKems.Add(new OwnKem(generation, index, since, key));
        return null;
    }

    public static StoreFailure? ReadEpoch(Verification check, string id, byte[] bytes)
    {
        var cut = id.LastIndexOf('/');
        if (cut < 0 || FeedId.Parse(id[..cut]) is not { } feed || Index(id[(cut + 1)..]) is not { } index ||
            !check.Lines.TryGetValue(feed.Line, out var line))
            return StoreFailure.OfAnotherPlace;
        if (bytes.Length != 0 && bytes.Length != KeyingContent.SecretSize)
            return StoreFailure.Malformed;
        if (!line.Epochs.TryGetValue(feed, out var epochs))
            line.Epochs[feed] = epochs = [];
        epochs.Add(new Epoch(index, bytes.Length == 0 ? null : bytes));
        epochs.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        return null;
    }

    /// <summary>After the entries were looked at.</summary>
    public static void Run(Verification check)
    {
        foreach (var line in check.Lines.Values)
        {
            foreach (var (feed, epochs) in line.Epochs)
            {
                foreach (var epoch in epochs.Where(e => Kind(check, feed, e.Index) is { } kind && kind != EntryKind.Keying))
                    check.Find(Verification.NameOf(DocumentKind.Epoch, $"{feed}/{epoch.Index}"), StoreFailure.OfAnotherPlace);
            }

            foreach (var kem in line.OwnKems)
            {
                CheckKem(check, line, kem);
                kem.Key.Dispose();
            }

            if (check.LastKeys.TryGetValue(line.Id, out var last) &&
                !line.OwnKems.Exists(k => k.Generation == last.Generation && k.Index == last.Index))
                Missing(check, DocumentKind.LineKey, string.Create(CultureInfo.InvariantCulture, $"{line.Id}/{last.Generation}/{last.Index}"));
        }
    }

    /// <summary>A document that must be here and is not; one that is here and fails was named before.</summary>
    public static void Missing(Verification check, DocumentKind kind, string id)
    {
        var name = Verification.NameOf(kind, id);
        if (!check.Found(name))
            check.Find(name, StoreFailure.Missing);
        check.FailedKinds.Add(kind);
    }

    private static void CheckKem(Verification check, LineState line, OwnKem kem)
    {
        var feed = new FeedId(line.Id, check.Keys.Party, kem.Generation, Lane.Urgent);
        if (check.EntryAt(feed, kem.Index) is not { } stored || check.OpenAtRest(stored) is not { } clear || Content.Parse(clear) is not { } content)
            return;
        if (KeyContent.From(content) is not { } published || !published.PublicKey.AsSpan().SequenceEqual(kem.Key.PublicKey))
        {
            check.Find(
                Verification.NameOf(DocumentKind.LineKey, string.Create(CultureInfo.InvariantCulture, $"{line.Id}/{kem.Generation}/{kem.Index}")),
                StoreFailure.KeyMismatch);
        }
    }

    private static string? Kind(Verification check, FeedId feed, long index) =>
        check.EntryAt(feed, index) is { } stored ? EntryHeader.Parse(stored.Header)?.Kind : null;

    private static long? Index(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) &&
        index.ToString(CultureInfo.InvariantCulture) == text ? index : null;
}
