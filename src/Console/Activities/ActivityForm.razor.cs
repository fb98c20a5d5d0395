using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Maps;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Lines;
using Parley.Lines.Charters;

namespace Parley.Console.Activities;

/// <summary>Notifies an activity: what it would meet is shown as one types, and what the station warns of is known before it leaves.</summary>
public sealed partial class ActivityForm : DeskPage
{
    private const int DayMinutes = 1440;
    private readonly WarnedSender sender = new();
    private ActivitySheet sheet = new();
    private IReadOnlyList<LineView> lines = [];
    private IReadOnlyList<MapItem> around = [];
    private LineView? line;
    private ActivityCheckView? check;
    private ElementReference form;
    private IJSObjectReference? browser;
    private ITimer? pause;
    private string separation = "";
    private string opened = "";
    private string held = "";
    private string checkTrouble = "";
    private string known = "";
    private bool restored;
    private int typed;

    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private IReadOnlyList<string> Gaps => [.. sheet.Gaps(Desk.Now)];

    private bool Meets => check is { OverlapCount: > 0 } && sheet.Texts is not null;

    private IReadOnlyList<string> Tongues => LineTongues.Of(line, Say);

    private IReadOnlyList<string> Roles => [.. (line?.Terms.Addressees ?? []).Where(a => !a.StartsWith(Desk.Party + ":", StringComparison.Ordinal))];

    // As long as the charter gives an answer of that precedence; a day where it says nothing.
    private int AddresseeMinutes => line!.Terms.AnswerMinutes is { Count: 4 } clocks && clocks[(int)sheet.Precedence] > 0 ? clocks[(int)sheet.Precedence] : DayMinutes;

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Line or ChangeKind.Recorded;

    protected override async Task Load()
    {
        if (await Ask(new ListLines()) is not { } all)
            return;
        lines = [.. all.Where(l => l.State == LineState.Open && l.Kind != LineKind.Operator).OrderBy(l => l.Mode).ThenBy(l => l.Handle, StringComparer.Ordinal)];
        line = Line is null ? lines is [var only] ? only : null : lines.FirstOrDefault(l => l.Handle == Line);
        if (line is null)
        {
            Trouble = Line is null ? "" : Say["line.unknown", Line];
            return;
        }

        if (await Ask(new ListActivities(line.Handle, Language: Say.Tag)) is [var list])
            (around, separation) = ([.. list.Activities.SelectMany(a => ActivityPlaces.Of(a, list.Line, Desk.Now, Say))], list.Separation);
        if (opened != line.Handle)
        {
            (opened, sheet, check, restored) = (line.Handle, new ActivitySheet { Language = Tongue }, null, false);
            sender.Changed();
        }
        else
        {
            // What the other side said since may meet it.
            await Check();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (line is null || form.Id is null || held == "activity|" + opened || opened.Length == 0 || !Desk.MayWrite)
            return;
        held = "activity|" + opened;
        browser ??= await Script.InvokeAsync<IJSObjectReference>("import", PackedFiles.Of("console.js"));
        if (await browser.InvokeAsync<Dictionary<string, string>?>("keptForm", held) is { } kept)
            restored = sheet.Restore(kept);
        await browser.InvokeVoidAsync("keepForm", form, held);
        if (restored)
            StateHasChanged();
        await Check();
    }

    protected override void OnInitialized() =>
        pause = Desk.Time.CreateTimer(_ => _ = InvokeAsync(Check), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    protected override void Close() => pause?.Dispose();

    private string Tongue => Tongues.Contains(Say.Tag) ? Say.Tag : Tongues[0];

    // Enter in a field must not notify anything.
    private static void Nothing()
    {
    }

    private void Changed() => sender.Changed();

    private void Typed()
    {
        Changed();
        typed++;
        pause!.Change(Bounds.TypingPause, Timeout.InfiniteTimeSpan);
    }

    private void Choose(string role, bool chosen)
    {
        Changed();
        if (chosen)
            sheet.Addressees.Add(role);
        else
            sheet.Addressees.Remove(role);
    }

    // What was typed while the station was asked is asked about again. Of volumes that are other than before nothing is known until the answer has come.
    private async Task Check()
    {
        if (line is null || !Desk.MayWrite || sheet.Texts is not { } volumes)
        {
            check = null;
            return;
        }

        var wanted = $"{sheet.Kind} {string.Concat(volumes)}";
        if (known != wanted)
            check = null;
        var asked = typed;
        var reply = await Desk.Ask(new CheckActivity(line.Handle, sheet.Kind, volumes));
        if (asked != typed)
            return;
        (check, checkTrouble, known) = (reply.Answer, reply.Trouble, wanted);
        StateHasChanged();
    }

    private async Task Anew()
    {
        if (browser is null)
            return;
        await browser.InvokeVoidAsync("note", held, null);
        (sheet, restored, check) = (new ActivitySheet { Language = Tongue }, false, null);
        Changed();
    }

    private async Task Send(bool despite)
    {
        if (line is null || sheet.Make(line.Handle, AddresseeMinutes, Desk.Now) is not { } wanted)
            return;
        if (await sender.Send(Desk, wanted, despite ? wanted with { Despite = true } : null) is not { } draft)
        {
            await Check();
            return;
        }

        if (browser is not null)
            await browser.InvokeVoidAsync("note", held, null);
        Address.NavigateTo(draft.Released is { } entry ? ActivityLinks.One(line.Handle, entry) : $"drafts#{draft.Id}");
    }
}
