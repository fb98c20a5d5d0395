using Parley.Control.Messages;
using Parley.Lines.Entries;

namespace Parley.Control.Codes;

/// <summary>Write a code message as a draft: a number of the codebook that the line's charter names, and what stands in its blanks.</summary>
/// <param name="Codebook">The codebook that the officer has at hand, as <c>id/version</c> or the beginning of its hash; refused when it is not the line's. Null: not said.</param>
public sealed record DraftCode(
    string Line,
    int Number,
    IReadOnlyList<BlankInput> Blanks,
    Precedence Precedence,
    string? Codebook = null,
    Status Status = Status.Actual,
    IReadOnlyList<string>? Regards = null,
    string? Language = null) : Operation<DraftView>, IOnLine;

/// <summary>Write and approve at once. A code of the class <c>one</c> leaves under any officer; the others need what the charter asks for.</summary>
public sealed record SendCode(
    string Line,
    int Number,
    IReadOnlyList<BlankInput> Blanks,
    Precedence Precedence,
    string? Codebook = null,
    Status Status = Status.Actual,
    IReadOnlyList<string>? Regards = null,
    string? Language = null) : Operation<DraftView>, IOnLine;

/// <summary>What stands in a blank, as typed: <c>2026-11-22T12:00Z</c>; a place or <c>12.34567N 045.67890E</c>; digits; the number of a message of ours such as
/// <c>U12-3f0a</c>.</summary>
public sealed record BlankInput(string Name, string Value);

/// <summary>What a code message says by itself, whatever book is at hand.</summary>
/// <param name="Codebook">The codebook that it names, <c>id/version/hash</c>.</param>
/// <param name="Title">Title of the code in the language of the text; null when it is not rendered.</param>
/// <param name="Unchecked">No expert of that language has looked at the text, by the makers of the codebook.</param>
/// <param name="NotRendered">Why there is no full text; null when there is one.</param>
public sealed record CodeView(int Number, string Codebook, IReadOnlyList<BlankView> Blanks, string? Title, bool Unchecked, string? NotRendered);

/// <summary>A blank and what stands in it, the same in every language.</summary>
public sealed record BlankView(string Name, string Value);
