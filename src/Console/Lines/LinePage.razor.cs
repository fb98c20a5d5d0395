using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Writing;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Silence;
using Parley.Lines.Charters;

namespace Parley.Console.Lines;

/// <summary>One line: its transcript, what waits to be released on it, and where words are written. What a hidden tab shows nobody has seen: it is not read anew then.</summary>
public sealed partial class LinePage : DeskPage
{
    private ElementReference box;
    private IJSObjectReference? browser;
    private IJSObjectReference? scrolling;
    private DotNetObjectReference<LinePage>? self;
    private Writer? writer;
    private LineView? line;
    private IReadOnlyList<SilenceView> silences = [];
    private Stretch shown = new([], [], false, false);
    private Dictionary<string, string> supersededBy = [];
    private (string? Handle, string? Entry) loaded;
    private string told = "";
    private bool isLooked = true;
    private bool newer;
    private string? revealing;
    private bool endNext;
    private bool isFetching;
    private (string Id, double? Top)? keeping;

    // Where the reader wants to go. Taken by the next loading, so that no two readings of the transcript run into each other.
    private Func<Task>? moving;

    [Parameter]
    public string Handle { get; set; } = "";

    /// <summary>The entry to show; null: the end of the transcript.</summary>
    [SupplyParameterFromQuery]
    public string? Entry { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private bool IsExercise => line?.Mode == LineMode.Exercise;

    protected override bool Concerns(ChangeNote note) => note.Line is null || note.Line == line?.Id;

    protected override async Task Load()
    {
        var lines = await Ask(new ListLines());
        if (lines is null)
            return;
        line = lines.FirstOrDefault(l => l.Handle == Handle) ?? lines.FirstOrDefault(l => l.Id == Handle);
        if (line is null)
        {
            Trouble = Say["line.unknown", Handle];
            return;
        }

        silences = await Ask(new ListSilence(line.Handle)) ?? silences;
        if (loaded != (line.Id, Entry))
            await Open(line);
        else if (Interlocked.Exchange(ref moving, null) is { } move)
            await move();
        else
            await Again(line);
        supersededBy = shown.Entries.Where(e => e.Supersedes is not null).GroupBy(e => e.Supersedes!).ToDictionary(g => g.Key, g => g.Last().Entry);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Of a rendering in which there was no line yet, there is no box either.
        if (box.Id is null)
            return;
        if (browser is null)
        {
            // One rendering fetches the script; those that come meanwhile leave what is to be done to it.
            if (isFetching)
                return;
            isFetching = true;
            browser = await Script.InvokeAsync<IJSObjectReference>("import", PackedFiles.Of("console.js"));
            self = DotNetObjectReference.Create(this);
            scrolling = await browser.InvokeAsync<IJSObjectReference>("scrolls", box, self);
        }

        if (keeping is { } kept)
        {
            keeping = null;
            await browser.InvokeVoidAsync("placeAt", box, kept.Id, kept.Top);
        }

        if (revealing is { } entry)
        {
            revealing = null;
            await browser.InvokeAsync<bool>("reveal", EntryCard.IdOf(entry));
        }
        else if (endNext)
        {
            endNext = false;
            await browser.InvokeVoidAsync("toEnd", box);
        }
    }

    /// <summary>Called by the browser when the beginning or the end of what is shown comes near; whether other entries stand there now.</summary>
    [JSInvokable]
    public async Task<bool> Scrolled(bool nearBeginning, bool nearEnd)
    {
        if (nearBeginning && shown.MoreBefore)
            moving = Earlier;
        else if (nearEnd && shown.MoreAfter)
            moving = Later;
        else
            return false;
        var before = shown;
        await LoadAnew();
        return shown != before;
    }

    /// <summary>Called by the browser when its tab is hidden or shown.</summary>
    [JSInvokable]
    public async Task Looked(bool visible)
    {
        isLooked = visible;
        if (visible)
            await LoadAnew();
    }

    protected override void Close()
    {
        self?.Dispose();
        _ = Stop(scrolling);
    }

    private static async Task Stop(IJSObjectReference? scrolling)
    {
        try
        {
            if (scrolling is not null)
                await scrolling.InvokeVoidAsync("stop");
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone first.
        }
    }

    private async Task Open(LineView at)
    {
        if (Entry is { Length: > 0 } wanted && await Ask(new ReadEntry(at.Handle, wanted, Say.Tag)) is { } entry &&
            await Ask(new ReadTranscript(at.Handle, Before: entry.Cursor, Limit: Bounds.Stretch, Language: Say.Tag)) is { } before &&
            await Ask(new ReadTranscript(at.Handle, After: entry.Cursor, Limit: Bounds.Stretch, Language: Say.Tag)) is { } after)
        {
            shown = (Stretch.Of(before) with { Entries = [.. before.Entries, entry] }).Later(after);
            revealing = entry.Entry;
        }
        else if (await Ask(new ReadTranscript(at.Handle, Limit: Bounds.Stretch, Language: Say.Tag)) is { } page)
        {
            shown = Stretch.Of(page);
            endNext = true;
        }

        loaded = (at.Id, Entry);
    }

    // What was shown is read again, for its receipts and stages; new entries come with it when the end is shown and somebody looks.
    private async Task Again(LineView at)
    {
        if (!isLooked)
        {
            newer = true;
            return;
        }

        if (shown.MoreAfter)
        {
            newer = true;
            var but = Math.Max(1, shown.Entries.Count - 1);
            if (shown.First is { } first && await Ask(new ReadTranscript(at.Handle, Before: shown.Last, Limit: but, Language: Say.Tag)) is { } middle && middle.First == first)
                shown = shown with { Entries = [.. middle.Entries, shown.Entries[^1]] };
            return;
        }

        var limit = Math.Clamp(shown.Entries.Count, Bounds.Stretch, Bounds.Shown);
        if (await Ask(new ReadTranscript(at.Handle, Limit: limit, Language: Say.Tag)) is not { } page)
            return;
        var last = shown.Last;
        // Whoever is still on the way to the end is there, as far as he knows.
        var wasAtEnd = endNext || browser is null || await browser.InvokeAsync<bool>("atEnd", box);
        shown = Stretch.Of(page);
        newer = !wasAtEnd && shown.Last != last;
        endNext |= wasAtEnd && shown.Last != last;
    }

    private async Task Earlier()
    {
        if (line is null || shown.First is not { } first || shown.Entries.Count == 0)
            return;
        if (await Ask(new ReadTranscript(line.Handle, Before: first, Limit: Bounds.Stretch, Language: Say.Tag)) is not { } page)
            return;
        await Keep(shown.Entries[0]);
        shown = shown.Earlier(page);
    }

    private async Task Later()
    {
        if (line is null || shown.Last is not { } last)
            return;
        if (await Ask(new ReadTranscript(line.Handle, After: last, Limit: Bounds.Stretch, Language: Say.Tag)) is not { } page)
            return;
        await Keep(shown.Entries[^1]);
        shown = shown.Later(page);
        newer &= shown.MoreAfter;
    }

    private async Task Keep(EntryView entry)
    {
        var id = EntryCard.IdOf(entry.Entry);
        if (browser is not null)
            keeping = (id, await browser.InvokeAsync<double?>("placeOf", box, id));
    }

    private Task ToEnd()
    {
        newer = false;
        if (Entry is not null)
        {
            Address.NavigateTo($"lines/{Uri.EscapeDataString(Handle)}");
            return Task.CompletedTask;
        }

        moving = End;
        return LoadAnew();
    }

    private async Task End()
    {
        if (line is not null && await Ask(new ReadTranscript(line.Handle, Limit: Bounds.Stretch, Language: Say.Tag)) is { } page)
            shown = Stretch.Of(page);
        endNext = true;
    }

    private Task Answer(EntryView entry) => writer?.Answer(entry) ?? Task.CompletedTask;

    private Task Replace(EntryView entry) => writer?.Replace(entry) ?? Task.CompletedTask;

    private Task Correct(EntryView entry) => writer?.Correct(entry) ?? Task.CompletedTask;

    private void Told(string words)
    {
        told = words;
        StateHasChanged();
    }
}
