using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Keys;

/// <summary>Content of a `rotation` entry: the author's card chain up to the card whose key signs from the next checkpoint on; the checkpoint
/// that covers this entry as its last is signed by the old key. Field `chain`: the chain.</summary>
public sealed record RotationContent(CardChain Chain)
{
    private const string Field = "chain";

    public Content ToContent(ReadOnlySpan<byte> seed) => Content.Of(seed, new ContentField(Field, Chain.Encode()));

    public static RotationContent? From(Content content) =>
        content[Field] is { } field && CardChain.Parse(field.Value) is { } chain ? new RotationContent(chain) : null;
}
