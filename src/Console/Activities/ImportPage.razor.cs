using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Lines;
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
    private int untold;
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
        bool? isGeoJson = Path.GetExtension(file!.Name).ToLowerInvariant() switch { ".csv" => false, ".geojson" or ".json" => true, _ => null };
        if (isGeoJson is not { } geo)
        {
            wrong = Say["import.which-form"];
            return;
        }

        var until = UtcText.Coming(expires, Desk.Now);
        var asked = new AidFile(file.Bytes, geo, from, until, contact.Trim() is { Length: > 0 } said ? said : null, line!.Mode == LineMode.Exercise);
        var found = await Task.Run(() => Options.Files!.Aid!(asked));
        var reply = await Desk.Ask(new ListActivities(line.Handle));
        wrong = reply.Trouble;
        if (reply.Answer is not { } standing)
            return;
        var rows = standing.FirstOrDefault(l => l.Line == line.Handle);
        (read, sheet, untold) = (found, new ImportSheet(found.Items, rows?.Activities ?? []), rows?.More ?? 0);
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
