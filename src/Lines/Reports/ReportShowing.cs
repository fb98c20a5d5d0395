using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Reports;

/// <summary>Which contents stand in a proof, and which fields of them are words that can be withheld.</summary>
internal static class ReportShowing
{
    private const string Withheld = "withheld";
    private static readonly byte[] NoSeed = new byte[Content.SeedSize];

    // What is left is what happened: who, with whom, when, which step.
    private static readonly string[] CallWords = ["topic"];
    private static readonly string[] StepWords = ["language", "text", "readout-language", "agreed", "own"];
    private static readonly string[] ContactWords = ["ours", "theirs", "language", "text"];
    private static readonly string[] NoteWords = ["language", "text"];

    /// <summary>What is shown of a content of that kind.</summary>
    public static TranscriptContent Of(EntryHeader header, TranscriptContent content, bool words)
    {
        if (!IsNeeded(header.Kind))
            return TranscriptContent.None;
        var withheld = WordsOf(header.Kind);
        return words || content is not TranscriptContent.Whole whole || !whole.Content.Fields.Any(f => withheld.Contains(f.Name))
            ? content
            : content.Without(withheld.Contains);
    }

    /// <summary>Whether claims follow from contents of that kind. Of the other kinds the header is enough.</summary>
    public static bool IsNeeded(string kind) => IsClaim(kind) || kind is EntryKind.Adopt or EntryKind.Rotation;

    /// <summary>Whether a claim follows from contents of that kind.</summary>
    public static bool IsClaim(string kind) => kind is EntryKind.Call or EntryKind.CallStep or EntryKind.Contact or EntryKind.ContactWord;

    /// <summary>Whether no more is withheld than words: a report must not leave out what speaks for the other side.</summary>
    public static bool IsComplete(EntryHeader header, TranscriptContent content)
    {
        if (content is not TranscriptContent.Redacted redacted || !IsClaim(header.Kind))
            return content is not TranscriptContent.Redacted || header.Kind is not EntryKind.Adopt;
        return header.Kind switch
        {
            EntryKind.Call => redacted.Withheld == Least(redacted, CallWords),
            EntryKind.Contact => redacted.Withheld is 0 or 2 or 4 && redacted.Withheld >= Least(redacted, ["ours", "theirs"]),
            EntryKind.ContactWord => redacted.Withheld is 0 or 2,
            _ => redacted.Withheld is 0 or 2 || (redacted["step"]?.Text == "readout" && redacted.Withheld <= StepWords.Length),
        };
    }

    /// <summary>The content as far as it is shown, with a stand-in for each word that every content of its kind has. Null: it is not in the proof.</summary>
    public static Content? Opened(EntryHeader header, TranscriptContent content)
    {
        if (content is TranscriptContent.Whole whole)
            return whole.Content;
        if (content is not TranscriptContent.Redacted redacted)
            return null;
        List<ContentField> fields = [.. redacted.Fields.Select(f => f.Shown).OfType<ContentField>()];
        foreach (var name in StandIns(header.Kind, redacted).Where(n => redacted[n] is null))
            fields.Add(Fields.Of(name, name.EndsWith("language", StringComparison.Ordinal) ? "en" : Withheld));
        return Content.Of(NoSeed, fields);
    }

    private static string[] StandIns(string kind, TranscriptContent.Redacted content) => kind switch
    {
        EntryKind.Call => CallWords,
        EntryKind.Contact => ["ours", "theirs"],
        EntryKind.ContactWord when content["word"]?.Text == "contested" => NoteWords,
        EntryKind.CallStep when content["step"]?.Text == "readout" => ["readout-language", "own"],
        _ => [],
    };

    private static string[] WordsOf(string kind) => kind switch
    {
        EntryKind.Call => CallWords,
        EntryKind.CallStep => StepWords,
        EntryKind.Contact => ContactWords,
        EntryKind.ContactWord => NoteWords,
        _ => [],
    };

    private static int Least(TranscriptContent content, string[] names) => names.Count(n => content[n] is null);
}
