using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;

namespace Parley.Station.Operations;

/// <summary>The words of an entry as a reader gets them, whatever its kind.</summary>
/// <param name="Supersedes">The entry that these words replace.</param>
/// <param name="Addressees">Roles that must acknowledge them.</param>
internal sealed record EntryText(string Text, string? Language, EntryRef? Supersedes = null, IReadOnlyList<Addressed>? Addressees = null)
{
    /// <summary>Null for kinds that hold no words of officers, and for contents that are not of their kind.</summary>
    public static EntryText? Of(string kind, Content content)
    {
        switch (kind)
        {
            case EntryKind.Message when MessageContent.From(content) is { } message:
                return new EntryText(message.Text, message.Language, message.Supersedes, message.Addressees);
            case EntryKind.Handling when HandlingContent.From(content) is { } handling:
                var what = handling.Stage.Words() + (handling.Addressee is { } addressee ? $" ({addressee})" : "");
                return new EntryText(handling.Text is { } text ? $"{what}: {text}" : what, handling.Language, handling.Corrects);
            default:
                return null;
        }
    }
}
