using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Alerts;
using Parley.Control.Corrections;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Corrections;

namespace Parley.Console.Writing;

/// <summary>An alert, a question whose something is, a false alarm, or the withdrawal of wrong words: released by one officer, at once.</summary>
public sealed partial class GraveWords : ComponentBase
{
    private string kind = "alert";
    private string place = "";
    private string text = "";
    private DateTime start;
    private DateTime? end;
    private AlarmCause cause;
    private bool moved;
    private bool returned;
    private bool informed;
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required LineView Line { get; set; }

    /// <summary>Words of ours that were wrong.</summary>
    [Parameter]
    public EntryView? Correcting { get; set; }

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private bool IsReady => kind switch
    {
        "alert" => place.Trim().Length > 0,
        "correct" => text.Trim().Length > 0,
        _ => true,
    };

    private string? Text => text.Trim() is { Length: > 0 } said ? said : null;

    private string Tongue => LineTongues.FirstOf(Line, Say);

    protected override void OnInitialized() => start = Desk.Now.UtcDateTime.AddMinutes(-1);

    protected override void OnParametersSet()
    {
        if (Correcting is not null)
            kind = "correct";
        else if (kind == "correct")
            kind = "alert";
    }

    private async Task SayIt()
    {
        var tongue = Text is null ? null : Tongue;
        var isSaid = kind switch
        {
            "alert" => await sender.Send(Desk, new RaiseAlert(Line.Handle, place.Trim(), tongue, Text)) is not null,
            "correct" when Correcting is { } wrong => await sender.Send(Desk, new CorrectWords(Line.Handle, wrong.Entry, Tongue, Text ?? "")) is not null,
            _ => await sender.Send(Desk, new DeclareFalseAlarm(
                Line.Handle, Utc(start), end is { } over ? Utc(over) : null, cause, moved, returned, informed, tongue, Text)) is not null,
        };
        if (!isSaid)
            return;
        (place, text) = ("", "");
        await OnTold.InvokeAsync(Say["told.sent"]);
    }

    // Fields are UTC, as they say.
    private static DateTimeOffset Utc(DateTime typed) => new(DateTime.SpecifyKind(typed, DateTimeKind.Utc));
}
