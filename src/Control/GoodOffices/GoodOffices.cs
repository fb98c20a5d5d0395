using Parley.Control.Messages;
using Parley.Lines.Entries;

namespace Parley.Control.GoodOffices;

/// <summary>Pass on a statement that reached us by other means. The reader is shown it as <i>claimed</i> by us. Goes by the line's release rule.</summary>
/// <param name="Speaker">Who said it: a party or a person, on one line.</param>
/// <param name="Said">When it was said, UTC.</param>
public sealed record RelayStatement(
    string Line, Precedence Precedence, string Speaker, DateTimeOffset Said, string Language, string Text) : Operation<DraftView>, IOnLine;

/// <summary>Pass on an entry of another line with its author's signature, so that whoever trusts the author's card need not trust us. The header of the entry,
/// the author's cards and the words become known to everybody on the line that it goes to, and nothing else of the line that it comes from.</summary>
/// <param name="FromLine">The line on which it was said.</param>
/// <param name="Entry">What was said there.</param>
public sealed record RelayEntry(string Line, Precedence Precedence, string FromLine, string Entry) : Operation<DraftView>, IOnLine;
