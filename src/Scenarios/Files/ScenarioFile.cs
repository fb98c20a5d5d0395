using Parley.Control;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Parley.Scenarios.Files;

/// <summary>The file of a scenario: YAML, strict, described in <c>docs/formats/scenario.md</c>.</summary>
public static class ScenarioFile
{
    /// <summary>Reads a scenario.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="problem">The first thing that is wrong, when the answer is null.</param>
    public static Scenario? Read(string text, out ScenarioProblem? problem)
    {
        problem = null;
        if (text.Length > Bounds.FileLength)
        {
            problem = new ScenarioProblem(1, $"the file is longer than {Bounds.FileLength} characters");
            return null;
        }

        try
        {
            if (Load(text).Documents is not [{ RootNode: { } root }])
                throw new ScenarioSyntaxFault(1, "the file must hold one document");
            return YamlTable.Read(root, "a scenario", Whole);
        }
        catch (ScenarioSyntaxFault fault)
        {
            problem = fault.Problem;
        }
        catch (YamlException fault)
        {
            problem = new ScenarioProblem((int)fault.Start.Line, $"this is not YAML: {fault.Message}");
        }

        return null;
    }

    private static YamlStream Load(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (InvalidOperationException)
        {
            // What the library says of some lists and texts that have no end, without a place.
            throw new ScenarioSyntaxFault(1, "this is not YAML: something is opened that is not closed");
        }

        return stream;
    }

    private static Scenario Whole(YamlTable table)
    {
        var title = table.Text("title", 200);
        var about = table.MaybeText("about", 4000) ?? "";
        var fictional = table.MaybeYes("fictional");
        var (start, beacon) = Dates(table);
        var parties = table.Items("parties", 2, Bounds.Parties).Select(n => YamlTable.Read(n, "a party", Party)).ToList();
        if (parties.DistinctBy(p => p.Id).Count() != parties.Count)
            throw table.FaultAt("parties", "two parties have the same id");
        var circuits = table.Items("circuits", 1, 64).Select(n => YamlTable.Read(n, "circuits", t => Circuits(t, parties))).ToList();
        if (circuits.DistinctBy(c => (c.One, c.Other)).Count() != circuits.Count)
            throw table.FaultAt("circuits", "two parties stand together once; raise 'count' instead");
        var lines = table.Items("lines", 1, Bounds.Lines).Select(n => YamlTable.Read(n, "a line", t => Line(t, parties))).ToList();
        if (lines.DistinctBy(l => l.Name).Count() != lines.Count)
            throw table.FaultAt("lines", "two lines have the same name");
        var steps = new ScenarioSteps(fictional, start, parties, circuits, lines);
        var read = table.Items("steps", 1, Bounds.Steps).Select(n => YamlTable.Read(n, "a step", steps.Next)).ToList();
        return new Scenario(title, about, fictional, parties, circuits, lines, read, start, beacon);
    }

    private static (DateTimeOffset? Start, TimeSpan? Beacon) Dates(YamlTable table)
    {
        var start = table.MaybeClock("start");
        if (start > Bounds.LatestStart)
            throw table.FaultAt("start", "a play begins before the year 2200");
        var beacon = table.MaybeTime("beacon");
        if (beacon is not null && start is null)
            throw table.FaultAt("beacon", "'beacon' needs 'start': stations that run in real time keep their own");
        return beacon is null || (beacon >= Bounds.LeastBeacon && beacon <= Bounds.MostBeacon)
            ? (start, beacon)
            : throw table.FaultAt("beacon", "'beacon' is a time from 1s to 1h");
    }

    private static ScenarioParty Party(YamlTable table)
    {
        var id = table.Text("id");
        if (PartyId.Parse(id) is null)
            throw table.FaultAt("id", "a party's id has 1 to 32 of a-z, 0-9 and dash");
        var names = table.TextTable("names");
        if (names.Count == 0 || !names.Keys.All(MessageContent.IsLanguage))
            throw table.FaultAt("names", "'names' gives a name under each language tag, such as { en: Astra Republic }");
        var officers = table.Items("officers", 1, Bounds.Officers)
            .Select(n => YamlTable.Read(n, "an officer", t => Officer(t, id))).ToList();
        if (officers.DistinctBy(o => o.Name).Count() != officers.Count)
            throw table.FaultAt("officers", "two officers of a party have the same name");
        var zone = table.MaybeText("zone", Parley.Lines.Bounds.ZoneLength) ?? ScenarioParty.Utc;
        return Seat.IsZone(zone)
            ? new ScenarioParty(id, names, officers, zone)
            : throw table.FaultAt("zone", "'zone' is the id of a time zone such as Europe/Paris");
    }

