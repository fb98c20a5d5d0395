using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Alarms;

namespace Parley.Console.Stations;

/// <summary>One level of the roster.</summary>
public sealed partial class RosterLevel : ComponentBase
{
    private readonly HashSet<string> by = new(StringComparer.Ordinal);
    private string? names;
    private string trouble = "";

    [Parameter, EditorRequired]
    public required RosterView Row { get; set; }

    /// <summary>The outlets there are.</summary>
    [Parameter]
    public IReadOnlyList<string> Outlets { get; set; } = [];

    [Parameter]
    public EventCallback OnSet { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    // What is typed stays when the form is closed and opened again.
    private void Begin()
    {
        if (names is not null)
            return;
        names = string.Join('\n', Row.Names);
        by.UnionWith(Row.Outlets);
    }

    private void Choose(string outlet, bool chosen)
    {
        if (chosen)
            by.Add(outlet);
        else
            by.Remove(outlet);
    }

    private async Task Set()
    {
        var reply = await Desk.Ask(new SetRoster(Row.Level, (names ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), [.. by]));
        trouble = reply.Trouble;
        if (reply.IsDone)
            await OnSet.InvokeAsync();
    }
}
