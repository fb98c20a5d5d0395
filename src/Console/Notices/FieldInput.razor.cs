using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Words;
using Parley.Lines.Notices;

namespace Parley.Console.Notices;

/// <summary>One control of a form. When the officer leaves it, what can be read is written as it will travel, and what he typed stands beside it.</summary>
public sealed partial class FieldInput : ComponentBase
{
    private static readonly string[] Answers = ["yes", "no", ""];

    private const string VolumeForm = """
        volume 1
        point 54.5000000 19.2000000
        circle LAT LON METRES
        polygon geodesic        then 3 or more lines: vertex LAT LON
        corridor geodesic METRES  then 2 or more lines: vertex LAT LON
        area NAME
        band sfc .. fl 195      also: agl 500 ft, amsl 300 m, depth 50 m, unlimited
        valid FROM UNTIL
        window FROM UNTIL
        """;

    private string before = "";
    private bool isDrawing;

    [Parameter, EditorRequired]
    public required NoticeField Field { get; set; }

    /// <summary>What stands in it.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public EventCallback<string> OnTyped { get; set; }

    /// <summary>Its id on the page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Under what the tab keeps it.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>What it is called by those who cannot see where it stands.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Ids of what is said about it.</summary>
    [Parameter]
    public string? About { get; set; }

    [Parameter]
    public bool IsWrong { get; set; }

    /// <summary>Which of the format's languages the reader has.</summary>
    [Parameter]
    public int Language { get; set; }

    /// <summary>Tag of the language of the author's words.</summary>
    [Parameter]
    public string? Author { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private string Wrong => IsWrong ? "true" : "false";

    private string Now => FieldText.OfTime(UtcText.Minute(Desk.Now));

    private string Sample => FieldText.OfTime(UtcText.Ahead(Desk.Now, TimeSpan.FromHours(1)));

    private string SampleVolume => $"volume 1\ncircle 54.5000000 19.2000000 5000\n{SampleRest}";

    private string SampleRest => $"band sfc .. fl 195\nvalid {Sample} {FieldText.OfTime(UtcText.Ahead(Desk.Now, TimeSpan.FromHours(25)))}";

    private (string From, string Until) Halves => FieldTyping.Halves(Text);

    private static DateTimeOffset? ReadTime(string typed) => FieldText.Time(FieldTyping.Written(FieldKind.Time, typed));

    private Task Typed(string? text)
    {
        before = "";
        return OnTyped.InvokeAsync(text ?? "");
    }

    // The field is left: what can be read is written out.
    private async Task Written()
    {
        var typed = Text;
        var written = FieldTyping.Typed(Field.Kind, FieldTyping.Written(Field.Kind, typed));
        if (written == typed || (Field.Kind == FieldKind.Window && FieldTyping.Halves(typed) is ("", _) or (_, "")))
            return;
        await OnTyped.InvokeAsync(written);
        before = Field.Kind == FieldKind.Place && typed.Trim() != written ? typed.Trim() : "";
    }
}
