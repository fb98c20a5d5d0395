using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Lines;

namespace Parley.Console.Journal;

/// <summary>Who did what here, newest first. What is looked for stands in the address.</summary>
public sealed partial class JournalPage : DeskPage
{
    private JournalSearch? search;
    private JournalFound? found;
    private JournalFilter filter = new("", "", "");
    private IReadOnlyList<LineView> lines = [];
    private string officer = "";
    private string act = "";
    private string onLine = "";
    private (string?, string?, string?, long?) loaded;

    [SupplyParameterFromQuery]
    public string? Officer { get; set; }

    [SupplyParameterFromQuery]
    public string? Act { get; set; }

    /// <summary>A line as it is called here.</summary>
    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    /// <summary>Records older than that number.</summary>
    [SupplyParameterFromQuery]
    public long? Before { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    // Whoever searches or reads what is old is not disturbed by what comes.
    protected override bool Concerns(ChangeNote note) => Before is null && filter.IsNone;

    protected override async Task Load()
    {
        if (loaded != (Officer, Act, Line, Before) || search is null)
        {
            loaded = (Officer, Act, Line, Before);
            (officer, act, onLine) = (Officer ?? "", Act ?? "", Line ?? "");
        }

        search ??= new JournalSearch(Ask);
        lines = await Ask(new ListLines()) ?? lines;
        var id = lines.FirstOrDefault(l => l.Handle == Line)?.Id ?? Line ?? "";
        filter = new JournalFilter(Officer ?? "", Act ?? "", id);
        var page = await search.Find(filter, Before);
        found = Trouble.Length == 0 ? page : found;
    }

    private string Here(long? before)
    {
        var parts = new[] { ("officer", officer.Trim()), ("act", act.Trim()), ("line", onLine), ("before", before?.ToString(CultureInfo.InvariantCulture) ?? "") };
        return "journal?" + string.Join('&', parts.Where(p => p.Item2.Length > 0).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}"));
    }

    private void Search() => Address.NavigateTo(Here(null));
}
