using Parley.Lines.Entries;

namespace Parley.Lines.Keys;

/// <summary>Why a generation was opened.</summary>
public enum GenerationReason
{
    /// <summary>The party's first on this line.</summary>
    First = 0,

    /// <summary>The store was restored from a backup, or is not the one that was written last.</summary>
    Restored = 1,

    /// <summary>A peer holds more of the generation before than we do.</summary>
    PeerAhead = 2,

    /// <summary>The identity key was revoked.</summary>
    Revoked = 3,
}

/// <summary>Content of a `generation` entry, the first of each generation's urgent lane: why it was opened, and the greatest heads of our
/// earlier generations that are known here. Field `generation`: [reason, heads].</summary>
public sealed record GenerationContent(GenerationReason Reason, Heads Before)
{
    private const string Field = "generation";

    public Content ToContent(ReadOnlySpan<byte> seed)
    {
        var writer = Cbor.Writer();
        writer.WriteStartArray(2);
        writer.WriteUInt32((uint)Reason);
        Before.Write(writer);
        writer.WriteEndArray();
        return Content.Of(seed, new ContentField(Field, writer.Encode()));
    }

    public static GenerationContent? From(Content content) => content[Field] is { } field
        ? Cbor.Read(field.Value, Bounds.HeaderSize, static reader =>
        {
            reader.ArrayOf(2);
            var reason = (GenerationReason)reader.UpTo(3);
            var read = new GenerationContent(reason, Heads.Read(reader));
            reader.ReadEndArray();
            return read;
        })
        : null;
}
