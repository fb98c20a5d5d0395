using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Charters;

namespace Parley.Console.Activities;

/// <summary>Notifies the sites and movements of a file one by one. It stops at the first that is refused or warned of, and says which have left.</summary>
public sealed partial class ImportPage : DeskPage
{
    private readonly WarnedSender sender = new();
    private IReadOnlyList<LineView> lines = [];
    private LineView? line;
    private TakenFile? file;
    private AidFileItems? read;
    private ImportSheet? sheet;
    private DateTimeOffset from;
    private string expires = "";
    private string contact = "";
    private string wrong = "";
    private bool hasBegun;
    private bool isGoing;
    private bool isStopped;

    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    [Inject]
    internal ConsoleOptions Options { get; set; } = null!;

    private int Done => sheet!.Count(ImportState.Left) + sheet.Count(ImportState.Drafted);

    protected override bool Concerns(ChangeNote note) => note.Kind == ChangeKind.Line;

    protected override async Task Load()
    {
        if (await Ask(new ListLines()) is not { } all)
            return;
        lines = [.. all.Where(l => l.State == LineState.Open && l.Kind != LineKind.Operator).OrderBy(l => l.Mode).ThenBy(l => l.Handle, StringComparer.Ordinal)];
        var was = line?.Handle;
        line = Line is null ? null : lines.FirstOrDefault(l => l.Handle == Line);
        if (Line is not null && line is null)
            Trouble = Say["line.unknown", Line];
        if (was != line?.Handle)
            Forget();
    }

    protected override void Close() => isStopped = true;

    private void Forget()
    {
        (file, read, sheet, wrong, hasBegun) = (null, null, null, "", false);
        sender.Changed();
    }

    private async Task Take(TakenFile taken)
    {
        Forget();
        (file, from) = (taken, DateTimeOffset.FromUnixTimeSeconds(Desk.Now.ToUnixTimeSeconds()));
        await Read();
    }

    private async Task Typed(Action set)
    {
        set();
        if (file is not null && !hasBegun)
            await Read();
    }

    private async Task Read()
    {
        (read, sheet, wrong) = (null, null, "");
        var until = UtcText.Coming(expires, Desk.Now);
        var asked = new AidFile(file!.Name, file.Bytes, from, until, contact.Trim() is { Length: > 0 } said ? said : null, line!.Mode == LineMode.Exercise);
        if (await Task.Run(() => Options.Files!.Aid!(asked)) is not { } found)
            wrong = Say["import.which-form"];
        else if (await Standing(line.Handle) is { } standing)
            (read, sheet) = (found, new ImportSheet(found.Items, standing));
    }

    /// <summary>What stands on the line; null, and what is wrong is told, when the station does not say.</summary>
    private async Task<StandingAid?> Standing(string handle)
    {
        // By kind: the whole list counts as shown to the officer, and this page shows none of it.
        var rows = new List<ActivityRowView>();
        foreach (var kind in (ActivityKind[])[ActivityKind.Site, ActivityKind.Movement])
        {
            ActivityListView? page = null;
            do
            {
                var list = await Desk.Ask(new ListActivities(handle, Kind: kind, After: page?.Activities[^1].Entry));
                if (list.Answer is not [var next, ..])
                    return Wrong(list.Trouble);
                rows.AddRange(next.Activities);
                page = next;
            }
            while (page is { More: > 0, Activities.Count: > 0 });
        }

        var drafts = await Desk.Ask(new ListDrafts(handle));
        return drafts.Answer is { } waiting ? new StandingAid(rows, waiting) : Wrong(drafts.Trouble);

        StandingAid? Wrong(string trouble)
        {
            wrong = trouble;
            return null;
        }
    }

    private void Stop() => isStopped = true;

    /// <param name="despite">The next one leaves in spite of what was warned of; those after it are tried as every other.</param>
    private async Task Go(bool despite)
    {
        if (isGoing || line is null || sheet is not { } going)
            return;
        (isGoing, isStopped, hasBegun) = (true, false, true);
        while (!isStopped && going.Next is { } item)
        {
            var wanted = ImportSheet.Ask(line.Handle, item);
            if (await sender.Send(Desk, wanted, despite ? wanted with { Despite = true } : null) is not { } draft)
                break;
            going.Done(draft);
            sender.Changed();
            despite = false;
            StateHasChanged();
        }

        isGoing = false;
    }
}
