using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Words;
using Parley.Lines.Maps;

namespace Parley.Console.Maps;

/// <summary>Volumes on a map, and the same in a table. Where the build has no maps, or the browser cannot draw, the table stands alone.</summary>
public sealed partial class VolumeMap : ComponentBase, IAsyncDisposable
{
    private const string Script = "maps.js";
    private readonly MapWire wire = new();
    private ElementReference root;
    private ElementReference box;
    private IJSObjectReference? module;
    private IJSObjectReference? drawn;
    private DotNetObjectReference<VolumeMap>? self;
    private MapTimes? times;
    private int? number;
    private int page;
    private IReadOnlyList<string> chosen = [];
    private bool isStale;
    private bool isTelling;
    private bool hasFailed;
    private bool isGone;

    /// <summary>A name that no other map of the page has: letters, digits and dashes.</summary>
    [Parameter]
    public string Id { get; set; } = "map";

    /// <summary>What the map is of.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>False where a heading of the page says it before the eyes of the reader.</summary>
    [Parameter]
    public bool HasTitle { get; set; } = true;

    /// <summary>What it shows. Of more than <see cref="Bounds.MapItems"/> the first are drawn; the table has all.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<MapItem> Items { get; set; }

    /// <summary>What of it meets. The first <see cref="Bounds.MapMeetings"/> are shown, and it is said how many more there are.</summary>
    [Parameter]
    public IReadOnlyList<MapMeeting> Meetings { get; set; } = [];

    /// <summary>False where the page says elsewhere all that the table would.</summary>
    [Parameter]
    public bool HasTable { get; set; } = true;

    /// <summary>Keys of what was chosen on the map, the uppermost first; empty: nothing any more.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<string>> OnChosen { get; set; }

    /// <summary>What is being drawn; null: nothing can be.</summary>
    [Parameter]
    public MapSketch? Sketch { get; set; }

    /// <summary>A place was set, by a click or by Enter.</summary>
    [Parameter]
    public EventCallback<MapPoint> OnPlaced { get; set; }

    /// <summary>A vertex of the sketch, from 0, was moved.</summary>
    [Parameter]
    public EventCallback<(int Vertex, MapPoint At)> OnMoved { get; set; }

    /// <summary>The last place is to be taken back.</summary>
    [Parameter]
    public EventCallback OnTakenBack { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private bool IsDrawn => PackedFiles.Has(Script) && !hasFailed;

    private IReadOnlyList<MapMeeting> Shown => Meetings.Count > Bounds.MapMeetings ? [.. Meetings.Take(Bounds.MapMeetings)] : Meetings;

    private bool IsDrawing => Sketch is not null;

    private int NoPlace => Items.Count(i => i.Rings.Count == 0 && i.Centre is null);

    private DateTimeOffset? Time => times is not null && number is { } chosenTime ? times.At(chosenTime) : null;

    /// <summary>For the browser: what lies where somebody clicked.</summary>
    [JSInvokable]
    public Task Chosen(string[] keys) => InvokeAsync(async () =>
    {
        await Choose([.. keys.Where(k => Find(k) >= 0 || Shown.Any(m => m.Key == k))], goes: false);
        StateHasChanged();
        await OnChosen.InvokeAsync(chosen);
    });

    /// <summary>For the browser: a place was set, degrees.</summary>
    [JSInvokable]
    public Task Placed(double latitude, double longitude) => InvokeAsync(() => OnPlaced.InvokeAsync(new MapPoint(latitude, longitude)));

    /// <summary>For the browser: a vertex was moved, degrees.</summary>
    [JSInvokable]
    public Task Moved(int vertex, double latitude, double longitude) => InvokeAsync(() => OnMoved.InvokeAsync((vertex, new MapPoint(latitude, longitude))));

    /// <summary>For the browser: the last place is to be taken back.</summary>
    [JSInvokable]
    public Task TakenBack() => InvokeAsync(() => OnTakenBack.InvokeAsync());

    public async ValueTask DisposeAsync()
    {
        isGone = true;
        try
        {
            if (drawn is not null)
            {
                await drawn.InvokeVoidAsync("end");
                await drawn.DisposeAsync();
            }

            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone first.
        }

        self?.Dispose();
    }

    protected override void OnParametersSet()
    {
        isStale = true;
        times = MapTimes.Of(Items);
        number = times is null || number is null ? null : Math.Min(number.Value, times.Last);
        page = Math.Min(page, Math.Max(0, (Items.Count - 1) / Bounds.MapRows));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!IsDrawn || isTelling)
            return;
        isTelling = true;
        try
        {
            while (isStale && !isGone)
            {
                isStale = false;
                await Tell();
            }
        }
        catch (JSException)
        {
            // The table has everything: a browser that cannot draw must not take the page away.
            hasFailed = true;
            StateHasChanged();
        }
        catch (ObjectDisposedException) when (isGone)
        {
            // The officer went on while it was being drawn: the page that he went to must not pay for it.
        }
        finally
        {
            isTelling = false;
        }
    }

    private async Task Tell()
    {
        module ??= await Browser.InvokeAsync<IJSObjectReference>("import", PackedFiles.Of(Script));
        if (isGone)
            return;
        self ??= DotNetObjectReference.Create(this);
        drawn ??= await module.InvokeAsync<IJSObjectReference>("open", root, box, self, MapWords.ForBrowser(Say));
        if (isGone)
        {
            await drawn.InvokeVoidAsync("end");
            return;
        }

        var (set, gone) = wire.Change(Items, Say);
        var known = Items.Take(Bounds.MapItems).Select(i => i.Key).ToArray();
        await drawn.InvokeVoidAsync("show", set, gone, known, Shown.Select(MapWire.Of).ToArray());
        await drawn.InvokeVoidAsync("time", Time?.ToUnixTimeMilliseconds());
        await drawn.InvokeVoidAsync("sketch", Sketch is { } sketch ? MapWire.Of(sketch.Vertices, sketch.Outline) : null);
    }

    private Task AllTimes(ChangeEventArgs change) => Set(change.Value is true ? null : 0);

    private Task Slid(ChangeEventArgs change) =>
        int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var to) ? Set(to) : Task.CompletedTask;

    private Task Step(bool isForward) => Set(times?.Change(Items, number, isForward) ?? number);

    private async Task Set(int? to)
    {
        number = to;
        if (drawn is not null)
            await drawn.InvokeVoidAsync("time", Time?.ToUnixTimeMilliseconds());
    }

    private Task Show(string key) => Choose([key], goes: true);

    private async Task Choose(IReadOnlyList<string> keys, bool goes)
    {
        chosen = keys;
        if (keys is [var first, ..] && Find(first) is >= 0 and var at)
            page = at / Bounds.MapRows;
        if (drawn is not null)
            await drawn.InvokeVoidAsync("choose", keys, goes);
    }

    private void Turn(int to) => page = to;

    private int Find(string key)
    {
        for (var i = 0; i < Items.Count; i++)
        {
            if (Items[i].Key == key)
                return i;
        }

        return -1;
    }
}
