using System.CommandLine;
using System.Text.Json;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.Folders;
using Parley.Station.Keys;
using Parley.Station.Storage;
using Parley.Station.Verification;
using Parley.Storage.Sqlite;

namespace Parley.Cli.Commands;

/// <summary><c>parley verify</c> and <c>compare</c>: proofs that need no station, no network and nobody's word.</summary>
internal static class VerifyCommands
{
    private static readonly Argument<string> Transcript = new("FILE|DIR")
    {
        Description = "A file that 'parley export' or 'parley report' wrote, a report's page, or a station's folder.",
    };

    private static readonly Argument<string> First = new("FILE1") { Description = "One party's export of a line." };
    private static readonly Argument<string> Second = new("FILE2") { Description = "Another party's export of the same line." };

    private static readonly Option<string[]> Trust = new("--trust")
    {
        Description = "A card file whose digits you have compared; again for each party. Without it the report shows the digits.",
        HelpName = "CARD",
    };

    public static Command BuildVerify() =>
        new Command(
            "verify",
            "Verify every proof in an exported transcript or a report, or every record of a station's store, which may run meanwhile; name " +
            "the first record that fails, and how.")
            .Does([Transcript, Trust, Common.PassphraseFile, Common.Json], Verify);

    public static Command BuildCompare() =>
        new Command("compare", "Verify two parties' exports of a line and say what one has that the other lacks.")
            .Does([First, Second, Trust, Common.Json], Compare);

    private static async Task Verify(Invocation invocation)
    {
        if (Directory.Exists(invocation.Get(Transcript)))
        {
            VerifyStore(invocation);
            return;
        }

        var bytes = await File.ReadAllBytesAsync(invocation.Get(Transcript), invocation.Cancel);
        if (ReportCommands.IsReport(bytes))
        {
            ReportCommands.Verify(invocation, invocation.Get(Transcript), bytes, Trusted(invocation));
            return;
        }

        var report = TranscriptVerifier.Verify(bytes, StationFolder.Suites, Trusted(invocation));
        if (invocation.WantsJson)
            Json(invocation, Summary(report));
        else
            Write(invocation.Screen, report.ToText());
        if (!report.Ok)
            throw new CommandFault(ExitCode.Refused, $"{invocation.Get(Transcript)} does not verify");
    }

    private static void VerifyStore(Invocation invocation)
    {
        var folder = Invocation.Need(StationFolder.Open(invocation.Get(Transcript)));
        using var keys = Invocation.Need(folder.ReadKeys(Secrets.Passphrase(invocation, folder)));
        var report = CheckStore(folder.Path, keys, invocation.Cancel);
        var counts = report.Counts;
        if (invocation.WantsJson)
        {
            Json(invocation, new
            {
                Verified = report.Ok,
                Folder = folder.Path,
                Party = report.Party.ToString(),
                Counts = counts,
                report.Failed,
                report.Findings,
                Parties = report.Keys.Select(k => new { Party = k.Party.ToString(), Trusted = k.Verified, k.IsOwn, k.Cards }),
            });
        }
        else
        {
            Write(invocation.Screen, report.ToText());
            Write(invocation.Screen, [$"{folder.Path}, station of {report.Party}: {counts.Entries} entries of {counts.Lines} lines."]);
        }

        if (!report.Ok)
            throw new CommandFault(ExitCode.Refused, $"the store in {invocation.Get(Transcript)} does not verify");
    }

    // A store too damaged to be read is an answer and no fault; one that is missing or too new is none.
    private static StoreReport CheckStore(string folder, StationKeys keys, CancellationToken cancel)
    {
        List<string> file = [];
        try
        {
            file.AddRange(StoreCheck.CheckIntegrity(folder));
            using var store = SqliteStore.OpenSnapshot(folder);
            return StoreVerifier.Verify(store, keys, cancel).After(file);
        }
        catch (StoreFault fault) when (fault.Trouble == StoreTrouble.Corrupt)
        {
            return StoreReport.Unreadable(keys.Party, fault.Message).After(file);
        }
    }

    private static async Task Compare(Invocation invocation)
    {
        var comparison = TranscriptCompare.Compare(
            await File.ReadAllBytesAsync(invocation.Get(First), invocation.Cancel),
            await File.ReadAllBytesAsync(invocation.Get(Second), invocation.Cancel),
            StationFolder.Suites,
            Trusted(invocation));
        if (invocation.WantsJson)
        {
            Json(invocation, new
            {
                Mode = comparison.First.Charter?.Mode ?? comparison.Second.Charter?.Mode,
                comparison.Verdict,
                First = Summary(comparison.First),
                Second = Summary(comparison.Second),
                SameWords = comparison.SameWords.ToDictionary(w => w.Key.ToString(), w => w.Value),
                comparison.Notes,
                Exercise = comparison.First.IsExercise || comparison.Second.IsExercise,
            });
        }
        else
        {
            Write(invocation.Screen, comparison.ToText());
        }

        if (comparison.Verdict is TranscriptVerdict.Different or TranscriptVerdict.NotComparable)
            throw new CommandFault(ExitCode.Refused, "the two files do not agree; what is written above says where");
    }

    private static TrustedCard[] Trusted(Invocation invocation) => [.. (invocation.Get(Trust) ?? []).Select(file =>
        CardChain.ParseFile(File.ReadAllText(file)) is { } chain
            ? new TrustedCard(chain.Party, chain.Current.Hash())
            : throw new CommandFault(ExitCode.Refused, $"{file} is no card file, or it is damaged"))];

    private static object Summary(TranscriptReport report) => new
    {
        Mode = report.Charter?.Mode,
        Verified = report.Ok,
        Line = report.Head?.Line.ToString(),
        Exporter = report.Head?.Exporter.ToString(),
        Time = report.Head?.Time.ToDateTimeOffset(),
        report.Entries,
        report.Fault,
        Parties = report.Parties.Select(p => new { Party = p.Party.ToString(), p.Trusted, Digits = p.Cards.Select(c => c.Digits) }),
        Warnings = report.Warnings,
        Exercise = report.IsExercise,
    };

    private static void Write(Screen screen, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
            screen.Line(SafeText.Line(line));
    }

    private static void Json(Invocation invocation, object value) =>
        invocation.Terminal.Out.WriteLine(JsonSerializer.Serialize(value, ControlJson.Indented));
}
