using System.Buffers.Binary;
using System.Text;
using Parley.Lines.Entries;

namespace Parley.Storage.Sqlite;

/// <summary>An entry of a line as bytes, by which others that regard it are found: generation (16 bytes), lane (1 byte), index (8 bytes, big-endian), party in
/// ASCII.</summary>
internal static class Regarded
{
    private const int BeforeParty = GenerationId.Size + 1 + sizeof(long);

    public static byte[] Write(EntryRef entry)
    {
        var party = entry.Party.ToString();
        var bytes = new byte[BeforeParty + party.Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, entry.Generation.Value);
        bytes[GenerationId.Size] = (byte)entry.Lane;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(GenerationId.Size + 1), entry.Index);
        Encoding.ASCII.GetBytes(party, bytes.AsSpan(BeforeParty));
        return bytes;
    }
}
