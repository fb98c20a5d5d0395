using Parley.Control.Codes;
using Parley.Control.Messages;
using Parley.Lines.ByHand;
using Parley.Lines.Entries;

namespace Parley.Control.ByHand;

/// <summary>Enter words of another party that came by other means. They are an entry of our own, labelled one-sided and unauthenticated; their author has signed
/// nothing. Either <paramref name="Text"/> with its language, or <paramref name="Code"/> with its blanks.</summary>
/// <param name="Party">Whose words they are.</param>
/// <param name="At">When they came (null: now), UTC.</param>
/// <param name="Checks">The check groups as heard, one a line and the closing one last. Null: none was heard, which is shown.</param>
/// <param name="Regards">What they answer or refer to.</param>
public sealed record EnterByHand(
    string Line,
    string Party,
    Means Means,
    Precedence Precedence,
    DateTimeOffset? At = null,
    string? Language = null,
    string? Text = null,
    int? Code = null,
    IReadOnlyList<BlankInput>? Blanks = null,
    IReadOnlyList<string>? Checks = null,
    IReadOnlyList<string>? Regards = null,
    Status Status = Status.Actual) : Operation<EntryView>;

/// <summary>Words that nobody but one officer vouches for: one-sided, unauthenticated.</summary>
/// <param name="Party">Whose words they are said to be.</param>
/// <param name="At">When they came, UTC.</param>
/// <param name="Officer">Who entered them, an officer of the entry's author.</param>
/// <param name="Checked">Check groups were heard with them, and fit.</param>
public sealed record ByHandView(string Party, Means Means, DateTimeOffset At, string Officer, bool Checked);
