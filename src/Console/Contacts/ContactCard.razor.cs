using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Contacts;
using Parley.Lines.Contacts;

namespace Parley.Console.Contacts;

/// <summary>One contact, and what our side says of one that another side entered. A later word of ours takes the place of an earlier one.</summary>
public sealed partial class ContactCard : ComponentBase
{
    private bool isContesting;
    private string why = "";
    private string language = "";
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required ContactView Contact { get; set; }

    /// <summary>Handle of its line.</summary>
    [Parameter, EditorRequired]
    public required string Line { get; set; }

    /// <summary>Languages of the line, one at least.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Tongues { get; set; }

    /// <summary>The record of a past day is shown: nothing is said there.</summary>
    [Parameter]
    public bool IsPast { get; set; }

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private string Standing => Say["contacts.standing." + Contact.Standing.ToString().ToLowerInvariant(), Contact.Party];

    private bool MayAnswer => !IsPast && Desk.MayWrite && Contact.With.Contains(Desk.Party) &&
        Contact.Standing is ContactStanding.OneSided or ContactStanding.Confirmed or ContactStanding.Contested &&
        !Contact.Words.Any(w => w.Party == Desk.Party && w.Answer is not null);

    protected override void OnParametersSet()
    {
        if (!Tongues.Contains(language))
            language = Tongues.Contains(Say.Tag) ? Say.Tag : Tongues[0];
    }

    private async Task Send(AnswerContact answer)
    {
        if (await sender.Send(Desk, answer) is null)
            return;
        (isContesting, why) = (false, "");
        await OnTold.InvokeAsync(Say["told.sent"]);
    }
}
