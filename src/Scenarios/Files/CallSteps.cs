using Parley.Lines.Calls;
using Parley.Lines.Entries;

namespace Parley.Scenarios.Files;

/// <summary>Reads the steps about calls, and the pairs of a line.</summary>
internal sealed class CallSteps(ScenarioNames names)
{
    public const string Acts = "call, call-step, expect call";

    private static readonly string[] Steps = ["acknowledged", "countered", "scheduled", "held", "declined", "cancelled"];

    /// <summary>Null when this is no act about a call.</summary>
    public ScenarioAct? Act(YamlTable table, string act) => act switch
    {
        "call" => Call(table),
        "call-step" => Step(table),
        "expect call" => Expect(table),
        _ => null,
    };

    public static IReadOnlyList<string> Pairs(YamlTable table)
    {
        var pairs = table.Texts("pairs", 0, Parley.Lines.Bounds.Counterparts);
        return pairs.All(Counterpart.IsPair) && pairs.Distinct(StringComparer.Ordinal).Count() == pairs.Count
            ? pairs
            : throw table.FaultAt("pairs", "'pairs' lists ids of a-z, 0-9 and dash, none twice");
    }

    public static IReadOnlyList<string> Ladder(YamlTable table)
    {
        var rungs = table.Texts("ladder", 0, Parley.Lines.Bounds.Rungs);
        return rungs.All(r => Rung.Parse(r) is not null)
            ? rungs
            : throw table.FaultAt("ladder", "a rung is deputy, staff PAIR, notice NAME, line NAME or third PARTY");
    }

    private CallAct Call(YamlTable table)
    {
        var line = names.Line(table);
        var pair = table.Text("pair");
        if (!line.Pairs.Contains(pair))
            throw table.FaultAt("pair", $"the pairs of {line.Name} are {string.Join(", ", line.Pairs)}");
        return new CallAct(
            names.Who(table), names.NewMessage(table, line), line, pair, table.Text("topic", Parley.Lines.Bounds.TopicLength), ScenarioNames.Language(table, line),
            table.Choice<Precedence>("precedence"), table.MaybeChoice<CallMeans>("means") ?? CallMeans.Voice, Times(table), table.MaybeTime("answer within"));
    }

    private CallStepAct Step(YamlTable table)
    {
        var (who, message, step) = (names.Who(table), names.Message(table), table.Text("step"));
        if (Array.IndexOf(Steps, step) < 0)
            throw table.FaultAt("step", $"'step' is one of {string.Join(", ", Steps)}");
        var times = Times(table);
        if ((step == "countered") != times.Count > 0)
            throw table.FaultAt("in", "'in' lists the times of a counter-proposal, counted from now; no other step has it");
        var reason = table.MaybeText("reason");
        if (step == "declined" ? reason is null || DeclineReason.Named(reason) is null : reason is not null)
            throw table.FaultAt("reason", $"a call is declined with a 'reason' out of {string.Join(", ", DeclineReason.Names)}; no other step has one");
        return new CallStepAct(
            who, message, step, times, table.MaybeNumber("proposal", 1, Parley.Lines.Bounds.CallTimes) ?? 1, table.MaybeTime("lasted") ?? TimeSpan.FromMinutes(1), reason);
    }

    private ExpectCallAct Expect(YamlTable table)
    {
        var message = names.Message(table);
        bool? Maybe(string key) => table.Has(key) ? table.MaybeYes(key) : null;
        return new ExpectCallAct(
            message, names.Member(table, "station", message), table.Choice<CallState>("state"), Maybe("overdue"), Maybe("one-sided"),
            table.Has("available") ? table.Texts("available", 0, Parley.Lines.Bounds.Rungs) : null);
    }

    private static List<TimeSpan> Times(YamlTable table) => [.. table.Texts("in", 0, Parley.Lines.Bounds.CallTimes)
        .Select(t => ScenarioTime.Parse(t) ?? throw table.FaultAt("in", $"'{t}' is no time; write 90s, 1m30s or 2h"))];
}
