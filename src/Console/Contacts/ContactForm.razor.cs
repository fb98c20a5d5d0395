using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Words;
using Parley.Control.Calls;
using Parley.Control.Contacts;
using Parley.Control.Lines;
using Parley.Lines.Contacts;

namespace Parley.Console.Contacts;

/// <summary>Says that a pair talked elsewhere than by a call of the line.</summary>
public sealed partial class ContactForm : ComponentBase
{
    private readonly HashSet<string> without = new(StringComparer.Ordinal);
    private string pair = "";
    private string from = "";
    private string until = "";
    private ContactMeans means = ContactMeans.Telephone;
    private string ours = "";
    private string theirs = "";
    private string text = "";
    private string language = "";
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required LineView Line { get; set; }

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private IReadOnlyList<CounterpartView> Pairs => [.. (Line.Terms.Counterparts ?? []).Where(c => c.Seats.Any(s => s.Party == Desk.Party))];

    private IReadOnlyList<string> Others => [.. Pairs.Where(p => p.Pair == pair).SelectMany(p => p.Seats).Select(s => s.Party).Where(p => p != Desk.Party)];

    private IReadOnlyList<string> Tongues => LineTongues.Of(Line, Say);

    protected override void OnParametersSet()
    {
        if (!Pairs.Any(p => p.Pair == pair))
            pair = Pairs is [var first, ..] ? first.Pair : "";
        if (!Tongues.Contains(language))
            language = Tongues.Contains(Say.Tag) ? Say.Tag : Tongues[0];
    }

    private void Choose(string party, bool chosen)
    {
        if (chosen)
            without.Remove(party);
        else
            without.Add(party);
    }

    private async Task Send()
    {
        if (UtcText.Past(from, Desk.Now) is not { } began || UtcText.Past(until, Desk.Now) is not { } ended)
        {
            sender.Trouble = Say["time.wrong"];
            return;
        }

        var (said, with) = (text.Trim(), Others.Where(p => !without.Contains(p)).ToList());
        var contact = new RecordContact(
            Line.Handle, pair, UtcText.Of(began), UtcText.Of(ended), means, ours.Trim(), theirs.Trim(), with.Count == Others.Count ? null : with,
            said.Length > 0 ? language : null, said.Length > 0 ? said : null);
        if (await sender.Send(Desk, contact) is null)
            return;
        (from, until, ours, theirs, text) = ("", "", "", "", "");
        await OnTold.InvokeAsync(Say["told.sent"]);
    }
}
