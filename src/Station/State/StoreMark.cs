using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines;
using Parley.Station.Keys;
using Parley.Station.Storage;

namespace Parley.Station.State;

/// <summary>What the whole store comes to after a change: its position, the journal's frontier, and for each kind of document how many there are and
/// what they sum to. Written with every change as the document `mark` of the station; it does not count itself.</summary>
internal sealed record StoreMark(long Position, CompactRange Journal, SortedDictionary<DocumentKind, RowSum> Documents)
{
    public const string DocumentId = "mark";
    private const int MaxDocument = 16 * 1024;

    public StoreMark()
        : this(0, new CompactRange(), [])
    {
    }

    /// <summary>A document as it is counted: SHA-256 of its context and its sealed bytes.</summary>
    public static Digest RowOf(DocumentKind kind, string id, byte[] sealedBytes) => Digest.Of(Step.ContextOf(kind, id), sealedBytes);

    public static bool IsMark(DocumentKind kind, string id) => kind == DocumentKind.Station && id == DocumentId;

    /// <summary>The mark of a loaded store; null when nothing was ever written to it.</summary>
    /// <exception cref="StoreFault">Corrupt: it is damaged, or the station's key is another.</exception>
    public static StoreMark? Find(StationKeys keys, StoredStation stored)
    {
        if (stored.Documents.FirstOrDefault(d => IsMark(d.Kind, d.Id)) is not { } document)
            return null;
        var bytes = keys.AtRest.Open(Step.ContextOf(document.Kind, document.Id), document.Bytes);
        return bytes is not null && Parse(bytes) is { } mark
            ? mark
            : throw new StoreFault(StoreTrouble.Corrupt, "the store's mark is damaged, or the station key is not the one it was written with");
    }

    /// <summary>The sums with a document put in the place of what stood there (null: nothing), or taken away.</summary>
    public static void Replace(SortedDictionary<DocumentKind, RowSum> sums, DocumentKind kind, Digest? before, Digest? after)
    {
        var sum = sums.GetValueOrDefault(kind);
        sum = before is { } old ? sum.Without(old) : sum;
        sum = after is { } row ? sum.With(row) : sum;
        if (sum == default)
            sums.Remove(kind);
        else
            sums[kind] = sum;
    }

    /// <summary>[position, journal, [[kind, [count, sum]] …]].</summary>
    public byte[] Encode() => Cbor.Encode(this, static (writer, mark) =>
    {
        writer.WriteStartArray(3);
        writer.WriteUInt64((ulong)mark.Position);
        writer.WriteByteString(mark.Journal.Encode());
        writer.WriteStartArray(mark.Documents.Count);
        foreach (var (kind, sum) in mark.Documents)
        {
            writer.WriteStartArray(2);
            writer.WriteUInt32((uint)kind);
            sum.Write(writer);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    });

    public static StoreMark? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, static reader =>
    {
        reader.ArrayOf(3);
        var position = reader.Count();
        var journal = CompactRange.Parse(reader.ReadByteString());
        var documents = new SortedDictionary<DocumentKind, RowSum>();
        for (var n = reader.ArrayUpTo(64); n > 0; n--)
        {
            reader.ArrayOf(2);
            if (!documents.TryAdd((DocumentKind)reader.UpTo(63), RowSum.Read(reader)))
                return null;
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return journal is null ? null : new StoreMark(position, journal, documents);
    });
}
