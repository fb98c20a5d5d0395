using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.ByHand;
using Parley.Control.Lines;
using Parley.Lines.ByHand;
using Parley.Lines.Entries;

namespace Parley.Console.Peers;

/// <summary>Enters words of a party without a station. One line that was read out stands in one row, so that the check groups fit.</summary>
public sealed partial class HeardForm : ComponentBase
{
    private Means means;
    private DateTime at;
    private Precedence precedence = Precedence.Immediate;
    private string language = "";
    private string text = "";
    private string checks = "";
    private bool isTest;
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required LineView Line { get; set; }

    [Parameter, EditorRequired]
    public required string Party { get; set; }

    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private IReadOnlyList<string> Tongues => LineTongues.Of(Line, Say);

    protected override void OnInitialized() => (at, language) = (Desk.Now.UtcDateTime, Tongues[0]);

    private async Task Enter()
    {
        var words = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
        var heard = checks.Split((char[])[' ', ',', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var entered = new EnterByHand(
            Line.Handle, Party, means, precedence, new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)), language, words,
            Checks: heard.Length > 0 ? heard : null, Status: isTest ? Status.Test : Status.Actual);
        if (await sender.Send(Desk, entered) is null)
            return;
        (text, checks, isTest) = ("", "", false);
        await OnDone.InvokeAsync(Say["told.recorded"]);
    }
}
