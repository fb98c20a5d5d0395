using System.Globalization;
using Parley.Lines.Notices;
using LinesBounds = Parley.Lines.Bounds;

namespace Parley.Exchange.Notices.Exports;

/// <summary>An earlier notice as others were given it.</summary>
public sealed record ExportedBefore(string Number, string Sender, DateTimeOffset Sent);

/// <summary>A notice and what stands around it when it is written for programs of others. The same record gives the same text.</summary>
/// <param name="Clocks">Null: times are taken from the notice alone.</param>
/// <param name="Reader">Tag of the language in which labels and codes are written.</param>
/// <param name="Made">When it was released, or for a draft when the file is made.</param>
public sealed record NoticeExport(NoticeFormat Format, Notice Notice, NoticeHead Head, NoticeClocks? Clocks, string? Reader, DateTimeOffset Made)
{
    /// <summary>Who sends it, without blanks: a name that no network resolves.</summary>
    public string Sender { get; init; } = "parley.invalid";

    /// <summary>Number of the first notice of the matter, from which a calendar knows it again; null: the first that it regards where it changes that one, else its own.</summary>
    public string? First { get; init; }

    /// <summary>How many changes the matter had before; null: as many as it regards.</summary>
    public int? Changes { get; init; }

    /// <summary>Its predecessors as they were sent, as far as that is known.</summary>
    public IReadOnlyList<ExportedBefore> Before { get; init; } = [];

    internal bool IsChange => Format.Effect is NoticeEffect.Starts or NoticeEffect.Amends or NoticeEffect.Slips or NoticeEffect.Cancels or NoticeEffect.Completes;

    internal string FormatName => $"{Format.Number} {Format.Id}/{Format.Version.ToString(CultureInfo.InvariantCulture)}";

    internal string Number => ExportText.OneLine(Head.Number ?? PaperWords.For(Language(Reader)).Draft, Bounds.ExportLine);

    internal IEnumerable<string> Regards => Head.Regards.Take(Bounds.ExportBefore).Select(n => ExportText.OneLine(n, Bounds.ExportLine));

    /// <summary>When it begins; null: not said, or not readable.</summary>
    internal DateTimeOffset? Start => Clocks is not null ? Clocks.Start : NoticeCheck.SpanOf(Format, Notice)?.From;

    internal DateTimeOffset? End => Clocks is not null ? Clocks.End ?? Clocks.ValidUntil : NoticeCheck.SpanOf(Format, Notice)?.Until;

    /// <summary>Marked on exercise lines.</summary>
    internal string Marked(string text) => Head.IsExercise ? $"EXERCISE {text}" : text;

    internal string Language(string? reader) => Format.Languages[Format.LanguageFor(reader)];

    internal string Title(string? reader) => ExportText.OneLine(Format.Titles[Format.LanguageFor(reader)], Bounds.ExportLine);

    /// <summary>The lines, clean and bounded; the last one says so where any were left out.</summary>
    internal IReadOnlyList<NoticeLine> Lines(string? reader)
    {
        var all = NoticeLine.Of(Format, Notice, reader);
        var words = PaperWords.For(Language(reader));
        var lines = new List<NoticeLine>();
        var length = 0;
        foreach (var line in all)
        {
            if (lines.Count == Bounds.ExportLines || length > Bounds.FileLength)
            {
                lines.Add(new("...", $"{all.Count - lines.Count} [...]", null, null));
                break;
            }

            var said = line.Text is "yes" or "no" && line.Language is null ? words.Of(line.Text) : line.Text;
            lines.Add(new(line.Number, ExportText.OneLine(line.Label, Bounds.ExportLine), said is null ? null : ExportText.Clean(said, LinesBounds.NoticeItemLength),
                line.Language is null ? null : ExportText.OneLine(line.Language, LinesBounds.LanguageTagLength)) { Words = line.Words });
            length += lines[^1].Label.Length + (lines[^1].Text?.Length ?? 0);
        }

        return lines;
    }

    /// <summary>The numbered lines as one text.</summary>
    internal string Numbered(string? reader) =>
        string.Join('\n', Lines(reader).Select(l => $"{l.Number}  {l.Label}{(l.Language is null ? "" : $" [{l.Language}]")}:{(l.Text is null ? "" : " " + l.Text.TrimEnd('\n'))}"));
}
