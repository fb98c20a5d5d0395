using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Checks;
using Parley.Control.Lines;

namespace Parley.Console.Checks;

/// <summary>Checks of one line, sent and answered by officers.</summary>
public sealed partial class LineChecks : ComponentBase
{
    /// <summary>Parts of the text keys <c>checks.count.…</c>, in the order of the table.</summary>
    private static readonly string[] CheckColumns = ["due", "sent-late", "missed", "to-answer", "answered-late", "not-answered", "not-received", "median", "worst"];

    private string text = "";
    private string language = "";
    private string told = "";
    private string? warning;
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required LineView Line { get; set; }

    [Parameter, EditorRequired]
    public required CheckReportView Report { get; set; }

    /// <summary>Something was sent.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private CheckDuties Duties => CheckMoves.Of(Report, Desk.Party);

    private IReadOnlyList<string> Tongues => LineTongues.Of(Line, Say);

    protected override void OnParametersSet()
    {
        if (!Tongues.Contains(language))
            language = Tongues.Contains(Say.Tag) ? Say.Tag : Tongues[0];
    }

    private static string Bad(int count) => count > 0 ? "bad" : "";

    private string Who(string party) => party == Desk.Party ? Say["checks.we"] : party;

    private string MinutesOf(double? minutes) => minutes is { } known ? Say["contacts.minutes", Say.Number(known, known < 10 ? 1 : 0)] : "–";

    private async Task Send()
    {
        if (text.Trim().Length == 0 || await sender.Send(Desk, new SendCheck(Line.Handle, language, text.Trim())) is not { } check)
            return;
        (text, told, warning) = ("", Say["checks.told.sent"], check.Warning);
        await OnDone.InvokeAsync();
    }

    private async Task Answer(CheckSaidView check)
    {
        if (await sender.Send(Desk, new AnswerCheck(Line.Handle, check.Entry)) is null)
            return;
        (told, warning) = (Say["checks.told.answered"], null);
        await OnDone.InvokeAsync();
    }
}
