using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Words;
using Parley.Control;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Console.Writing;

/// <summary>Writes a message. The text lives in the browser until it is sent: a page that is lost takes nothing with it, and a text that is too long never travels.</summary>
public sealed partial class Writer : ComponentBase, IDisposable
{
    private const int QuoteLength = 80;
    private ElementReference area;
    private ElementReference count;
    private IJSObjectReference? browser;
    private DotNetObjectReference<Writer>? self;
    private string? held;
    private Mode mode;
    private Precedence precedence = Precedence.Routine;
    private string language = "";
    private int minutes;
    private bool isTest;
    private bool isConference;
    private bool isEmpty = true;
    private bool isOver;
    private readonly List<EntryView> regards = [];
    private EntryView? replaces;
    private EntryView? correcting;
    private readonly HashSet<string> addressees = new(StringComparer.Ordinal);
    private readonly Sender sender = new();

    private enum Mode
    {
        Text,
        Code,
        Grave,
    }

    [Parameter, EditorRequired]
    public required LineView Line { get; set; }

    /// <summary>What the page shows, for what was said since.</summary>
    [Parameter]
    public IReadOnlyList<EntryView> Entries { get; set; } = [];

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    [Inject]
    public required IJSRuntime Script { get; set; }

    private Language Say => Desk.Say;

    private int Needed => ReleaseRule.Needed(Line.Terms.Release, precedence, EntryKind.Message);

    private IReadOnlyList<string> Tongues => LineTongues.Of(Line, Say);

    /// <summary>What the other side has said since the texts that are being answered.</summary>
    private List<EntryView> SpokenSince => regards.Count == 0 ? [] :
    [
        .. Entries.SkipWhile(e => e.Entry != regards[^1].Entry).Skip(1)
            .Where(e => e.Party != Desk.Party && e.Status != Status.System && !regards.Any(r => r.Entry == e.Entry)).Take(Parley.Lines.Bounds.Regards),
    ];

    /// <summary>Begins an answer.</summary>
    public async Task Answer(EntryView entry)
    {
        if (!regards.Any(r => r.Entry == entry.Entry) && regards.Count < Parley.Lines.Bounds.Regards)
            regards.Add(entry);
        precedence = precedence == Precedence.Routine ? entry.Precedence : precedence;
        await Begin();
    }

    /// <summary>Begins a text in the place of one of ours.</summary>
    public async Task Replace(EntryView entry)
    {
        (replaces, precedence) = (entry, entry.Precedence);
        await Begin();
        if (isEmpty && browser is not null)
            await browser.InvokeVoidAsync("write", area, entry.Text ?? "");
    }

    /// <summary>Begins to withdraw words of ours that were wrong.</summary>
    public Task Correct(EntryView entry)
    {
        (correcting, mode) = (entry, Mode.Grave);
        StateHasChanged();
        return Task.CompletedTask;
    }

    /// <summary>Called by the browser as the officer types: of the text no more than that there is some, and whether it is too long.</summary>
    [JSInvokable]
    public void Typed(bool some, bool over)
    {
        if ((isEmpty, isOver) == (!some, over))
            return;
        (isEmpty, isOver) = (!some, over);
        StateHasChanged();
    }

    public void Dispose() => self?.Dispose();

    protected override void OnParametersSet()
    {
        if (!Tongues.Contains(language))
            language = LineTongues.FirstOf(Line, Say);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (area.Id is null || held == Line.Id)
            return;
        held = Line.Id;
        browser ??= await Script.InvokeAsync<IJSObjectReference>("import", PackedFiles.Of("console.js"));
        self ??= DotNetObjectReference.Create(this);
        await browser.InvokeVoidAsync("hold", area, Line.Id, Parley.Lines.Bounds.TextLength, count, self);
    }

    private static string Quote(EntryView entry)
    {
        var text = entry.Text ?? entry.Kind;
        return $"{entry.Party}: {(text.Length > QuoteLength ? text[..QuoteLength] + "…" : text)}";
    }

    private void Show(Mode next)
    {
        mode = next;
        correcting = null;
    }

    private void Choose(string role, bool chosen)
    {
        if (chosen)
            addressees.Add(role);
        else
            addressees.Remove(role);
    }

    private async Task Begin()
    {
        mode = Mode.Text;
        StateHasChanged();
        if (browser is not null)
            await browser.InvokeVoidAsync("focus", "words");
    }

    private async Task Submit(bool release)
    {
        if (browser is null || await browser.InvokeAsync<string?>("text", area, Parley.Lines.Bounds.TextLength) is not { } words || words.Trim().Length == 0)
            return;
        if (await sender.Send(Desk, Of(words, release)) is not { } draft)
            return;
        await Clear();
        if (isConference)
            await browser.InvokeVoidAsync("focus", "words");
        await OnTold.InvokeAsync(Say[draft.Released is null ? "told.waits" : "told.sent"]);
    }

    private Operation<DraftView> Of(string words, bool release)
    {
        var about = regards.Count > 0 ? regards.Select(r => r.Entry).ToList() : null;
        var to = addressees.Count > 0 ? addressees.Select(a => new AddresseeInput(a, AddresseeMinutes)).ToList() : null;
        var wish = minutes > 0 ? new AnswerWishInput(Minutes: minutes) : null;
        var status = isTest ? Status.Test : Status.Actual;
        return release
            ? new SendMessage(Line.Handle, precedence, language, words, status, about, replaces?.Entry, to, wish)
            : new DraftMessage(Line.Handle, precedence, language, words, status, about, replaces?.Entry, to, wish);
    }

    // As long as the charter gives an answer of that precedence; an hour where it says nothing.
    private int AddresseeMinutes => Line.Terms.AnswerMinutes is { Count: 4 } clocks && clocks[(int)precedence] > 0 ? clocks[(int)precedence] : 60;

    private async Task Clear()
    {
        regards.Clear();
        addressees.Clear();
        (replaces, minutes, isTest, precedence) = (null, 0, false, Precedence.Routine);
        sender.Clear();
        if (browser is not null)
            await browser.InvokeVoidAsync("forget", area, Line.Id);
    }

    private async Task GraveSaid(string words)
    {
        (mode, correcting) = (Mode.Text, null);
        await OnTold.InvokeAsync(words);
    }
}