    private static ScenarioOfficer Officer(YamlTable table, string party)
    {
        var name = table.Text("name", Parley.Lines.Bounds.OfficerNameLength);
        if (name is "owner" or "umpire" || !name.All(static c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_'))
            throw table.FaultAt("name", "an officer's name has letters, digits, dots, hyphens and underscores, and is not owner or umpire");
        return new ScenarioOfficer(party, name, RolesOf(table));
    }

    private static Roles RolesOf(YamlTable table)
    {
        var roles = Roles.None;
        foreach (var name in table.Texts("roles", 1, 5))
        {
            roles |= RolesText.Parse(name) is { } role and not Roles.None
                ? role
                : throw table.FaultAt("roles", $"'{name}' is no role; the roles are {string.Join(", ", RolesText.Names)}");
        }

        return roles;
    }

    private static ScenarioCircuits Circuits(YamlTable table, List<ScenarioParty> parties)
    {
        var (one, other) = Pair(table, parties);
        return new ScenarioCircuits(one, other, table.MaybeNumber("count", 1, Bounds.Circuits) ?? 1);
    }

    private static ScenarioLine Line(YamlTable table, List<ScenarioParty> parties)
    {
        var name = table.Text("name", 64);
        if (!Charter.IsLineName(name) || name.Contains(':', StringComparison.Ordinal) || name.Contains('~', StringComparison.Ordinal))
            throw table.FaultAt("name", "a line's name has no slash, colon or tilde");
        // The one key that people will try, and the reason why it is not there.
        if (table.Has("mode"))
            throw table.FaultAt("mode", "a scenario's lines are exercise lines; leave 'mode' out");
        var kind = table.Choice<LineKind>("kind");
        if (kind == LineKind.Operator)
            throw table.FaultAt("kind", "operator lines open by themselves when digits are compared");
        var members = table.Texts("parties", 2, Bounds.Parties);
        if (members.FirstOrDefault(m => parties.All(p => p.Id != m)) is { } unknown)
            throw table.FaultAt("parties", $"there is no party '{unknown}'");
        var languages = table.Texts("languages", 1, 16);
        if (!languages.All(MessageContent.IsLanguage))
            throw table.FaultAt("languages", "languages are tags such as en, ru, zh-Hant");
        var release = table.MaybeText("release") ?? "";
        return ReleaseRule.Parse(release) is not null
            ? new ScenarioLine(name, kind, members, languages, release, Shows(table), Addressees(table, members), CallSteps.Pairs(table), CallSteps.Ladder(table),
                HistorySteps.Checks(table, parties, members)) { Formats = NoticeSteps.Formats(table) }
            : throw table.FaultAt("release", "the release rule is written like flash=2");
    }

    private static IReadOnlyList<string> Shows(YamlTable table)
    {
        var stages = table.Texts("shows", 0, HandlingStages.All.Count);
        return stages.All(s => HandlingStages.Parse(s) is not null)
            ? stages
            : throw table.FaultAt("shows", $"'shows' lists stages out of {string.Join(", ", HandlingStages.All.Select(s => s.Name()))}");
    }

    private static IReadOnlyList<string> Addressees(YamlTable table, IReadOnlyList<string> members)
    {
        var roles = table.Texts("addressees", 0, Parley.Lines.Bounds.Addressees);
        return roles.All(r => ActionAddressee.Parse(r) is { } addressee && members.Contains(addressee.Party.ToString()))
            ? roles
            : throw table.FaultAt("addressees", "'addressees' lists roles written party:role, of parties of the line");
    }

    /// <summary>The two parties under <c>between</c>, in the order of their ids.</summary>
    internal static (string One, string Other) Pair(YamlTable table, IReadOnlyList<ScenarioParty> parties)
    {
        var between = table.Texts("between", 2, 2);
        if (between.FirstOrDefault(b => parties.All(p => p.Id != b)) is { } unknown)
            throw table.FaultAt("between", $"there is no party '{unknown}'");
        if (between[0] == between[1])
            throw table.FaultAt("between", "'between' names two parties");
        return string.CompareOrdinal(between[0], between[1]) < 0 ? (between[0], between[1]) : (between[1], between[0]);
    }
}
