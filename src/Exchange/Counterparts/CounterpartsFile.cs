using Parley.Exchange.Files;
using Parley.Lines.Calls;
using Parley.Lines.Parties;
using YamlDotNet.RepresentationModel;
using LinesBounds = Parley.Lines.Bounds;

namespace Parley.Exchange.Counterparts;

/// <summary>Who talks to whom, and the ladder where the file has one.</summary>
/// <param name="Ladder">Null: the file says nothing of it.</param>
public sealed record CounterpartsTable(IReadOnlyList<Counterpart> Rows, IReadOnlyList<Rung>? Ladder);

/// <summary>The file of a table of counterparts: YAML, strict, described in <c>docs/formats/counterparts.md</c>.</summary>
public static class CounterpartsFile
{
    /// <summary>Reads a table that a charter can hold. Whether its parties are on the line and its time zones are known, the station says.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="problem">The first thing that is wrong, when the answer is null.</param>
    public static CounterpartsTable? Read(string text, out FileProblem? problem) => YamlText.Read(text, "a table of counterparts", Whole, out problem);

    private static CounterpartsTable Whole(YamlTable table)
    {
        var rows = new List<Counterpart>();
        foreach (var node in table.Items("counterparts", 1, LinesBounds.Counterparts))
        {
            var row = YamlTable.Read(node, "a pair", Row);
            if (rows.Exists(r => r.Pair == row.Pair))
                throw new FileFault(node.Start.Line, $"the pair '{row.Pair}' stands twice");
            rows.Add(row);
        }

        rows.Sort(static (a, b) => string.CompareOrdinal(a.Pair, b.Pair));
        var rungs = table.Items("ladder", 0, LinesBounds.Rungs).Select(n => RungOf(n, rows)).ToList();
        return rungs.Distinct().Count() == rungs.Count
            ? new CounterpartsTable(rows, rungs.Count > 0 ? rungs : null)
            : throw table.FaultAt("ladder", "each rung stands once");
    }

    private static Counterpart Row(YamlTable table)
    {
        var pair = table.Text("pair", LinesBounds.PairLength);
        if (!Counterpart.IsPair(pair))
            throw table.FaultAt("pair", "a pair's id has 1 to 32 of a-z, 0-9 and dash");
        var seats = new SortedDictionary<PartyId, Seat>();
        foreach (var node in table.Items("seats", 2, LinesBounds.Parties))
        {
            var seat = YamlTable.Read(node, "a seat", SeatOf);
            if (!seats.TryAdd(seat.Party, seat))
                throw new FileFault(node.Start.Line, $"{seat.Party} has one seat in a pair");
        }

        return new Counterpart(pair, [.. seats.Values]);
    }

    private static Seat SeatOf(YamlTable table)
    {
        var party = PartyId.Parse(table.Text("party", LinesBounds.PartyIdLength)) ?? throw table.FaultAt("party", "a party's id has 1 to 32 of a-z, 0-9 and dash");
        var names = table.Items("names", 1, LinesBounds.Languages)
            .Select(n => YamlTable.Read(n, "a name", NameOf)).OrderBy(n => n.Language, StringComparer.Ordinal).ToList();
        var deputies = table.Texts("deputies", 0, LinesBounds.Deputies, LinesBounds.SeatNameLength);
        var zone = table.Text("zone", LinesBounds.ZoneLength);
        if (!Seat.IsZone(zone))
            throw table.FaultAt("zone", "a zone is an IANA id such as Europe/Paris");
        var seat = new Seat(party, names, deputies, zone, table.Texts("languages", 1, LinesBounds.Languages, LinesBounds.LanguageTagLength), table.Yes("interpreter"));
        return seat.IsSound ? seat : throw table.Fault(
            "a seat is named once in each language, on plain lines without marks that turn the direction of writing; languages are tags such as en, none twice");
    }

    private static SeatName NameOf(YamlTable table) => new(
        table.Text("language", LinesBounds.LanguageTagLength), table.Text("office", LinesBounds.SeatNameLength), table.Text("address", LinesBounds.SeatNameLength));

    private static Rung RungOf(YamlNode node, List<Counterpart> rows)
    {
        var rung = node is YamlScalarNode { Value: { } text } ? Rung.Parse(text) : null;
        if (rung is null)
            throw new FileFault(node.Start.Line, "a rung is deputy, staff PAIR, notice NAME, line NAME or third PARTY");
        return rung.Kind != RungKind.Staff || rows.Exists(r => r.Pair == rung.Argument)
            ? rung
            : throw new FileFault(node.Start.Line, $"there is no pair '{rung.Argument}' in this table");
    }
}
