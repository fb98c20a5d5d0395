using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Observations;
using Parley.Crypto;
using Parley.Exchange.Observations;

namespace Parley.Cli.Commands;

/// <summary>What became of a list of observations.</summary>
/// <param name="Kept">Their numbers, first and last of each row of numbers.</param>
/// <param name="Refused">What is wrong, each with its place in the file.</param>
internal sealed record ObservationImportView(string File, int Rows, IReadOnlyList<NumberSpan> Kept, IReadOnlyList<string> Refused)
{
    public int Count => Kept.Sum(k => k.Last - k.First + 1);
}

/// <summary>Numbers that follow each other.</summary>
internal readonly record struct NumberSpan(int First, int Last);

/// <summary><c>parley observe import</c>: many observations out of a file. All of them are checked first, and nothing is kept when one of them has a flaw.</summary>
internal static class ObserveImportCommand
{
    private const int Batch = 256;

    // A request has a megabyte, and a sign of a text may take six bytes in it.
    private const int BatchLength = 100_000;
    private const int KeyDigits = 40;
    private const int Step = 10;

    private static readonly Argument<string> Source = new("FILE")
    {
        Description = "Comma-separated values, at most 100,000 rows; the first line names the fields, called as the options of 'parley observe add' are, without '--'.",
    };

    private static readonly Option<bool> Check = new("--check") { Description = "Only say what is wrong. Nothing is kept." };

    public static Command Build() => new Command(
        "import", "Enter what stands in a file. All of it is checked first; where one row has a flaw, nothing is kept, and each flaw is told with its line.").Does(
        [Common.Directory, Source, Check, ObserveCommands.Played, Common.TokenFile, Common.Json], Import);

    private static async Task Import(Invocation invocation)
    {
        var read = Read(invocation.Get(Source));
        var view = new ObservationImportView(Path.GetFileName(invocation.Get(Source)), read.Rows.Count, [], [.. read.Problems.Select(p => p.Placed)]);
        if (view.Refused.Count > 0)
            throw Refuse(invocation, view);
        await using var station = await OpenStation.ToSpeak(invocation);
        var batches = Batches(read.Rows).ToList();
        view = view with { Refused = await Flaws(invocation, station, batches) };
        if (view.Refused.Count > 0)
            throw Refuse(invocation, view);
        if (invocation.Get(Check))
            invocation.Show(view, (screen, v) => screen.Line(ImportedLines.Sound(v)));
        else
            await Keep(invocation, station, view, batches);
    }

    private static ObservationImport Read(string path)
    {
        using var file = File.OpenRead(path);
        return ObservationCsv.Read(file);
    }

