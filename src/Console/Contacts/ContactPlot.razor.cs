using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Words;
using Parley.Control.Timelines;

namespace Parley.Console.Contacts;

/// <summary>Days since contact of the pairs of one line, as they were known at each time.</summary>
public sealed partial class ContactPlot : ComponentBase, IAsyncDisposable
{
    private const string Script = "plots.js";
    private const int UsualDays = 30;
    private static readonly int[] Spans = [7, UsualDays, 120, 366];

    // Variables of the sheet, which have a colour in both looks.
    private static readonly string[] Colours = ["--link", "--warn", "--good", "--exercise", "--bad"];

    private ElementReference place;
    private IJSObjectReference? module;
    private IJSObjectReference? drawn;
    private IReadOnlyList<ContactPlotView> plots = [];
    private int days = UsualDays;
    private string? loaded;
    private bool isStale;
    private string trouble = "";

    /// <summary>Handle of the line.</summary>
    [Parameter, EditorRequired]
    public required string Line { get; set; }

    /// <summary>The last day, or a time; null: now.</summary>
    [Parameter]
    public string? To { get; set; }

    /// <summary>Another one: the pairs have talked since, and the plot is drawn anew.</summary>
    [Parameter]
    public string Stamp { get; set; } = "";

    [Inject]
    public required IJSRuntime Browser { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private static bool HasPlots => PackedFiles.Has(Script);

    private bool HasPoints => plots.Any(p => p.Points.Any(q => q.Days is not null || q.OneSidedDays is not null));

    private Language Say => Desk.Say;

    protected override Task OnParametersSetAsync() => Load();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!isStale || !HasPlots || !HasPoints || place.Id is null)
            return;
        isStale = false;
        module ??= await Browser.InvokeAsync<IJSObjectReference>("import", PackedFiles.Of(Script));
        await End();
        drawn = await module.InvokeAsync<IJSObjectReference>(
            "draw", place, Say["plot.axis"], Say["plot.day"], plots[0].Points.Select(p => p.At.ToUnixTimeSeconds()).ToArray(), plots.SelectMany(Series).ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await End();
            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone first.
        }
    }

    // A line of its own colour a pair; what one side alone states is dashed, and left out where there is none.
    private IEnumerable<PlotSeries> Series(ContactPlotView plot, int index)
    {
        var colour = Colours[index % Colours.Length];
        yield return new PlotSeries(Say["plot.both", plot.Pair], colour, false, [.. plot.Points.Select(p => p.Days)]);
        if (plot.Points.Any(p => p.OneSidedDays is not null))
            yield return new PlotSeries(Say["plot.one", plot.Pair], colour, true, [.. plot.Points.Select(p => p.OneSidedDays)]);
    }

    private async Task Load()
    {
        var wanted = $"{Line}|{To}|{Stamp}|{days}";
        if (wanted == loaded)
            return;
        loaded = wanted;
        var end = UtcText.Day(To) is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).AddDays(1).AddMilliseconds(-1) : Desk.Now;
        var reply = await Desk.Ask(new PlotContacts(Line, From: UtcText.Of(end.AddDays(-days)), To: UtcText.Of(end)));
        trouble = reply.Trouble;
        plots = reply.Answer ?? plots;
        isStale = true;
    }

    private async Task Span(ChangeEventArgs change)
    {
        if (int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) && Spans.Contains(chosen))
            days = chosen;
        await Load();
    }

    private async Task End()
    {
        if (drawn is null)
            return;
        await drawn.InvokeVoidAsync("end");
        await drawn.DisposeAsync();
        drawn = null;
    }

    private string Number(int? number) => number is { } known ? Say.Number(known) : "–";

    private sealed record PlotSeries(string Name, string Colour, bool Dashed, IReadOnlyList<int?> Values);
}
