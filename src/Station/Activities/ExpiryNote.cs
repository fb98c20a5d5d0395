using System.Buffers.Binary;
using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Station.Storage;

namespace Parley.Station.Activities;

/// <summary>When it is to be looked at whether the words of a site or movement are to be destroyed. A document whose id begins with the time, so that the store gives the earliest
/// ones first; its body is the time for which the first such note of this matter stood.</summary>
/// <param name="Due">When it is to be looked at.</param>
/// <param name="Feed">With <paramref name="Index"/>: the entry that gave the occasion, the site or movement itself or a word on it.</param>
/// <param name="First">When it was due before it was put off.</param>
internal sealed record ExpiryNote(Timestamp Due, FeedId Feed, long Index, Timestamp First)
{
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Due.UnixMilliseconds:x16}/{Feed}/{Index}");

    public byte[] Encode()
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, First.UnixMilliseconds);
        return bytes;
    }

    /// <summary>Null when it is not one, or not in its place.</summary>
    public static ExpiryNote? Parse(string id, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != sizeof(long) || !Timestamp.TryFrom(BinaryPrimitives.ReadInt64BigEndian(bytes), out var first) || DueOf(id) is not { } due)
            return null;
        var cut = id.LastIndexOf('/');
        return cut > 17 && FeedId.Parse(id[17..cut]) is { } feed && long.TryParse(id.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) &&
            new ExpiryNote(due, feed, index, first) is var note && note.Id == id
            ? note
            : null;
    }

    /// <summary>The time in the id alone.</summary>
    public static Timestamp? DueOf(string id) => id.Length > 17 && id[16] == '/' &&
        long.TryParse(id.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var due) && Timestamp.TryFrom(due, out var at)
            ? at
            : null;

    /// <summary>The note that a stored document holds; null when it is damaged.</summary>
    public static ExpiryNote? Of(State.StationMemory memory, StoredDocument stored) =>
        memory.Keys.AtRest.Open(State.Step.ContextOf(stored.Kind, stored.Id), stored.Bytes) is { } bytes ? Parse(stored.Id, bytes) : null;
}
