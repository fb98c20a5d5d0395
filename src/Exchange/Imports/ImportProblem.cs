namespace Parley.Exchange.Imports;

/// <summary>Why something is not imported.</summary>
public enum ImportFault
{
    /// <summary>The file is longer than <see cref="Bounds.ImportLength"/>.</summary>
    TooLong = 1,

    /// <summary>A notice is longer than <see cref="Bounds.NoticeLength"/>.</summary>
    NoticeTooLong,

    /// <summary>More than <see cref="Bounds.ImportNotices"/>.</summary>
    TooMany,

    /// <summary>Bytes that are no UTF-8.</summary>
    NotText,

    /// <summary>Broken XML or JSON, or nested too deep.</summary>
    Malformed,

    /// <summary>XML with a document type.</summary>
    DocumentType,

    /// <summary>A part that every notice has is missing or unreadable; named in the words.</summary>
    Part,

    /// <summary>Nothing that this reader knows.</summary>
    Unknown,
}

/// <summary>Something that was not imported, and why.</summary>
/// <param name="Line">Line of the file, from 1.</param>
public sealed record ImportProblem(int Line, ImportFault Fault, string Words)
{
    /// <summary>Where it stands, for a reader: its line, or what else the file counts.</summary>
    public string Where { get; init; } = $"line {Line}";

    /// <summary>The words with the place before them.</summary>
    public string Placed => $"{Where}: {Words}";

    /// <inheritdoc/>
    public override string ToString() => $"line {Line}: {Fault}: {Words}";
}

/// <summary>What a file gave.</summary>
/// <param name="Repeated">Records of the file that repeat a notice and were left out.</param>
public sealed record Import(IReadOnlyList<ImportedNotice> Notices, IReadOnlyList<ImportProblem> Problems, int Repeated = 0)
{
    internal static Import Refused(ImportProblem problem) => new([], [problem]);
}

/// <summary>A notice, or the problem that it has.</summary>
internal readonly record struct Reading(ImportedNotice? Notice, ImportProblem? Problem)
{
    public static implicit operator Reading(ImportedNotice notice) => new(notice, null);

    public static implicit operator Reading(ImportProblem problem) => new(null, problem);
}

/// <summary>Gathers what a file gives, up to the bound.</summary>
internal sealed class ImportBasket
{
    private readonly List<ImportedNotice> notices = [];
    private readonly List<ImportProblem> problems = [];

    /// <summary>True when nothing more is taken.</summary>
    public bool IsFull => notices.Count >= Bounds.ImportNotices || problems.Count >= Bounds.ImportNotices;

    public int Repeated { get; set; }

    /// <summary>False when it was the last.</summary>
    public bool Add(Reading reading)
    {
        if (reading.Notice is { } notice)
            notices.Add(notice);
        if (reading.Problem is { } problem)
            problems.Add(problem);
        if (!IsFull)
            return true;
        var line = (reading.Notice?.Line ?? reading.Problem?.Line) ?? 1;
        problems.Add(new ImportProblem(line, ImportFault.TooMany, $"more than {Bounds.ImportNotices} notices; the rest is left out"));
        return false;
    }

    public Import All() => new(notices, problems, Repeated);
}
