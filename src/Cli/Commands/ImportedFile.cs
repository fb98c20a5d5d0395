using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Exchange.Drawings;
using Parley.Exchange.Imports;
using Parley.Exchange.Notams;
using Parley.Exchange.Warnings;
using Parley.Volumes;

namespace Parley.Cli.Commands;

/// <summary>A file of notices of others, as several commands take it.</summary>
internal static class ImportedFile
{
    private const int Problems = 20;

    private static readonly Argument<string> Source = new("FILE") { Description = "The file, UTF-8, 32 MiB at most." };

    private static readonly Option<string> As = Common.Choice<ImportKind>("--as", "What the file is; warnings is a file of features, warning the text of one.");

    private static readonly Option<string?> From = new("--from")
    {
        Description = "GeoJSON and CSV: valid from, where the file does not say. UTC, such as 2027-02-01T10:00Z.",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Until = new("--until") { Description = "GeoJSON and CSV: valid until, where the file does not say.", HelpName = "TIME" };

    private enum ImportKind
    {
        Notam,
        Bulletin,
        Archive,
        Warnings,
        Warning,
        Geojson,
        Csv,
    }

    public static IReadOnlyList<Symbol> Options { get; } = [Source, As, From, Until];

    public static string NameIn(Invocation invocation) => invocation.Get(Source);

    public static async Task<Import> Read(Invocation invocation)
    {
        await using var file = File.OpenRead(invocation.Get(Source));
        return Read(invocation, file);
    }

    /// <summary>What was not read, the first of it, and that it was not.</summary>
    /// <exception cref="CommandFault">Something was not.</exception>
    public static void Tell(Invocation invocation, Import import)
    {
        foreach (var problem in import.Problems.Take(Problems))
            invocation.Terminal.Error.WriteLine($"{invocation.Get(Source)}: {SafeText.Line(problem.ToString())}");
        if (import.Problems.Count > 0)
            throw new CommandFault(
                ExitCode.Refused, string.Create(CultureInfo.InvariantCulture, $"{import.Problems.Count} of {import.Notices.Count + import.Problems.Count} were not read"));
    }

    private static Import Read(Invocation invocation, Stream file) => Common.Chosen<ImportKind>(invocation.Need(As)) switch
    {
        ImportKind.Notam => NotamText.Read(file),
        ImportKind.Bulletin => NotamBulletin.Read(file),
        ImportKind.Archive => NotamArchive.Read(file),
        ImportKind.Warnings => WarningFile.Read(file),
        ImportKind.Warning => ImportBytes.Read(file, out var problem) is { } text ? WarningFile.ReadText(text) : new Import([], [problem!]),
        ImportKind.Geojson => GeoJsonFile.Read(file, Validity(invocation)),
        _ => CsvFile.Read(file, Validity(invocation)),
    };

    private static Window Validity(Invocation invocation)
    {
        if (invocation.Get(From) is not { } from || invocation.Get(Until) is not { } until)
            throw new CommandFault(ExitCode.Usage, "say --from and --until, for drawings that do not say themselves when they stand");
        return Window.Make(UtcTime.Coming("--from", from), UtcTime.Coming("--until", until)).Value ?? throw new CommandFault(ExitCode.Usage, "--until must be after --from");
    }
}
