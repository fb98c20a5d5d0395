using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Corrections;

/// <summary>What made a false alarm. Closed.</summary>
public enum AlarmCause
{
    Unknown = 0,

    /// <summary>A test or exercise was taken for the real thing.</summary>
    Exercise = 1,
    Sensor = 2,
    Computer = 3,
    Person = 4,

    /// <summary>Weather, a rocket for research, birds: something real that was no threat.</summary>
    Harmless = 5,
}

/// <summary>An alarm on our side was false. Fields in order: `start`, `end` where it is over, `cause`, `forces-moved`, `forces-returned`, `leaders-informed` (`yes` or
/// `no`), and where there are words beside it `language` and `text`. Times in milliseconds since 1970, UTC.</summary>
public sealed record FalseAlarmContent(
    Timestamp Start, Timestamp? End, AlarmCause Cause, bool ForcesMoved, bool ForcesReturned, bool LeadersInformed, Note? Note = null)
{
    private static readonly string[] Names = ["unknown", "exercise", "sensor", "computer", "person", "harmless"];

    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("start", Start)];
        if (End is { } end)
            fields.Add(Fields.Of("end", end));
        fields.Add(Fields.Of("cause", Names[(int)Cause]));
        fields.Add(Fields.Of("forces-moved", ForcesMoved));
        fields.Add(Fields.Of("forces-returned", ForcesReturned));
        fields.Add(Fields.Of("leaders-informed", LeadersInformed));
        fields.AddNote(Note);
        return new Words(EntryKind.FalseAlarm, fields, Officers: 1);
    }

    /// <summary>Null when the content is no false alarm.</summary>
    public static FalseAlarmContent? From(Content content)
    {
        var end = content.TimeOf("end");
        return content.TimeOf("start") is { } start && (end is not null || content["end"] is null) && !(end < start) && content.TextOf("cause") is { } cause &&
            Array.IndexOf(Names, cause) is var at and >= 0 && content.YesOf("forces-moved") is { } moved && content.YesOf("forces-returned") is { } returned &&
            content.YesOf("leaders-informed") is { } informed && content.NoteOf(out var note)
                ? new FalseAlarmContent(start, end, (AlarmCause)at, moved, returned, informed, note)
                : null;
    }
}

/// <summary>Words of ours were wrong and are withdrawn. Fields in order: `supersedes` (the entry that was wrong), `language`, `text`.</summary>
public sealed record CorrectionContent(EntryRef Wrong, Note Note)
{
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("supersedes", Wrong.ToString())];
        fields.AddNote(Note);
        return new Words(EntryKind.Correction, fields, Officers: 1);
    }

    /// <summary>Null when the content is no correction.</summary>
    public static CorrectionContent? From(Content content) =>
        content.TextOf("supersedes") is { } text && EntryRef.Parse(text) is { } wrong && content.NoteOf(out var note) && note is not null
            ? new CorrectionContent(wrong, note)
            : null;
}
