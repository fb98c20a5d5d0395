using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Lines.Maps;

namespace Parley.Console.Maps;

/// <summary>Draws one shape of a volume and gives back the text of the whole volume, as notices write it.</summary>
public sealed partial class VolumeDraw : ComponentBase
{
    private readonly DrawSheet sheet = new();
    private IReadOnlyList<DrawnShape?> shapes = [];
    private string? read;
    private string? written;
    private DrawnFault fault;
    private int at;
    private bool isWritten;

    /// <summary>A name that nothing else of the page has: letters, digits and dashes.</summary>
    [Parameter]
    public string Id { get; set; } = "draw";

    /// <summary>The text of the volume as it stands in the form; what is no volume is taken as nothing drawn yet. When it changes, it is read anew.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Lines of heights and times, from <c>band</c> on, for a volume that has none yet.</summary>
    [Parameter, EditorRequired]
    public required string Rest { get; set; }

    /// <summary>The text of the volume with what was drawn.</summary>
    [Parameter]
    public EventCallback<string> OnDrawn { get; set; }

    /// <summary>What else is to be seen on the map.</summary>
    [Parameter]
    public IReadOnlyList<MapItem> Around { get; set; } = [];

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private string Standing => isWritten ? Say["draw.written"]
        : written is not null ? Say["draw.not-written"]
        : sheet.Vertices.Count == 0 ? Say["draw.nothing"]
        : !sheet.IsReadable ? Say["draw.fault.position"]
        : Say["draw.fault." + fault.ToString().ToLowerInvariant()];

    protected override void OnParametersSet()
    {
        if (read == Text)
            return;
        read = Text;

        // What we gave ourselves comes back from the form.
        if (written?.TrimEnd() == Text.TrimEnd())
        {
            isWritten = true;
            shapes = DrawnVolume.Read(Text);
            return;
        }

        shapes = DrawnVolume.Read(Text);
        at = shapes.Index().FirstOrDefault(s => s.Item is not null, (Index: shapes.Count, Item: null)).Index;
        Take();
    }

    private void Take()
    {
        if (at < shapes.Count && shapes[at] is { } shape)
            sheet.Take(shape);
        else
            sheet.Clear();
        Write();
        isWritten = written is not null && at < shapes.Count;
    }

    // After every change: the text that it makes, or why it makes none.
    private void Write()
    {
        isWritten = false;
        written = null;
        fault = DrawnFault.None;
        if (sheet.IsReadable)
            written = DrawnVolume.Put(Text, at, sheet.Shape, Rest, out fault);
    }

    private Task Yield()
    {
        isWritten = written is not null;
        return isWritten ? OnDrawn.InvokeAsync(written) : Task.CompletedTask;
    }

    private void Turn(ChangeEventArgs change)
    {
        if (!int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var to) || to > shapes.Count)
            return;
        at = to;
        Take();
    }

    private void Become(ChangeEventArgs change)
    {
        if (Enum.TryParse<DrawnKind>(change.Value as string, out var kind))
            sheet.Become(kind);
        Write();
    }

    private void Bend(ChangeEventArgs change)
    {
        if (Enum.TryParse<DrawnEdges>(change.Value as string, out var edges))
            sheet.Edges = edges;
        Write();
    }

    private void Measure(ChangeEventArgs change)
    {
        sheet.Metres = (change.Value as string ?? "").Trim();
        Write();
    }

    private void Placed(MapPoint place)
    {
        sheet.Place(place);
        Write();
    }

    private void Moved((int Vertex, MapPoint At) moved)
    {
        sheet.Move(moved.Vertex, moved.At);
        Write();
    }

    private void TakenBack()
    {
        sheet.TakeBack();
        Write();
    }

    private void Typed(int index, ChangeEventArgs change)
    {
        if (index < sheet.Vertices.Count)
            sheet.Type(index, change.Value as string ?? "");
        Write();
    }

    private void Insert(int after)
    {
        sheet.Insert(after);
        Write();
    }

    private void Remove(int index)
    {
        sheet.Remove(index);
        Write();
    }
}