    private static IEnumerable<IReadOnlyList<ObservationRow>> Batches(IReadOnlyList<ObservationRow> rows)
    {
        var (batch, length) = (new List<ObservationRow>(), 0);
        foreach (var row in rows)
        {
            var more = row.Fields.Sum(f => f.Value.Length);
            if (batch.Count == Batch || (batch.Count > 0 && length + more > BatchLength))
            {
                yield return batch;
                (batch, length) = ([], 0);
            }

            batch.Add(row);
            length += more;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private static async Task<IReadOnlyList<string>> Flaws(Invocation invocation, OpenStation station, IReadOnlyList<IReadOnlyList<ObservationRow>> batches)
    {
        var flaws = new List<string>();
        try
        {
            foreach (var batch in batches)
                flaws.AddRange(Placed(batch, await invocation.Do(station.Control, Operation(invocation, batch, checkOnly: true))));
        }
        catch (OperationCanceledException) when (invocation.Cancel.IsCancellationRequested)
        {
            throw new CommandFault(ExitCode.Refused, "interrupted; nothing is kept");
        }

        return flaws;
    }

    private static async Task Keep(Invocation invocation, OpenStation station, ObservationImportView view, IReadOnlyList<IReadOnlyList<ObservationRow>> batches)
    {
        // The same file can be entered as real and as played: those are two lists.
        var (file, kept) = (DigestOf(batches) + (invocation.Get(ObserveCommands.Played) ? "x" : ""), new List<NumberSpan>());
        CommandFault? stopped = null;
        for (var at = 0; at < batches.Count && stopped is null; at++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{file}-{batches[at][0].Where.Replace(' ', '-')}");
            stopped = await Keep(invocation, station, batches[at], key, kept);
            if ((at + 1) % Step == 0)
                invocation.Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kept {(view with { Kept = kept }).Count} of {view.Rows}"));
        }

        invocation.Show(view with { Kept = kept }, (screen, v) => screen.Line(ImportedLines.Kept(v)));
        if (stopped is not null)
            throw stopped;
    }

    /// <summary>Null when the batch was kept.</summary>
    private static async Task<CommandFault?> Keep(Invocation invocation, OpenStation station, IReadOnlyList<ObservationRow> batch, string key, List<NumberSpan> kept)
    {
        try
        {
            switch (await station.Control.Do(Operation(invocation, batch, checkOnly: false) with { Key = key }, invocation.Cancel))
            {
                case Done<ObservationBatchView> { Answer: { First: { } first, Flaws.Count: 0 } done }:
                    Join(kept, new NumberSpan(first, first + done.Count - 1));
                    return null;
                case Done<ObservationBatchView> { Answer: var answer }:
                    return Stopped(batch, ExitCode.Refused, Placed(batch, answer).FirstOrDefault() ?? "the station kept none of them");
                case Refused<ObservationBatchView> refused:
                    return Stopped(batch, ExitCode.Refused, refused.Detail);
                default:
                    return Stopped(batch, ExitCode.Unreachable, "the station gave no answer that this program knows");
            }
        }
        catch (ControlFault fault)
        {
            return Stopped(batch, ExitCode.Unreachable, fault.Message);
        }
        catch (OperationCanceledException) when (invocation.Cancel.IsCancellationRequested)
        {
            return Stopped(batch, ExitCode.Refused, "interrupted");
        }
    }

    private static AddObservations Operation(Invocation invocation, IReadOnlyList<ObservationRow> batch, bool checkOnly) =>
        new([.. batch.Select(r => ObservationInput.Of(r.Fields))], checkOnly, invocation.Get(ObserveCommands.Played));

    private static IEnumerable<string> Placed(IReadOnlyList<ObservationRow> batch, ObservationBatchView answer) => answer.Flaws.Select(f =>
    {
        var where = f.Place >= 1 && f.Place <= batch.Count ? batch[f.Place - 1].Where : "somewhere";
        return f.Field.Length == 0 || f.Rule.StartsWith($"{f.Field}:", StringComparison.Ordinal) ? $"{where}: {f.Rule}" : $"{where}: {f.Field}: {f.Rule}";
    });

    private static void Join(List<NumberSpan> kept, NumberSpan more)
    {
        if (kept.Count > 0 && kept[^1].Last + 1 == more.First)
            kept[^1] = new NumberSpan(kept[^1].First, more.Last);
        else
            kept.Add(more);
    }

    // The same file has the same keys, so what was kept before it was stopped is not kept again.
    private static string DigestOf(IReadOnlyList<IReadOnlyList<ObservationRow>> batches) =>
        Digest.Of(JsonSerializer.SerializeToUtf8Bytes(batches, ControlJson.Options)).ToString()[..KeyDigits];

    private static CommandFault Stopped(IReadOnlyList<ObservationRow> batch, int code, string why) => new(
        code,
        $"stopped at {batch[0].Where}: {SafeText.Line(why.ReplaceLineEndings(" ")).TrimEnd('.')}. What comes before it is kept. Mend the cause and say the same command " +
        "again with the same file: what is kept is not kept twice.");

    private static CommandFault Refuse(Invocation invocation, ObservationImportView view)
    {
        invocation.Show(view, static (screen, v) => screen.Lines(ImportedLines.Refused(v)));
        return new CommandFault(ExitCode.Refused, string.Create(
            CultureInfo.InvariantCulture, $"{view.Refused.Count} refused, and nothing is kept: mend the file, then say the same command again"));
    }
}
