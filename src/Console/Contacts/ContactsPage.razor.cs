using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Control;
using Parley.Control.Contacts;
using Parley.Control.Lines;
using Parley.Lines.Entries;

namespace Parley.Console.Contacts;

/// <summary>The contact record: who talked last and when, what became of requests, by what had been said until now or until the end of a past day.</summary>
public sealed partial class ContactsPage : DeskPage
{
    private IReadOnlyList<ContactBoardView> boards = [];
    private IReadOnlyList<LineView> lines = [];
    private DateOnly? day;
    private string? shown = "";
    private string told = "";

    /// <summary>Handle of the one line that is shown; null: all with counterparts.</summary>
    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    /// <summary>A past day such as 2026-11-25; null: now.</summary>
    [SupplyParameterFromQuery]
    public string? At { get; set; }

    [Inject]
    public required NavigationManager Way { get; set; }

    private string Today => Desk.Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected override bool Concerns(ChangeNote note) => At is null && note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Line;

    protected override async Task Load()
    {
        if (shown != At)
            (shown, day, told) = (At, UtcText.Day(At), "");
        if (await Ask(new ListContacts(Line, At)) is not { } found)
        {
            boards = [];
            return;
        }

        boards = found;
        lines = (await Ask(new ListLines())) ?? lines;
    }

    private static string Address(string? at, string? line)
    {
        List<string> parts = [];
        if (line is not null)
            parts.Add("line=" + Uri.EscapeDataString(line));
        if (at is not null)
            parts.Add("at=" + Uri.EscapeDataString(at));
        return parts.Count == 0 ? "contacts" : "contacts?" + string.Join('&', parts);
    }

    // What the plot depends on: it is drawn anew when a pair has talked.
    private static string StampOf(ContactBoardView board) => string.Join('|', board.Pairs.Select(p => $"{p.Pair} {p.Last:O} {p.LastOneSided:O} {p.Days} {p.OneSidedDays}"));

    private static string NumberOf(string entry) => EntryRef.Parse(entry) is { } known ? MessageNumber.Of(known).ToString() : entry;

    private string MinutesOf(double? minutes) => minutes is { } known ? Say["contacts.minutes", Say.Number(known, known < 10 ? 1 : 0)] : "–";

    private IReadOnlyList<string> TonguesOf(string line) =>
        LineTongues.Of(lines.FirstOrDefault(l => l.Handle == line), Say);

    // Today at its end is now.
    private void Look()
    {
        var past = day is { } chosen && chosen < DateOnly.FromDateTime(Desk.Now.UtcDateTime) ? chosen.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        Way.NavigateTo(Address(past, Line));
    }

    private async Task Told(string words)
    {
        await LoadAnew();
        told = words;
    }
}
