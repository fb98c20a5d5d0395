using Parley.Crypto;
using Parley.Ledger;
using Parley.Station.Keys;
using Parley.Station.Storage;

namespace Parley.Station.Journals;

/// <summary>Reads journal records back.</summary>
internal static class JournalTrail
{
    /// <summary>Null when the record is damaged.</summary>
    public static JournalRecord? Open(StationKeys keys, StoredJournalRecord stored)
    {
        Span<byte> context = stackalloc byte[Digest.Size];
        MerkleTree.LeafHash(stored.Leaf).CopyTo(context);
        return keys.AtRest.Open(context, stored.Detail) is { } detail ? JournalRecord.Parse(stored.Leaf, detail) : null;
    }
}
