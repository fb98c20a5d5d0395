using Parley.Ledger;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.ByHand;

/// <summary>Words of another party that came by other means and that an officer of the author entered: nothing but that officer's word stands for them. Fields in
/// order: `party` (whose words), `means`, `at` (when they came, milliseconds since 1970, UTC), `officer` (who entered them), `checked` (`yes`: every check group that was
/// heard fits; `no`: none was heard), then either `language` and `text`, or the fields of a code message.</summary>
/// <param name="Checked">Whether check groups were heard and fit.</param>
public sealed record ByHandContent(PartyId Party, Means Means, Timestamp At, string Officer, bool Checked, Note? Words, CodeContent? Code)
{
    private const int Head = 5;

    public Words ToWords()
    {
        List<ContentField> fields =
        [
            Fields.Of("party", Party.ToString()), Fields.Of("means", Means.Name()), Fields.Of("at", At), Fields.Of("officer", Officer), Fields.Of("checked", Checked),
        ];
        if (Code is { } code)
            fields.AddRange(code.ToFields());
        else
            fields.AddNote(Words);
        return new Words(EntryKind.ByHand, fields, Officers: 1);
    }

    /// <summary>Null when the content is no such words.</summary>
    public static ByHandContent? From(Content content)
    {
        if (content.TextOf("party") is not { } party || PartyId.Parse(party) is not { } id ||
            content.TextOf("means") is not { } named || MeansNames.Parse(named) is not { } means ||
            content.TimeOf("at") is not { } at || content.TextOf("officer") is not { } officer || !Fields.IsShort(officer) || content.YesOf("checked") is not { } isChecked ||
            !content.NoteOf(out var words) || content.Fields.Count <= Head)
            return null;
        var code = words is null ? CodeContent.From(Content.Of(new byte[Content.SeedSize], [.. content.Fields.Skip(Head)])) : null;
        return words is null && code is null ? null : new ByHandContent(id, means, at, officer, isChecked, words, code);
    }
}
