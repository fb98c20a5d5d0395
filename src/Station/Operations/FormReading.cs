using System.Globalization;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Notices;
using Parley.Lines.Questions;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Writes notices of one line out for one reader. What cannot be read is shown by its names and values with the reason, and is never an error: a peer may send
/// what it likes. Holds only what does not change, so that it works outside the loop.</summary>
internal sealed class FormReading
{
    private readonly IReadOnlyDictionary<Digest, FormatState> formats;
    private readonly IReadOnlyList<Charter> charters;
    private readonly IReadOnlyList<string> languages;
    private readonly string? asked;

    private FormReading(StationMemory memory, LineState line, string? language)
    {
        (formats, charters, asked) = (memory.Formats, [.. line.Fold.InForce], language);
        languages = [.. memory.Keys.Chain.Current.Names.Select(n => n.Key), .. (line.Fold.Current ?? line.Fold.Founding!).Terms.Languages];
    }

    /// <param name="language">The reader's; null: the first of our card, then of the charter, that the format has.</param>
    public static FormReading Of(StationMemory memory, LineState line, string? language) => new(memory, line, language);

    /// <summary>The format of a notice; null with the reason when it cannot be read here.</summary>
    /// <param name="charterVersion">The charter under which it was written.</param>
    public NoticeFormat? FormatOf(FormatRef named, int charterVersion, out string? why)
    {
        // A store that was set back may have lost a charter; that an earlier one names the same format says nothing of it.
        why = charterVersion < 1 || charterVersion > charters.Count
            ? string.Create(CultureInfo.InvariantCulture, $"it was written under version {charterVersion} of the charter, which is not known here.")
            : !charters[charterVersion - 1].Terms.Formats.Contains(named.Hash) ? $"it names the format {Formats.Name(named)}, which the charter does not name."
            : !formats.ContainsKey(named.Hash) ? $"its format, {Formats.Name(named)}, is not at this station; 'notice add-format' takes it."
            : null;
        return why is null ? formats[named.Hash].Format : null;
    }

    /// <summary>The tag of the language in which the forms of that format are written out.</summary>
    public string LanguageOf(NoticeFormat format) =>
        format.Languages[format.LanguageFor(asked ?? languages.FirstOrDefault(format.Languages.Contains))];

    public string TitleOf(NoticeFormat format) => format.Titles[format.LanguageFor(LanguageOf(format))];

    public IReadOnlyList<NoticeLine> LinesOf(NoticeFormat format, Notice notice) => NoticeLine.Of(format, notice, LanguageOf(format));

    /// <summary>A notice as its author wrote it.</summary>
    /// <param name="at">When it was said, from which its answer is counted.</param>
    public EntryText Read(NoticeContent content, int charterVersion, Timestamp at)
    {
        var wish = content.Wish is { } asks ? new AnswerWish(at + TimeSpan.FromMinutes(asks.Minutes), asks.From) : null;
        if (FormatOf(content.Format, charterVersion, out var why) is not { } format)
        {
            var bare = content.Notice.Values.Select(v => $"{v.Field}: {string.Join(" | ", v.Items)}");
            return new EntryText($"NOTICE in the form {content.Format.Id}, without its labels: {why}\n{string.Join('\n', bare)}", null, Addressees: content.Addressees, Wish: wish);
        }

        var lines = LinesOf(format, content.Notice).Select(l => l.Text is { } text ? $"{l.Number} {l.Label}: {text}" : $"{l.Number} {l.Label}");
        return new EntryText(
            $"NOTICE {format.Number}: {TitleOf(format)}\n{string.Join('\n', lines)}", LanguageOf(format), Addressees: content.Addressees, Wish: wish);
    }

    /// <summary>A read-back in a sentence.</summary>
    public static EntryText Read(ReadBackContent content) =>
        new($"READ BACK as understood: {string.Join("; ", content.Values.Select(v => $"{v.Field} {v.Items[0].ReplaceLineEndings(" ")}"))}", null);

    /// <summary>A word on the agreement in a sentence.</summary>
    public static EntryText Read(AgreementContent content)
    {
        var about = content.Formats.Count == 0 ? "the agreement that the notices of this line rest on" : $"the agreement on {string.Join(", ", content.Formats)}";
        var said = content.State switch
        {
            AgreementState.InForce => "IN FORCE for its author",
            AgreementState.Suspended => "SUSPENDED by its author",
            _ => "LEFT by its author",
        };
        return new($"AGREEMENT {said}: {about}. The line is open as before.\n{content.Note.Text}", content.Note.Language);
    }
}
