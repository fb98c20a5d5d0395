using Parley.Lines.Calls;

namespace Parley.Control.Calls;

/// <summary>A row of a line's table of who talks to whom.</summary>
/// <param name="Pair">1 to 32 of <c>a-z 0-9 -</c>.</param>
/// <param name="Seats">One a party, two at least.</param>
public sealed record CounterpartView(string Pair, IReadOnlyList<SeatView> Seats)
{
    public static CounterpartView Of(Counterpart row) => new(
        row.Pair,
        [.. row.Seats.Select(s => new SeatView(
            s.Party.ToString(), [.. s.Names.Select(n => new SeatNameView(n.Language, n.Office, n.Address))], s.Deputies, s.Zone, s.Languages, s.NeedsInterpreter))]);
}

/// <summary>One party's end of a pair.</summary>
/// <param name="Deputies">Offices, in the order in which they are tried.</param>
/// <param name="Zone">An IANA time zone id, such as <c>Europe/Paris</c>.</param>
/// <param name="Languages">Spoken there.</param>
public sealed record SeatView(
    string Party, IReadOnlyList<SeatNameView> Names, IReadOnlyList<string> Deputies, string Zone, IReadOnlyList<string> Languages, bool NeedsInterpreter);

/// <summary>The office and how whoever holds it is addressed, in one language.</summary>
public sealed record SeatNameView(string Language, string Office, string Address);
