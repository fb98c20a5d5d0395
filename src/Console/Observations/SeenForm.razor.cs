using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Console.Observations;

/// <summary>Enters what was seen, or something in the place of what was entered before. It is kept in our own house, and what is wrong with it is said at its field.</summary>
public sealed partial class SeenForm : DeskPage
{
    private const int Confidence = 6;

    // What was kept in the tab from an earlier launch is not this one.
    private static readonly TimeSpan OneLaunch = TimeSpan.FromMinutes(15);

    private readonly Sender sender = new();
    private ObservationSheet sheet = new();
    private SeenFaults faults = SeenFaults.None;
    private IReadOnlyList<string> parties = [];
    private ElementReference form;
    private IJSObjectReference? browser;
    private string opened = "";
    private string held = "";
    private bool restored;
    private bool isExercise;

    /// <summary>Number of the observation that is corrected; null: a new one.</summary>
    [SupplyParameterFromQuery]
    public int? Correct { get; set; }

    /// <summary>Name of its kind; null: not known yet.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? Party { get; set; }

    /// <summary>It is seen at this moment; null: it is typed when.</summary>
    [SupplyParameterFromQuery]
    public string? Now { get; set; }

    /// <summary>It is played; null: it is real. What is corrected stays what it was.</summary>
    [SupplyParameterFromQuery]
    public string? Exercise { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private IEnumerable<(string, string)> Kinds => ObservationKinds.All.Select(k => (k.Name(), SeenWords.Kind(k, Say)));

    private IEnumerable<(string, string)> Units => Enum.GetValues<StrengthUnit>().Select(u => (u.ToString().ToLowerInvariant(), SeenWords.Unit(u, Say)));

    private IEnumerable<(string, string)> Sources => Enum.GetValues<SourceClass>().Select(s => (s.Name(), Say["observation.source." + s.Name()]));

    private IEnumerable<(string, string)> Letters => Enum.GetValues<Reliability>().Select(r => r.ToString())
        .Select(r => (r, $"{r}: {Say["observation.reliability." + r.ToLowerInvariant()]}"));

    private IEnumerable<(string, string)> Confidences => Enumerable.Range(1, Confidence).Select(n => n.ToString(CultureInfo.InvariantCulture))
        .Select(n => (n, $"{n}: {Say["observation.confidence." + n]}"));

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Line;

    protected override async Task Load()
    {
        if (!Desk.MayWrite || await Ask(new ListLines()) is not { } lines)
            return;
        parties = [.. lines.SelectMany(l => l.Parties).Where(p => p != Desk.Party).Distinct().Order(StringComparer.Ordinal)];
        var wanted = string.Create(CultureInfo.InvariantCulture, $"{Correct}|{Kind}|{Party}|{Now}|{Exercise}");
        if (opened == wanted)
            return;
        var (begun, isPlayed) = (Begin(), Exercise is not null);
        if (Correct is { } number)
        {
            if (await Ask(new ShowObservation(number)) is not { } before)
                return;
            begun.Take(before.Seen.Typed, number);
            isPlayed = before.Seen.Exercise;
        }

        (opened, sheet, faults, restored, isExercise) = (wanted, begun, SeenFaults.None, false, isPlayed);
        sender.Clear();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (form.Id is null || opened.Length == 0 || held == "observation|" + opened || !Desk.MayWrite)
            return;
        held = "observation|" + opened;
        browser ??= await Script.InvokeAsync<IJSObjectReference>("import", PackedFiles.Of("console.js"));
        if (await browser.InvokeAsync<Dictionary<string, string>?>("keptForm", held) is { } kept && IsOfNow(kept))
            restored = sheet.Restore(kept);
        await browser.InvokeVoidAsync("keepForm", form, held);
        if (restored)
            StateHasChanged();
    }

    // Enter in a field must not keep anything.
    private static void Nothing()
    {
    }

    private bool IsOfNow(Dictionary<string, string> kept) =>
        Now is null || (UtcText.Past(kept.GetValueOrDefault("f.from", ""), Desk.Now) is { } from && from > Desk.Now - OneLaunch);

    private ObservationSheet Begin()
    {
        var begun = new ObservationSheet();
        if (Kind is { } name && ObservationKinds.Parse(name) is { } kind)
            begun["kind"] = kind.Name();
        begun["party"] = Party ?? "";
        if (Now is not null)
            Hurry(begun);
        return begun;
    }

    // Whoever is in a hurry judges neither clock nor source: that is what is filled in, and he can say better.
    private void Hurry(ObservationSheet begun) =>
        (begun["from"], begun["time-error"], begun["letter"], begun["number"]) = (UtcText.Of(Second(Desk.Now)), "10", "F", "6");

    private void SeenNow() => sheet["from"] = UtcText.Of(Second(Desk.Now));

    private static DateTimeOffset Second(DateTimeOffset now) => new(now.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private async Task Anew()
    {
        if (browser is null)
            return;
        await browser.InvokeVoidAsync("note", held, null);
        (opened, faults, restored) = ("", SeenFaults.None, false);
        held = "";
        await LoadAnew();
    }

    private async Task Send()
    {
        var kept = await sender.Send(Desk, new AddObservation(sheet.Input(Desk.Now), isExercise));
        faults = new SeenFaults(sender.Trouble);
        if (kept is null)
            return;
        if (browser is not null)
            await browser.InvokeVoidAsync("note", held, null);
        Address.NavigateTo(ObservationLinks.One(kept.Seen.Number));
    }
}
