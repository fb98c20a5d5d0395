using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Silence;

namespace Parley.Lines.Messages;

/// <summary>Step 3 of the road: a header with its sealed content, ready to be appended. Made from a released message, or from one of the station's
/// own words, and from nothing else.</summary>
public sealed class SealedEntry
{
    private SealedEntry(EntryHeader header, byte[] headerBytes, byte[] content, byte[] sealedContent)
    {
        Header = header;
        HeaderBytes = headerBytes;
        Content = content;
        Sealed = sealedContent;
    }

    public EntryHeader Header { get; }

    /// <summary>The leaf.</summary>
    public byte[] HeaderBytes { get; }

    /// <summary>The content in clear, for our own store.</summary>
    public byte[] Content { get; }

    /// <summary>What travels.</summary>
    public byte[] Sealed { get; }

    /// <summary>Where the entry will stand: everything of the header that its words do not decide.</summary>
    public sealed record Place(FeedId Feed, long Index, int CharterVersion, Timestamp Time, Heads Held);

    public static SealedEntry Seal(ReleasedMessage message, Place place, Suite suite, ReadOnlySpan<byte> epochSecret, ReadOnlySpan<byte> seed)
    {
        var draft = message.Draft;
        return Seal(
            place, draft.Precedence, draft.Status, draft.Words.Kind, draft.Regards, message.Seen, draft.Words.ToContent(seed), suite, epochSecret);
    }

    /// <summary>Words on the charter, which officers release by naming it.</summary>
    public static SealedEntry Seal(CharterWord word, Place place, Suite suite, ReadOnlySpan<byte> epochSecret) => Seal(
        place, Precedence.Immediate, word.Kind == EntryKind.Adopt ? Status.System : Status.Actual, word.Kind, [], word.Seen, word.Content, suite, epochSecret);

    /// <summary>Words of the station itself, which travel in clear.</summary>
    public static SealedEntry Clear(StationEntry entry, Place place, Suite suite) =>
        Seal(place, Precedence.Routine, Status.System, entry.Kind, [], Heads.None, entry.Content, suite, []);

    private static SealedEntry Seal(
        Place place, Precedence precedence, Status status, string kind, IReadOnlyList<EntryRef> regards, Heads seen, Content content, Suite suite, ReadOnlySpan<byte> epochSecret)
    {
        var clear = content.Encode();
        var header = new EntryHeader(
            place.Feed, place.Index, place.CharterVersion, place.Time, precedence, status, kind, regards, place.Held, seen, content.Commitment(), default);
        var prefix = header.EncodePrefix();
        var carried = EntryKind.IsClear(kind) ? clear : EntrySeal.Seal(suite, epochSecret, place.Feed, prefix, clear);
        header = header with { Content = Digest.Of(carried) };
        return new SealedEntry(header, EntryHeader.Complete(prefix, header.Content), clear, carried);
    }
}

/// <summary>A word on the charter: one of the kinds for which <see cref="EntryKind.IsCharter"/> holds.</summary>
public sealed record CharterWord(string Kind, Content Content, Heads Seen);

/// <summary>The station's own words, a closed set.</summary>
public sealed record StationEntry
{
    private StationEntry(string kind, Content content)
    {
        Kind = kind;
        Content = content;
    }

    public string Kind { get; }

    public Content Content { get; }

    public static StationEntry Of(GenerationContent content, ReadOnlySpan<byte> seed) => new(EntryKind.Generation, content.ToContent(seed));

    public static StationEntry Of(KeyContent content, ReadOnlySpan<byte> seed) => new(EntryKind.Key, content.ToContent(seed));

    public static StationEntry Of(KeyingContent content, ReadOnlySpan<byte> seed) => new(EntryKind.Keying, content.ToContent(seed));

    public static StationEntry Of(RotationContent content, ReadOnlySpan<byte> seed) => new(EntryKind.Rotation, content.ToContent(seed));

    public static StationEntry Of(OutageContent content, ReadOnlySpan<byte> seed) => new(EntryKind.Outage, content.ToContent(seed));
}
