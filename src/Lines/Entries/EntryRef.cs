using System.Formats.Cbor;
using System.Globalization;
using Parley.Lines.Charters;
using Parley.Lines.Parties;

namespace Parley.Lines.Entries;

/// <summary>One entry of the same line, by its place. Written for people as <c>boreal/3f0a…/urgent/12</c>.</summary>
public readonly record struct EntryRef(PartyId Party, GenerationId Generation, Lane Lane, long Index) : IComparable<EntryRef>
{
    public FeedId Feed(LineId line) => new(line, Party, Generation, Lane);

    public static EntryRef Of(FeedId feed, long index) => new(feed.Party, feed.Generation, feed.Lane, index);

    /// <inheritdoc/>
    public int CompareTo(EntryRef other)
    {
        var c = Party.CompareTo(other.Party);
        c = c != 0 ? c : Generation.CompareTo(other.Generation);
        c = c != 0 ? c : Lane.CompareTo(other.Lane);
        return c != 0 ? c : Index.CompareTo(other.Index);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Party}/{Generation}/{(Lane == Lane.Urgent ? "urgent" : "ordinary")}/{Index}");

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static EntryRef? Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 4 || PartyId.Parse(parts[0]) is not { } party || GenerationId.Parse(parts[1]) is not { } generation ||
            !long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index > Bounds.FeedSize)
            return null;
        return parts[2] switch
        {
            "urgent" => new EntryRef(party, generation, Lane.Urgent, index),
            "ordinary" => new EntryRef(party, generation, Lane.Ordinary, index),
            _ => null,
        };
    }

    public void Write(CborWriter writer)
    {
        writer.WriteStartArray(4);
        writer.WriteTextString(Party.ToString());
        writer.WriteByteString(Generation.ToArray());
        writer.WriteUInt32((uint)Lane);
        writer.WriteUInt64((ulong)Index);
        writer.WriteEndArray();
    }

    public static EntryRef Read(CborReader reader)
    {
        reader.ArrayOf(4);
        if (PartyId.Parse(reader.Text(Bounds.PartyIdLength)) is not { } party)
            throw new CborContentException("party");
        var generation = GenerationId.From(reader.Bytes(GenerationId.Size));
        var lane = (Lane)reader.UpTo(1);
        var index = reader.Count();
        reader.ReadEndArray();
        return new EntryRef(party, generation, lane, index);
    }

    public static bool operator <(EntryRef left, EntryRef right) => left.CompareTo(right) < 0;

    public static bool operator >(EntryRef left, EntryRef right) => left.CompareTo(right) > 0;

    public static bool operator <=(EntryRef left, EntryRef right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EntryRef left, EntryRef right) => left.CompareTo(right) >= 0;
}
