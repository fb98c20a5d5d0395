using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.GoodOffices;

/// <summary>One entry of a feed with all that shows its author's signature over it to whoever trusts the author's card: the card chain, a signed head of the feed, the
/// path from the entry to that head (RFC 9162, 2.1.3), the header, and the content that the header is committed to.</summary>
public sealed record StatementProof(CardChain Chain, SignedCheckpoint Checkpoint, IReadOnlyList<Digest> Path, byte[] Header, byte[] Content)
{
    /// <summary>Bytes of an encoded proof.</summary>
    public const int MostBytes = 160 * 1024;

    private const int MostPath = 63;

    /// <summary>Deterministic CBOR: [chain, feed, checkpoint, [digest …], header, content]; the feed is written `line/party/generation/lane`.</summary>
    public byte[] Encode()
    {
        var writer = Cbor.Writer(4096);
        writer.WriteStartArray(6);
        writer.WriteByteString(Chain.Encode());
        writer.WriteTextString(Checkpoint.Feed.ToString());
        writer.WriteByteString(Checkpoint.Encode());
        writer.WriteStartArray(Path.Count);
        foreach (var digest in Path)
            writer.WriteDigest(digest);
        writer.WriteEndArray();
        writer.WriteByteString(Header);
        writer.WriteByteString(Content);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Reads what <see cref="Encode"/> writes; null for anything else. Does not verify.</summary>
    public static StatementProof? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MostBytes, static reader =>
    {
        reader.ArrayOf(6);
        var chain = CardChain.Parse(reader.BytesUpTo(MostBytes)) ?? throw new CborContentException("chain");
        var feed = FeedId.Parse(reader.Text(256)) ?? throw new CborContentException("feed");
        var checkpoint = SignedCheckpoint.Parse(reader.BytesUpTo(MostBytes), feed) ?? throw new CborContentException("checkpoint");
        var path = new Digest[reader.ArrayUpTo(MostPath)];
        for (var i = 0; i < path.Length; i++)
            path[i] = reader.Digest();
        reader.ReadEndArray();
        var (header, content) = (reader.BytesUpTo(MostBytes), reader.BytesUpTo(MostBytes));
        reader.ReadEndArray();
        return new StatementProof(chain, checkpoint, path, header, content);
    });

    /// <summary>The header and content whose author's signature this shows, when it holds; null when it does not, or for a suite that <paramref name="suites"/> does
    /// not hold. Whether the chain is that of whom it names is for the reader to know. A key that the chain revokes proves nothing.</summary>
    public (EntryHeader Header, Content Content)? Verify(Func<SuiteId, Suite?> suites)
    {
        if (EntryHeader.Parse(Header) is not { } header || Entries.Content.Parse(Content) is not { } content || header.Feed != Checkpoint.Feed ||
            Chain.Party != header.Feed.Party || content.Commitment() != header.Commitment)
            return null;
        return MerkleTree.VerifyInclusion(Checkpoint.Head, header.Index, MerkleTree.LeafHash(Header), Path) && Chain.Verify(suites) && IsSigned(suites)
            ? (header, content)
            : null;
    }

    private bool IsSigned(Func<SuiteId, Suite?> suites)
    {
        foreach (var signed in Chain.Cards.Skip(Chain.Revoked).Where(c => c.Card.Suite == Checkpoint.Suite))
        {
            using var key = suites(signed.Card.Suite)?.ImportVerifyingKey(signed.Card.Key);
            if (key is not null && Checkpoint.Verify(key))
                return true;
        }

        return false;
    }
}
