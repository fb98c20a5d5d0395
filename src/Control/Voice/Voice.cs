namespace Parley.Control.Voice;

/// <summary>Any words of a line in short lines to be read out by voice, with check groups.</summary>
/// <param name="Language">Of the text, for code messages that are read out in full; null: a code message is its number and its blanks.</param>
public sealed record ReadOutEntry(string Line, string Entry, string? Language = null) : Query<ReadOutView>;

/// <summary>What is read out. The heading has no groups.</summary>
/// <param name="Number">The message's number, such as <c>U12-3f0a</c>.</param>
/// <param name="Closing">The group that closes it all.</param>
public sealed record ReadOutView(
    string Entry, string Party, string Number, string Precedence, string Status, DateTimeOffset Time, string? Language, IReadOnlyList<ReadOutLineView> Lines, string Closing);

/// <summary>One line and five digits over it.</summary>
public sealed record ReadOutLineView(string Words, string Check);
