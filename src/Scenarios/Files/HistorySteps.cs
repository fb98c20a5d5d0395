using Parley.Lines.Checks;
using Parley.Lines.Contacts;
using Parley.Lines.Service;
using Parley.Lines.Silence;

namespace Parley.Scenarios.Files;

/// <summary>Reads the steps of plays that take days: crews and their checks, contacts that were before, silences, and what is expected of them.</summary>
internal sealed class HistorySteps(ScenarioNames names)
{
    public const string Acts = "crew, explain silence, contact, confirm contact, expect silence, expect past silence, expect contacts, expect checks, expect open, " +
        "expect calls, report silence";

    private static readonly string[] CauseNames = [.. Enum.GetValues<SilenceCause>().Select(c => c.Name())];
    private static readonly string[] Reasons = ["desk unattended", "told not to answer", "local fault", "common fault"];

    /// <summary>Null when this is none of those acts.</summary>
    public ScenarioAct? Act(YamlTable table, string act) => act switch
    {
        "crew" => Crew(table),
        "explain silence" => Explain(table),
        "contact" => Contact(table),
        "confirm contact" => new ConfirmContactAct(names.Who(table), names.Message(table)),
        "expect silence" => Silence(table),
        "expect past silence" => Past(table),
        "expect contacts" => Contacts(table),
        "expect checks" => Checks(table),
        "expect open" => Open(table),
        "expect calls" => Calls(table),
        "report silence" => Report(table),
        _ => null,
    };

    /// <summary>The calendar of a line and who keeps it.</summary>
    public static ScenarioChecks? Checks(YamlTable table, IReadOnlyList<ScenarioParty> parties, IReadOnlyList<string> members) => table.MaybeTable("checks", "checks", checks =>
    {
        var schedule = CheckSchedule.Read(checks.Text("times"), null);
        if (schedule is null || !members.Contains(schedule.Begins.ToString()))
            throw checks.FaultAt("times", "'times' is a calendar such as hourly;answer=10;begins=astra or 09:00,17:00;begins=astra;skip=weekends, begun by a party of the line");
        var crews = checks.Texts("crews", 0, members.Count).Select(w => ScenarioNames.OfficerNamed(parties, w) is { } who && members.Contains(who.Party)
            ? who
            : throw checks.FaultAt("crews", "'crews' lists officers of the line's parties, each party/name")).ToList();
        if (crews.DistinctBy(c => c.Party).Count() != crews.Count)
            throw checks.FaultAt("crews", "one officer of each party keeps the checks");
        var text = checks.Text("text", 300);
        return CheckContent.IsText(text) ? new ScenarioChecks(schedule, crews, text) : throw checks.FaultAt("text", "a check is one line of plain characters");
    });

    private CrewAct Crew(YamlTable table)
    {
        var (who, line) = (names.Who(table), names.Line(table));
        if (line.Checks?.Crews.Contains(who) != true)
            throw table.FaultAt("who", $"'who' keeps no checks on {line.Name}");
        return table.Has("away") ? new CrewAct(who, line, table.MaybeYes("away")) : throw table.Fault("'crew' needs 'away', true or false");
    }

    private ExplainAct Explain(YamlTable table)
    {
        var (who, line) = (names.Who(table), names.Line(table));
        if (!line.Parties.Contains(who.Party))
            throw table.FaultAt("who", $"'{who.Party}' is not on that line");
        var cause = Array.IndexOf(Reasons, table.Text("cause"));
        if (cause < 0)
            throw table.FaultAt("cause", $"'cause' is one of {string.Join(", ", Reasons)}");
        return new ExplainAct(who, line, Other(table, "to", line, who.Party), (ServiceCause)cause, table.MaybeTime("since") ?? throw table.Fault("an explanation needs 'since'"));
    }

    private ContactAct Contact(YamlTable table)
    {
        var line = names.Line(table);
        return new ContactAct(
            names.Who(table), names.NewMessage(table, line), line, Pair(table, line), table.Clock("ended"), table.MaybeTime("lasted") ?? TimeSpan.FromMinutes(1),
            table.MaybeChoice<ContactMeans>("means") ?? ContactMeans.Telephone, table.Text("ours", 200), table.Text("theirs", 200));
    }

