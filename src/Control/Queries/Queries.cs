using Parley.Control.Messages;
using Parley.Lines.Queries;

namespace Parley.Control.Queries;

/// <summary>Ask whether something is theirs, or to hold fire at a place. Leaves at once as flash.</summary>
/// <param name="Text">What is seen there.</param>
public sealed record AskQuery(string Line, QueryAbout About, string Place, string Language, string Text) : Operation<EntryView>, IOnLine;

/// <summary>Answer a query of the other side. No answer is consent to anything, and each ends at <paramref name="ValidUntil"/>.</summary>
public sealed record AnswerQuery(
    string Line, string Entry, QueryAnswer Answer, DateTimeOffset ValidUntil, string? Language = null, string? Text = null) : Operation<EntryView>, IAboutEntry;
