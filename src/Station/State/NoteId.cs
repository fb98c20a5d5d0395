using System.Globalization;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Station.State;

/// <summary>Names a document of ours about one message: `line/party/generation/lane/index/number`, the number of six digits counts those about the message from 1.</summary>
internal readonly record struct NoteId(LineId Line, EntryRef Message, int Number)
{
    /// <summary>What the ids of all documents about one message begin with.</summary>
    public static string Prefix(LineId line, EntryRef message) => $"{line}/{message}/";

    public static NoteId? Parse(string id)
    {
        var (first, cut) = (id.IndexOf('/', StringComparison.Ordinal), id.LastIndexOf('/'));
        return first >= 0 && cut > first && LineId.Parse(id[..first]) is { } line && EntryRef.Parse(id[(first + 1)..cut]) is { } message &&
            int.TryParse(id[(cut + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new NoteId(line, message, number)
                : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix(Line, Message)}{Number:D6}");
}