    private ExpectSilenceAct Silence(YamlTable table)
    {
        var line = names.Line(table);
        var at = Member(table, "station", line);
        var causes = table.Has("causes") ? table.Texts("causes", 0, CauseNames.Length) : throw table.Fault("'expect silence' needs 'causes', a list; an empty one is an open line");
        if (causes.FirstOrDefault(c => Array.IndexOf(CauseNames, c) < 0) is not null)
            throw table.FaultAt("causes", $"the causes are {string.Join(", ", CauseNames)}");
        return new ExpectSilenceAct(
            line, at, Other(table, "party", line, at), table.Has("pair") ? Pair(table, line) : null, causes, table.MaybeClock("since"), table.Texts("evidence", 0, 16));
    }

    private ExpectPastSilenceAct Past(YamlTable table)
    {
        var line = names.Line(table);
        var at = Member(table, "station", line);
        var was = table.Text("was");
        return was == "not told" || Array.IndexOf(CauseNames, was) >= 0
            ? new ExpectPastSilenceAct(line, at, Other(table, "party", line, at), was == "not told" ? null : was)
            : throw table.FaultAt("was", $"'was' is 'not told' or one of {string.Join(", ", CauseNames)}");
    }

    private ExpectContactsAct Contacts(YamlTable table)
    {
        var line = names.Line(table);
        var days = table.Text("days") == "none" ? (int?)null : table.Number("days", 0, 366);
        int Count(string key) => table.MaybeNumber(key, 0, 1000) ?? 0;
        var asked = new ExpectedRequests(Count("held"), Count("scheduled"), Count("undated"), Count("unacknowledged"), Count("declined"), Count("waiting"));
        var by = table.Has("by") ? Member(table, "by", line) : null;
        if (by is null && asked != new ExpectedRequests(0, 0, 0, 0, 0, 0))
            throw table.Fault("requests are counted 'by' a party");
        return new ExpectContactsAct(line, Member(table, "station", line), Pair(table, line), days, by, by is null ? null : asked);
    }

    private ExpectChecksAct Checks(YamlTable table)
    {
        var line = names.Line(table);
        if (line.Checks is null)
            throw table.FaultAt("line", $"{line.Name} has no checks");
        var at = Member(table, "station", line);
        return new ExpectChecksAct(
            line, at, Other(table, "party", line, at), table.Number("days", 1, 92), table.Number("missed", 0, 10_000), table.MaybeNumber("at least", 1, 10_000) ?? 1);
    }

    private ExpectOpenAct Open(YamlTable table)
    {
        var at = names.Party(table, "station");
        return new ExpectOpenAct(at, LinesOf(table, at));
    }

    private ReportAct Report(YamlTable table)
    {
        var at = names.Party(table, "station");
        var (from, until) = (table.Clock("from"), table.Clock("until"));
        return from < until
            ? new ReportAct(at, LinesOf(table, at), from, until, table.Number("unanswered", 0, 1000))
            : throw table.FaultAt("until", "'until' comes after 'from'");
    }

    private List<ScenarioLine> LinesOf(YamlTable table, string at) =>
    [
        .. table.Texts("lines", 1, Bounds.Lines).Select(n => names.LineNamed(n) is { } line && line.Parties.Contains(at)
            ? line
            : throw table.FaultAt("lines", $"'{at}' is on no line '{n}'")),
    ];

    private ExpectCallsAct Calls(YamlTable table)
    {
        var line = names.Line(table);
        return new ExpectCallsAct(line, Member(table, "station", line), table.Number("calls", 0, 1000));
    }

    private static string Member(YamlTable table, string key, ScenarioLine line)
    {
        var id = table.Text(key);
        return line.Parties.Contains(id) ? id : throw table.FaultAt(key, $"'{id}' is not on that line");
    }

    /// <summary>Another party of the line: the only one where it is not said.</summary>
    private static string Other(YamlTable table, string key, ScenarioLine line, string than)
    {
        var others = line.Parties.Where(p => p != than).ToList();
        return table.MaybeText(key) is { } id ? others.Contains(id) ? id : throw table.FaultAt(key, $"'{id}' is no other party of that line")
            : others.Count == 1 ? others[0]
            : throw table.Fault($"'{key}' says which of {string.Join(", ", others)}");
    }

    private static string Pair(YamlTable table, ScenarioLine line)
    {
        var pair = table.Text("pair");
        return line.Pairs.Contains(pair) ? pair : throw table.FaultAt("pair", $"the pairs of {line.Name} are {string.Join(", ", line.Pairs)}");
    }
}
