using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.ByHand;

/// <summary>What was done by hand with one message. Closed.</summary>
public enum ByHandDeed
{
    /// <summary>An officer of the author read it out or handed it over.</summary>
    Sent = 0,

    /// <summary>The party says that it has it.</summary>
    Received = 1,

    /// <summary>The party would not take it.</summary>
    Refused = 2,

    /// <summary>The party says that it handled it, at one of the stages of handling.</summary>
    Handled = 3,
}

/// <summary>What was done by hand with the one message that the entry regards, as an officer of the author entered it. Fields in order: `party` (with or by whom), `means`,
/// `at` (milliseconds since 1970, UTC), `officer`, `deed` (`sent`, `received`, `refused`, `handled`), and where they apply `stage` (of handling), `addressee`, `language`,
/// `text`.</summary>
public sealed record ByHandDeedContent(
    PartyId Party, Means Means, Timestamp At, string Officer, ByHandDeed Deed, HandlingStage? Stage = null, string? Addressee = null, Note? Note = null)
{
    private static readonly string[] Names = ["sent", "received", "refused", "handled"];

    public Words ToWords()
    {
        List<ContentField> fields =
        [
            Fields.Of("party", Party.ToString()), Fields.Of("means", Means.Name()), Fields.Of("at", At), Fields.Of("officer", Officer), Fields.Of("deed", Names[(int)Deed]),
        ];
        if (Stage is { } stage)
            fields.Add(Fields.Of("stage", stage.Name()));
        if (Addressee is { } addressee)
            fields.Add(Fields.Of("addressee", addressee));
        fields.AddNote(Note);
        return new Words(EntryKind.ByHandDeed, fields, Officers: 1);
    }

    /// <summary>Null when the content is no such deed.</summary>
    public static ByHandDeedContent? From(Content content)
    {
        if (content.TextOf("party") is not { } party || PartyId.Parse(party) is not { } id ||
            content.TextOf("means") is not { } named || MeansNames.Parse(named) is not { } means ||
            content.TimeOf("at") is not { } at || content.TextOf("officer") is not { } officer || !Fields.IsShort(officer) || content.TextOf("deed") is not { } done ||
            Array.IndexOf(Names, done) is not (var deed and >= 0) || !content.NoteOf(out var note))
            return null;
        var stage = content.TextOf("stage") is { } text ? HandlingStages.Parse(text) : null;
        var made = new ByHandDeedContent(id, means, at, officer, (ByHandDeed)deed, stage, content.TextOf("addressee"), note);
        return (content["stage"] is null) == (stage is null) && made.IsWhole ? made : null;
    }

    /// <summary>A stage for what was handled and for nothing else; an addressee where the stage needs one, and none where it takes none.</summary>
    public bool IsWhole => (Deed == ByHandDeed.Handled) == Stage.HasValue && (Addressee is null
        ? Stage?.NeedsAddressee() != true
        : Stage?.TakesAddressee() == true && ActionAddressee.IsRole(Addressee));
}
