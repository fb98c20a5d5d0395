using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Lines.Messages;

/// <summary>Step 2 of the road: words that the officers whom the charter asks for have released. There is no other way to make one than
/// <see cref="Release"/>, and nothing else can be sealed.</summary>
public sealed class ReleasedMessage
{
    private ReleasedMessage(Draft draft) => Draft = draft;

    public Draft Draft { get; }

    /// <summary>Sizes shown to the officer who approved last.</summary>
    public Heads Seen => Draft.Approvals[^1].Seen;

    public Lane Lane => Draft.Precedence == Precedence.Flash ? Lane.Urgent : Lane.Ordinary;

    /// <summary>Null while fewer distinct officers have approved than <paramref name="rule"/> asks for.</summary>
    public static ReleasedMessage? Release(Draft draft, ReleaseRule rule) =>
        draft.Approvals.Select(a => a.Officer).Distinct(StringComparer.Ordinal).Count() >= draft.Words.Required(rule, draft.Precedence)
            ? new ReleasedMessage(draft)
            : null;
}
