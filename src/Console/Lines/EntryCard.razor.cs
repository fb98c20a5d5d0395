using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Lines.Entries;
using Parley.Lines.Handling;

namespace Parley.Console.Lines;

/// <summary>One entry: who, when, in what order, its words in the original with what was made of them, how far it got, and what can be done with it.</summary>
public sealed partial class EntryCard : ComponentBase
{
    private bool isHandling;
    private bool isAnswering;
    private string trouble = "";

    [Parameter, EditorRequired]
    public required EntryView Entry { get; set; }

    /// <summary>Handle of its line.</summary>
    [Parameter, EditorRequired]
    public required string Line { get; set; }

    /// <summary>The address names it.</summary>
    [Parameter]
    public bool Chosen { get; set; }

    /// <summary>The entry that stands in its place now.</summary>
    [Parameter]
    public string? Superseded { get; set; }

    [Parameter]
    public IReadOnlyList<string> Parties { get; set; } = [];

    [Parameter]
    public EventCallback<EntryView> OnAnswer { get; set; }

    [Parameter]
    public EventCallback<EntryView> OnReplace { get; set; }

    [Parameter]
    public EventCallback<EntryView> OnCorrect { get; set; }

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    /// <summary>The name of an entry within a page.</summary>
    public static string IdOf(string entry) => "entry-" + string.Concat(entry.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private Language Say => Desk.Say;

    private bool IsOurs => Entry.Party == Desk.Party;

    private bool IsRead => Entry.Handling.Any(h => h.Party == Desk.Party && !h.Corrected);

    private IReadOnlyList<HandlingView> Translations =>
        [.. Entry.Handling.Where(h => h.Text is not null && h.Stage is HandlingStage.Sight or HandlingStage.Rough or HandlingStage.Certified)];

    private string Number => EntryRef.Parse(Entry.Entry) is { } known ? MessageNumber.Of(known).ToString() : Entry.Entry;

    private string Label => $"{Entry.Party} {Number}";

    private string Classes => string.Join(' ',
        "entry", Entry.Precedence.ToString().ToLowerInvariant(), IsOurs ? "ours" : "theirs", Entry.Status.ToString().ToLowerInvariant(),
        Entry.Mode == Parley.Lines.Charters.LineMode.Exercise ? "exercise-stripes" : "", Superseded is null ? "" : "superseded", Chosen ? "chosen" : "",
        Entry.ByHand is null ? "" : "unauthenticated");

    // A hash is told by its first eight digits.
    private static string Book(string name) => name.LastIndexOf('/') is var at and > 0 && name.Length > at + 9 ? name[..(at + 9)] : name;

    private async Task Read()
    {
        var reply = await Desk.Ask(new RecordHandling(Line, Entry.Entry, HandlingStage.Read, "duty officer"));
        trouble = reply.Trouble;
    }

    private async Task Handled(string words)
    {
        (isHandling, isAnswering) = (false, false);
        await OnTold.InvokeAsync(words);
    }
}
