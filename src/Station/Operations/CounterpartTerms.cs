using Parley.Control.Calls;
using Parley.Control.Lines;
using Parley.Lines;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Parties;

namespace Parley.Station.Operations;

/// <summary>The table of counterparts and the ladder of a charter, as officers write them.</summary>
internal static class CounterpartTerms
{
    /// <summary>The table and the ladder that are asked for, what is not said as in <paramref name="start"/>; otherwise what is wrong with them.</summary>
    public static string? Of(
        TermsView asked, CharterTerms start, IReadOnlyList<CharterParty> parties, out IReadOnlyList<Counterpart> table, out IReadOnlyList<Rung> ladder)
    {
        (table, ladder) = (start.Counterparts, start.Ladder);
        if (asked.Counterparts is { } rows)
        {
            if (rows.Count > Parley.Lines.Bounds.Counterparts)
                return "A charter names at most 16 pairs.";
            List<Counterpart> read = [];
            foreach (var row in rows)
            {
                if (Row(row, parties, out var wrong) is not { } counterpart)
                    return wrong;
                read.Add(counterpart);
            }

            read.Sort(static (a, b) => string.CompareOrdinal(a.Pair, b.Pair));
            if (read.Select(r => r.Pair).Distinct(StringComparer.Ordinal).Count() < read.Count)
                return "Each pair stands once in the table.";
            if (Size(read) > Parley.Lines.Bounds.CounterpartsSize)
                return "The table of counterparts is too long for a charter: at most 32 KiB.";
            table = read;
        }

        if (asked.Ladder is { } rungs)
        {
            if (rungs.FirstOrDefault(r => Rung.Parse(r) is null) is { } unknown)
                return $"'{unknown}' is no rung; write deputy, staff PAIR, notice NAME, line NAME or third PARTY.";
            ladder = [.. rungs.Select(r => Rung.Parse(r)!)];
        }

        return Rung.IsLadder(ladder, table) ? null : "A ladder has at most 16 rungs, none twice, and its rungs 'staff' name pairs of the table.";
    }

    private static Counterpart? Row(CounterpartView row, IReadOnlyList<CharterParty> parties, out string? wrong)
    {
        List<Seat> seats = [];
        foreach (var seat in row.Seats)
        {
            if (PartyId.Parse(seat.Party) is not { } party || !parties.Any(p => p.Party == party))
            {
                wrong = $"'{seat.Party}' in the pair '{row.Pair}' is no party of this line.";
                return null;
            }

            if (!LocalClocks.IsZone(seat.Zone))
            {
                wrong = $"'{seat.Zone}' in the pair '{row.Pair}' is no time zone that this machine knows; write an IANA id such as Europe/Paris.";
                return null;
            }

            seats.Add(new Seat(
                party,
                [.. seat.Names.Select(n => new SeatName(n.Language, n.Office, n.Address)).OrderBy(n => n.Language, StringComparer.Ordinal)],
                seat.Deputies,
                seat.Zone,
                seat.Languages,
                seat.NeedsInterpreter));
        }

        var counterpart = new Counterpart(row.Pair, [.. seats.OrderBy(s => s.Party)]);
        wrong = counterpart.IsSound ? null :
            $"The pair '{row.Pair}' is not well formed: its id has 1 to 32 of a-z, 0-9 and dash; it has a seat of two parties at least, each once; each seat names office and " +
            "form of address on one line in one language at least, at most 8 deputies, and the languages that are spoken there.";
        return counterpart.IsSound ? counterpart : null;
    }

    private static int Size(List<Counterpart> table) =>
        Cbor.Encode(table, static (writer, rows) => Counterpart.WriteAll(writer, rows)).Length;
}
