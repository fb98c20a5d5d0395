using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Questions;

/// <summary>That the author of a message asks for an answer by a time: the message is a question. Fields of a message after its others, both or neither: `answer-by`
/// (milliseconds since 1970, UTC), `answer-from` (the asked parties, ordered, with commas).</summary>
public sealed record AnswerWish(Timestamp By, IReadOnlyList<PartyId> From)
{
    internal void AddTo(List<ContentField> fields) =>
        fields.AddRange([Fields.Of("answer-by", By), Fields.Of("answer-from", string.Join(',', From))]);

    /// <summary>Whether the wish of a content is sound: both fields, or none.</summary>
    internal static bool TryRead(Content content, out AnswerWish? wish)
    {
        wish = content.TimeOf("answer-by") is { } by && content.PartiesOf("answer-from") is { } from ? new AnswerWish(by, from) : null;
        return wish is not null || (content["answer-by"] is null && content["answer-from"] is null);
    }

    /// <inheritdoc/>
    public bool Equals(AnswerWish? other) => other is not null && By == other.By && From.SequenceEqual(other.From);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(By, From.Count);
}
