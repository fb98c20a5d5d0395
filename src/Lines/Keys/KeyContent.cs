using Parley.Lines.Entries;

namespace Parley.Lines.Keys;

/// <summary>Content of a `key` entry: a KEM public key of the author, to which every later keying is sealed. Field `kem`: the key.</summary>
public sealed record KeyContent(byte[] PublicKey)
{
    private const string Field = "kem";
    private const int KeySize = 4096;

    public Content ToContent(ReadOnlySpan<byte> seed) => Content.Of(seed, new ContentField(Field, PublicKey));

    public static KeyContent? From(Content content) =>
        content[Field] is { Value.Length: > 0 and <= KeySize } field ? new KeyContent(field.Value.ToArray()) : null;
}
