using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.GoodOffices;

/// <summary>A statement of somebody else that the author passes on. Fields in order: `speaker`, `said` (when, in milliseconds since 1970, UTC), `proof` where the
/// speaker's signature comes with it, `language`, `text`. Without a proof that holds it is what the author claims, and no more.</summary>
public sealed record RelayedContent(string Speaker, Timestamp Said, StatementProof? Proof, Note Note)
{
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("speaker", Speaker), Fields.Of("said", Said)];
        if (Proof is not null)
            fields.Add(new ContentField("proof", Proof.Encode()));
        fields.AddNote(Note);
        return new Words(EntryKind.Relayed, fields);
    }

    /// <summary>Null when the content is no relayed statement. A proof that is not one is none: the words are still shown, as a claim.</summary>
    public static RelayedContent? From(Content content) =>
        content.TextOf("speaker") is { } speaker && Fields.IsShort(speaker) && content.TimeOf("said") is { } said && content.NoteOf(out var note) && note is not null
            ? new RelayedContent(speaker, said, content["proof"] is { } proof ? StatementProof.Parse(proof.Value) : null, note)
            : null;

    /// <summary>1 to 256 characters on one line.</summary>
    public static bool IsShort(string text) => Fields.IsShort(text);
}
