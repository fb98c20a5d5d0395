using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Control.PublicWarnings;
using Parley.Exchange.Imports;
using Parley.Ledger;
using Parley.Lines.Parties;
using Parley.Volumes.Texts;

namespace Parley.Cli.Commands;

/// <summary>What became of a file of public warnings.</summary>
/// <param name="Read">Notices that were read in it.</param>
/// <param name="Other">Left out: they speak of no danger and close no airspace.</param>
/// <param name="Nowhere">Left out: they announce something and no place was read.</param>
/// <param name="Kept">How many were kept, or would be.</param>
/// <param name="Known">How many were kept before.</param>
/// <param name="Refused">What is wrong with the others, each with its line.</param>
internal sealed record WarningImportView(string File, int Read, int Other, int Nowhere, int Kept, int Known, IReadOnlyList<string> Refused);

/// <summary><c>parley warning</c>: what others published for everybody, kept so that what is seen is held against it.</summary>
internal static class WarningCommands
{
    private const int Batch = 64;

    // A request has a megabyte, and a sign of a text may take six bytes in it.
    private const int BatchLength = 100_000;
    private const string Such = "A day such as 2026-11-25, or a time with its zone such as 2026-11-25T14:05Z";

    private static readonly Argument<int> Number = new("NUMBER") { Description = "The warning, as 'parley warning list' numbers it." };
    private static readonly Option<string?> Party = May("--party", "PARTY", "Whose doing they announce. Left out: not known. Whoever publishes a warning need not be who fires.");
    private static readonly Option<string?> Whose = May("--party", "PARTY", "Only what is known to be that party's.");
    private static readonly Option<bool> Everything = new("--all") { Description = "Also those that speak of no danger and close no airspace." };
    private static readonly Option<bool> Check = new("--check") { Description = "Only say what would be kept and what is wrong. Nothing is kept." };
    private static readonly Option<bool> Played = new("--exercise") { Description = "They are played in an exercise and nothing real: they explain only what is played." };
    private static readonly Option<bool> InExercise = new("--exercise") { Description = "What is played in exercises, in place of what is real." };
    private static readonly Option<string?> Begin = May("--from", "TIME", $"Those that stand then or later. {Such}. Default: now.");
    private static readonly Option<string?> End = May("--to", "TIME", $"Those that begin by then. {Such}. Default: 14 days after --from.");
    private static readonly Option<bool> Closed = new("--closed") { Description = "Also cancellations, and those that were replaced or cancelled." };

    public static Command Build() => Common.Group(
        "warning",
        "What others published for everybody: navigational warnings, NOTAM. It stays in our own house; what is seen is held against it as against notices.",
        new Command("import", "Keep the warnings of a file. What is kept already is not kept again; what was left out is said.").Does(
            [Common.Directory, .. ImportedFile.Options, Party, Everything, Check, Played, Common.TokenFile, Common.Json], Import),
        new Command("list", "Warnings of a time, by when they end.").Does(
            [Common.Directory, Begin, End, Whose, Closed, InExercise, Common.TokenFile, Common.Json], List),
        new Command("show", "One warning with its words.").Does([Common.Directory, Number, Common.TokenFile, Common.Json], Show));

    private static async Task Import(Invocation invocation)
    {
        if (invocation.Get(Party) is { } party && PartyId.Parse(party) is null)
            throw new CommandFault(ExitCode.Usage, $"'{SafeText.Line(party)}' is no party: 1 to 32 of a-z, 0-9 and -");
        var import = await ImportedFile.Read(invocation);
        var wanted = import.Notices.Where(n => invocation.Get(Everything) || n.Class != NoticeClass.Other || n.Kind == NoticeKind.Cancellation).ToList();
        var placed = wanted.FindAll(n => n.Kind != NoticeKind.New || n.Volumes.Count > 0);
        var view = new WarningImportView(
            Path.GetFileName(ImportedFile.NameIn(invocation)), import.Notices.Count, import.Notices.Count - wanted.Count, wanted.Count - placed.Count, 0, 0, []);
        await using (var station = await OpenStation.ToSpeak(invocation))
        {
            foreach (var batch in Batches(placed, invocation.Get(Party)))
            {
                var answer = await invocation.Do(
                    station.Control, new KeepWarnings([.. batch.Select(b => b.Input)], invocation.Get(Check), invocation.Get(Played)));
                var refused = answer.Flaws.Select(f => $"line {Text(batch[f.Place - 1].Line)}, {batch[f.Place - 1].Input.Name}: {f.Rule}");
                view = view with { Kept = view.Kept + answer.Count, Known = view.Known + answer.Known, Refused = [.. view.Refused, .. refused] };
            }
        }

        invocation.Show(view, (screen, v) => screen.Lines(WarningLines.Imported(v, invocation.Get(Check))));
        ImportedFile.Tell(invocation, import);
        if (view.Refused.Count > 0)
            throw new CommandFault(ExitCode.Refused, string.Create(CultureInfo.InvariantCulture, $"{view.Refused.Count} of {view.Read} were refused"));
    }

    private static IEnumerable<IReadOnlyList<(int Line, WarningInput Input)>> Batches(IEnumerable<ImportedNotice> notices, string? party)
    {
        var (batch, length) = (new List<(int, WarningInput)>(), 0);
        foreach (var notice in notices)
        {
            var input = Input(notice, party);
            var more = input.Words.Length + input.Volumes.Sum(v => v.Length) + (input.Remarks ?? []).Sum(r => r.Length);
            if (batch.Count == Batch || (batch.Count > 0 && length + more > BatchLength))
            {
                yield return batch;
                (batch, length) = ([], 0);
            }

            batch.Add((notice.Line, input));
            length += more;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private static WarningInput Input(ImportedNotice notice, string? party)
    {
        // Number, officer and time are the station's to say.
        var warning = ImportedWarnings.Of(notice, 1, null, "import", Timestamp.From(DateTimeOffset.UnixEpoch));
        return new WarningInput(
            warning.Name, warning.Effect, warning.Kinds, [.. warning.Volumes.Select(VolumeText.Write)], warning.Words,
            warning.Issued?.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), warning.Refers, warning.Remarks, party);
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var list = await invocation.Do(station.Control, new ListWarnings(
            invocation.Get(Begin), invocation.Get(End), invocation.Get(Whose), invocation.Get(Closed), invocation.Get(InExercise)));
        invocation.Show(list, (screen, view) => screen.Lines(TranscriptText.Marked(view.Mode, WarningLines.List(view))));
    }

    private static async Task Show(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var one = await invocation.Do(station.Control, new ShowWarning(invocation.Get(Number)));
        invocation.Show(one, (screen, view) => screen.Lines(TranscriptText.Marked(view.Mode, WarningLines.Whole(view))));
    }

    private static Option<string?> May(string name, string help, string description) => new(name) { Description = description, HelpName = help };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
