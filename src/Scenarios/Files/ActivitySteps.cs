using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Entries;

namespace Parley.Scenarios.Files;

/// <summary>Reads the steps about activities and overlaps, and what is expected of them.</summary>
internal sealed class ActivitySteps(ScenarioNames names)
{
    public const string Acts = "activity, activity step, read back activity, overlap, agree overlap, aid word, expect overlap, expect activity";

    private const int VolumeLength = 8000;
    private const int TextLength = 2000;

    /// <summary>Null when this is none of those acts.</summary>
    public ScenarioAct? Act(YamlTable table, string act) => act switch
    {
        "activity" => Activity(table),
        "activity step" => new ActivityStepAct(
            names.Who(table), names.Message(table), table.Choice<ActivityStep>("step"), table.MaybeText("volume", VolumeLength), table.MaybeText("language"),
            table.MaybeText("text", TextLength), table.MaybeYes("despite")),
        "read back activity" => new ReadBackActivityAct(names.Who(table), names.Message(table), table.Texts("places", 1, Parley.Lines.Bounds.ActivityVolumes)),
        "overlap" => Word(table),
        "agree overlap" => new AgreeOverlapAct(names.Who(table), names.Message(table)),
        "aid word" => new AidWordAct(names.Who(table), names.Message(table), table.Choice<AidWord>("word"), table.MaybeText("language"), table.MaybeText("text", TextLength)),
        "expect overlap" => Overlap(table),
        "expect activity" => Expected(table),
        _ => null,
    };

    private ActivityAct Activity(YamlTable table)
    {
        var (who, line) = (names.Who(table), names.Line(table));
        var kind = ActivityKinds.Parse(table.Text("kind")) ??
            throw table.FaultAt("kind", $"'kind' is one of {string.Join(", ", ActivityKinds.All.Select(k => k.Name()))}");
        AidInput? aid = null;
        if (kind.IsHumanitarian())
        {
            aid = new AidInput(
                table.MaybeClock("expires") ?? throw table.Fault("a site or movement needs 'expires', a time in UTC"), table.MaybeText("behalf"), table.MaybeText("vehicles"),
                table.MaybeText("marks"));
        }

        return new ActivityAct(
            who, names.NewMessage(table, line), line, kind, table.Text("title"), table.Text("contact"), table.Text("volume", VolumeLength), aid,
            table.MaybeNumber("reserve", 1, Parley.Lines.Bounds.ReserveMinutes), table.MaybeChoice<Precedence>("precedence"), ScenarioSteps.Addressees(table),
            table.MaybeYes("despite"));
    }

    private OverlapWordAct Word(YamlTable table)
    {
        var (one, other) = (names.Message(table, "one"), names.Message(table, "other"));
        var line = names.LineOf(one)!;
        var meant = table.Has("for") ? names.Message(table, "for") : null;
        if (meant is not null && meant != one && meant != other)
            throw table.FaultAt("for", "'for' is one of the two");
        return new OverlapWordAct(
            names.Who(table), names.NewMessage(table, line), one, other, table.Choice<OverlapWord>("word"), meant, table.MaybeText("volume", VolumeLength),
            table.MaybeText("language"), table.MaybeText("text", TextLength));
    }

    private ExpectOverlapAct Overlap(YamlTable table)
    {
        var (one, other) = (names.Message(table, "one"), names.Message(table, "other"));
        var stations = table.Texts("stations", 1, Bounds.Parties);
        if (stations.FirstOrDefault(s => !names.LineOf(one)!.Parties.Contains(s)) is { } stranger)
            throw table.FaultAt("stations", $"'{stranger}' is not on that line");
        return new ExpectOverlapAct(
            stations, one, other, table.MaybeChoice<OverlapSeverity>("severity"), table.MaybeYes("clear"), table.MaybeChoice<CoordinationState>("state"),
            table.MaybeText("marked", 200));
    }

    private ExpectActivityAct Expected(YamlTable table)
    {
        var message = names.Message(table);
        return new ExpectActivityAct(
            names.Member(table, "station", message), message, table.MaybeChoice<ActivityState>("state"), table.Has("differs") ? table.MaybeYes("differs") : null,
            table.MaybeText("reached", 200));
    }
}
