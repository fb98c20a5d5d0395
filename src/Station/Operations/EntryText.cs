using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Station.Operations;

/// <summary>The words of an entry as a reader gets them, whatever its kind.</summary>
/// <param name="Supersedes">The entry that these words replace.</param>
internal sealed record EntryText(string Text, string? Language, EntryRef? Supersedes = null)
{
    /// <summary>Null for kinds that hold no words of officers, and for contents that are not of their kind.</summary>
    public static EntryText? Of(string kind, Content content) => kind switch
    {
        EntryKind.Message => MessageContent.From(content) is { } message ? new EntryText(message.Text, message.Language, message.Supersedes) : null,
        _ => null,
    };
}
