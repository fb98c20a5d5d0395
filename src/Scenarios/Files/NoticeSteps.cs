using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Questions;
using YamlDotNet.RepresentationModel;

namespace Parley.Scenarios.Files;

/// <summary>Reads the steps about notices, about answers to questions, and what is expected of them.</summary>
internal sealed class NoticeSteps(ScenarioNames names)
{
    public const string Acts = "notice, verify notice, read back, agreement, judge, contest, show notice, expect notice, expect question, expect warning";

    private const int Rows = 64;
    private const int ValueLength = 8000;

    /// <summary>Null when this is none of those acts.</summary>
    public ScenarioAct? Act(YamlTable table, string act) => act switch
    {
        "notice" => Notice(table),
        "verify notice" => new VerifyNoticeAct(names.Who(table), names.Message(table)),
        "read back" => new ReadBackAct(names.Who(table), names.Message(table), Values(table)),
        "agreement" => Agreement(table),
        "judge" => Judge(table),
        "contest" => new ContestAct(names.Who(table), names.Message(table), table.Text("language"), table.Text("text", 2000)),
        "show notice" => Show(table),
        "expect notice" => Expected(table),
        "expect question" => Question(table),
        "expect warning" => new ExpectWarningAct(names.Party(table, "station"), table.Text("words", 200), !table.Has("shown") || table.MaybeYes("shown")),
        _ => null,
    };

    /// <summary>Formats of a line: a list of ids.</summary>
    public static IReadOnlyList<string> Formats(YamlTable table) => table.Texts("formats", 0, 64);

    private NoticeAct Notice(YamlTable table)
    {
        var (who, line) = (names.Who(table), names.Line(table));
        var language = ScenarioNames.Language(table, line);
        var format = table.Text("format", 32);
        if (!line.Formats.Contains(format))
            throw table.FaultAt("format", $"{line.Name} has no format '{format}'; it has {(line.Formats.Count == 0 ? "none" : string.Join(", ", line.Formats))}");
        var status = table.MaybeChoice<Status>("status") ?? Status.Actual;
        if (status == Status.System)
            throw table.FaultAt("status", "'status' is actual or test; what is system is said by stations alone");
        var regards = table.Texts("regards", 0, Parley.Lines.Bounds.Regards);
        if (regards.FirstOrDefault(r => names.LineOf(r) != line) is { } unknown)
            throw table.FaultAt("regards", $"no message '{unknown}' was written on {line.Name} before");
        var from = table.Texts("answer from", 0, Bounds.Parties);
        if (from.FirstOrDefault(f => !line.Parties.Contains(f)) is { } stranger)
            throw table.FaultAt("answer from", $"'{stranger}' is not on that line");
        return new NoticeAct(
            who, names.NewMessage(table, line), line, format, language, Values(table), regards, status, table.MaybeChoice<Precedence>("precedence"),
            ScenarioSteps.Addressees(table), from);
    }

    private AgreementAct Agreement(YamlTable table)
    {
        var line = names.Line(table);
        return new AgreementAct(names.Who(table), line, Choice(table, "state", AgreementNames, AgreementWords), ScenarioNames.Language(table, line), table.Text("text", 2000));
    }

    private JudgeAct Judge(YamlTable table)
    {
        var message = names.Message(table);
        if (!table.Has("enough"))
            throw table.Fault("'judge' needs 'enough', true or false");
        return new JudgeAct(
            names.Who(table), message, table.MaybeYes("enough"), table.Has("party") ? names.Member(table, "party", message) : null, table.MaybeText("language"),
            table.MaybeText("text", 2000));
    }

    private ShowNoticeAct Show(YamlTable table)
    {
        var message = names.Message(table);
        return new ShowNoticeAct(names.Member(table, "station", message), message, table.Text("language"));
    }

    private ExpectNoticeAct Expected(YamlTable table)
    {
        var message = names.Message(table);
        return new ExpectNoticeAct(
            names.Member(table, "station", message), message, table.MaybeNumber("closed", 0, 1000), table.MaybeNumber("of", 1, 1000),
            table.Has("lead") ? Choice(table, "lead", LeadNames, LeadWords) : null, table.MaybeChoice<NoticeDue>("due"),
            table.Has("late") ? table.MaybeYes("late") : null, table.Has("differs") ? table.MaybeYes("differs") : null,
            table.Has("voluntary") ? table.MaybeYes("voluntary") : null, table.MaybeNumber("relayed", 0, 64));
    }

    private ExpectQuestionAct Question(YamlTable table)
    {
        var message = names.Message(table);
        return new ExpectQuestionAct(
            names.Member(table, "station", message), message, names.Member(table, "party", message), table.Choice<QuestionOutcome>("outcome"), table.MaybeClock("due"));
    }

    internal static List<ScenarioValue> Values(YamlTable table) =>
        table.MaybeTable("values", "'values'", static values => values.All().Select(v => Value(v.Key, v.Value)).ToList()) ??
        throw table.Fault("a notice needs 'values', a table of fields");

    private static ScenarioValue Value(string field, YamlNode node)
    {
        if (node is not YamlSequenceNode rows)
            return new ScenarioValue(field, YamlTable.TextOf(node, field, ValueLength), []);
        if (rows.Children.Count is 0 or > Rows)
            throw new ScenarioSyntaxFault(node.Start.Line, $"'{field}' takes 1 to {Rows} rows");
        return new ScenarioValue(field, null, [.. rows.Children.Select(r => YamlTable.Read(r, $"a row of '{field}'", cells =>
            (IReadOnlyDictionary<string, string>)cells.All().ToDictionary(c => c.Key, c => YamlTable.TextOf(c.Value, c.Key, ValueLength), StringComparer.Ordinal)))]);
    }

    private static readonly string[] AgreementNames = ["in force", "suspended", "left"];
    private static readonly AgreementState[] AgreementWords = [AgreementState.InForce, AgreementState.Suspended, AgreementState.Left];
    private static readonly string[] LeadNames = ["no clock", "not received", "in time", "short", "doubtful"];
    private static readonly LeadStanding[] LeadWords = [LeadStanding.NoClock, LeadStanding.NotReceived, LeadStanding.InTime, LeadStanding.Short, LeadStanding.Doubtful];

    private static T Choice<T>(YamlTable table, string key, string[] known, T[] values) => Array.IndexOf(known, table.Text(key)) is var at and >= 0
        ? values[at]
        : throw table.FaultAt(key, $"'{key}' is one of {string.Join(", ", known)}");
}
