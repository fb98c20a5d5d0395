using System.Globalization;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Codebooks;

/// <summary>An earlier message of the author of the code message, by its place in the author's feeds. It travels whole; people are shown and told its number. The
/// constructor throws <see cref="ArgumentOutOfRangeException"/> for what is no place.</summary>
public sealed record MessageValue(GenerationId Generation, Lane Lane, long Index) : BlankValue
{
    internal const string Form = "message";

    public Lane Lane { get; } = Enum.IsDefined(Lane) ? Lane : throw new ArgumentOutOfRangeException(nameof(Lane));

    public long Index { get; } = Index is >= 0 and <= Bounds.FeedSize ? Index : throw new ArgumentOutOfRangeException(nameof(Index));

    /// <inheritdoc/>
    public override BlankKind Kind => BlankKind.Message;

    /// <summary>Its number, such as <c>U12-3f0a</c>.</summary>
    public override string Shown => MessageNumber.Of(Generation, Lane, Index).ToString();

    /// <summary>The entry, when <paramref name="author"/> wrote the code message.</summary>
    public EntryRef By(PartyId author) => new(author, Generation, Lane, Index);

    /// <inheritdoc/>
    public override string Encode() =>
        string.Create(CultureInfo.InvariantCulture, $"{Form} {Generation}/{(Lane == Lane.Urgent ? "urgent" : "ordinary")}/{Index}");

    internal static MessageValue? Of(string text) =>
        EntryRef.Parse($"x/{text}") is { } entry ? new MessageValue(entry.Generation, entry.Lane, entry.Index) : null;
}
