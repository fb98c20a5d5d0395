using System.Text.Json;
using Parley.Control.Observations;
using Parley.Lines.Observations;
using Parley.Lines.Questions;

namespace Parley.Scenarios.Files;

/// <summary>Reads the steps about what was seen, and what is expected of it.</summary>
internal sealed class ObservationSteps(ScenarioNames names)
{
    public const string Acts = "observe, ask about, decide, second, expect observation, expect posture";

    private const int Texts = 400;

    /// <summary>Null when this is none of those acts.</summary>
    public ScenarioAct? Act(YamlTable table, string act) => act switch
    {
        "observe" => Observe(table),
        "ask about" => Ask(table),
        "decide" => new DecideAct(names.Who(table), Observation(table), table.Choice<ReactionChoice>("choice"), table.MaybeText("reason", Texts)),
        "second" => new SecondAct(names.Who(table), Observation(table)),
        "expect observation" => Expected(table),
        "expect posture" => new ExpectPostureAct(names.Party(table, "station"), names.Party(table, "party"), table.MaybeNumber("unexplained", 0, 1000)),
        _ => null,
    };

    private ObserveAct Observe(YamlTable table)
    {
        var fields = table.MaybeTable("values", "'values'", static values =>
            (IReadOnlyDictionary<string, string>)values.All().ToDictionary(v => v.Key, v => YamlTable.TextOf(v.Value, v.Key, Texts), StringComparer.Ordinal)) ??
            throw table.Fault("what was seen needs 'values', a table of fields");
        var supersedes = table.Has("supersedes") ? names.Observation(table, "supersedes") : null;
        return new ObserveAct(names.Who(table), names.NewObservation(table), fields, supersedes);
    }

    private AskAboutAct Ask(YamlTable table)
    {
        var (who, line) = (names.Who(table), names.Line(table));
        return new AskAboutAct(
            who, Observation(table), names.NewMessage(table, line), line, table.Text("format", 32), ScenarioNames.Language(table, line), NoticeSteps.Values(table));
    }

    private ExpectObservationAct Expected(YamlTable table) => new(
        Observation(table), Choice<VerdictKind>(table, "verdict"), table.Has("about") ? names.Message(table, "about") : null,
        table.Has("unacknowledged") ? table.Text("unacknowledged").Replace("nobody", "", StringComparison.Ordinal) : null, Choice<OptionKind>(table, "option"),
        table.MaybeChoice<QuestionOutcome>("outcome"), table.Has("reaction") ? table.MaybeYes("reaction") : null);

    // Of several words: 'consistent with'.
    private static T? Choice<T>(YamlTable table, string key)
        where T : struct, Enum
    {
        if (table.MaybeText(key) is not { } text)
            return null;
        var known = Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()).Replace('-', ' '), StringComparer.Ordinal);
        return known.TryGetValue(text, out var value) ? value : throw table.FaultAt(key, $"'{key}' is one of {string.Join(", ", known.Keys)}");
    }

    private string Observation(YamlTable table) => names.Observation(table, "observation");
}
