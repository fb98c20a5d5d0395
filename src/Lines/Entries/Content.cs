using System.Buffers.Binary;
using System.Text;
using Parley.Crypto;

namespace Parley.Lines.Entries;

/// <summary>One named value of a content. Texts are UTF-8; structures are deterministic CBOR.</summary>
public sealed record ContentField(string Name, ReadOnlyMemory<byte> Value)
{
    public static ContentField OfText(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    /// <summary>The value as text; null when it is not UTF-8.</summary>
    public string? Text
    {
        get
        {
            try
            {
                return Strict.GetString(Value.Span);
            }
            catch (DecoderFallbackException)
            {
                return null;
            }
        }
    }

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
}

/// <summary>What an entry says: fields in order under one seed. Each field is committed with a salt of its own from the seed, so that one
/// can be withheld later while the rest still verifies against the header's commitment.</summary>
public sealed class Content
{
    /// <summary>Bytes of the seed.</summary>
    public const int SeedSize = 16;

    /// <summary>Bytes of a field's salt.</summary>
    public const int SaltSize = 16;

    private static readonly byte[] SaltContext = "parley/1/salt"u8.ToArray();
    private static readonly byte[] ContentContext = "parley/1/content"u8.ToArray();

    private Content(byte[] seed, IReadOnlyList<ContentField> fields)
    {
        Seed = seed;
        Fields = fields;
    }

    public byte[] Seed { get; }

    public IReadOnlyList<ContentField> Fields { get; }

    /// <summary>A content under a fresh seed of 16 random bytes.</summary>
    public static Content Of(ReadOnlySpan<byte> seed, params IReadOnlyList<ContentField> fields)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seed.Length, SeedSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fields.Count, Bounds.Fields);
        return new Content(seed.ToArray(), fields);
    }

    /// <summary>The field of that name; null when there is none.</summary>
    public ContentField? this[string name]
    {
        get
        {
            foreach (var field in Fields)
            {
                if (field.Name == name)
                    return field;
            }

            return null;
        }
    }

    /// <summary>SHA-256 over the commitments of the fields in order.</summary>
    public Digest Commitment()
    {
        Span<Digest> commitments = Fields.Count <= 8 ? stackalloc Digest[Fields.Count] : new Digest[Fields.Count];
        Span<byte> salt = stackalloc byte[Digest.Size];
        for (var i = 0; i < Fields.Count; i++)
        {
            SaltDigest(i).CopyTo(salt);
            commitments[i] = FieldCommitment(salt[..SaltSize], Fields[i]);
        }

        return CommitmentOf(commitments);
    }

    /// <summary>The salt of field <paramref name="index"/>: the first 16 bytes of SHA-256("parley/1/salt", seed, index as 2 bytes).</summary>
    public byte[] SaltOf(int index) => SaltDigest(index).ToArray()[..SaltSize];

    private Digest SaltDigest(int index)
    {
        Span<byte> input = stackalloc byte[13 + SeedSize + 2];
        SaltContext.CopyTo(input);
        Seed.CopyTo(input[13..]);
        BinaryPrimitives.WriteUInt16BigEndian(input[(13 + SeedSize)..], (ushort)index);
        return Digest.Of(input);
    }

    /// <summary>SHA-256(salt, length of the name as one byte, name, value).</summary>
    public static Digest FieldCommitment(ReadOnlySpan<byte> salt, ContentField field)
    {
        var nameSize = Encoding.UTF8.GetByteCount(field.Name);
        var size = SaltSize + 1 + nameSize + field.Value.Length;
        var input = size <= 1024 ? stackalloc byte[size] : new byte[size];
        salt.CopyTo(input);
        input[SaltSize] = (byte)nameSize;
        Encoding.UTF8.GetBytes(field.Name, input[(SaltSize + 1)..]);
        field.Value.Span.CopyTo(input[(SaltSize + 1 + nameSize)..]);
        return Digest.Of(input);
    }

    /// <summary>SHA-256("parley/1/content", number of fields as 2 bytes, commitments).</summary>
    public static Digest CommitmentOf(ReadOnlySpan<Digest> fields)
    {
        var input = new byte[ContentContext.Length + 2 + (fields.Length * Digest.Size)];
        ContentContext.CopyTo(input, 0);
        BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(ContentContext.Length), (ushort)fields.Length);
        for (var i = 0; i < fields.Length; i++)
            fields[i].CopyTo(input.AsSpan(ContentContext.Length + 2 + (i * Digest.Size)));
        return Digest.Of(input);
    }

    /// <summary>[seed, [[name, value] …]] in deterministic CBOR: the bytes that are sealed.</summary>
    public byte[] Encode() => Cbor.Encode(this, static (writer, content) =>
    {
        writer.WriteStartArray(2);
        writer.WriteByteString(content.Seed);
        writer.WriteStartArray(content.Fields.Count);
        foreach (var field in content.Fields)
        {
            writer.WriteStartArray(2);
            writer.WriteTextString(field.Name);
            writer.WriteByteString(field.Value.Span);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    });

    /// <summary>Reads what <see cref="Encode"/> writes; null for anything else, a name that stands twice included.</summary>
    public static Content? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, Bounds.ContentSize, static reader =>
    {
        reader.ArrayOf(2);
        var seed = reader.Bytes(SeedSize);
        var fields = new ContentField[reader.ArrayUpTo(Bounds.Fields)];
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Length; i++)
        {
            reader.ArrayOf(2);
            var name = reader.Text(Bounds.FieldNameLength);
            if (Encoding.UTF8.GetByteCount(name) > Bounds.FieldNameLength || !names.Add(name))
                return null;
            fields[i] = new ContentField(name, reader.ReadByteString());
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return new Content(seed, fields);
    });
}
