using Parley.Lines.Handling;
using Parley.Lines.Queries;

namespace Parley.Scenarios.Files;

/// <summary>Reads the steps of the watch: alerts, queries, handling, and what is expected of them.</summary>
internal sealed class WatchSteps(ScenarioNames names)
{
    public const string Acts = "mark, note outside, alert, ask, answer, handle, expect handled, expect addressee, expect crossed";

    /// <summary>Null when this is no act of the watch.</summary>
    public ScenarioAct? Act(YamlTable table, string act) => act switch
    {
        "mark" => new MarkAct(names.NewMoment(table), table.Text("text", 4000)),
        "note outside" => new NoteOutsideAct(
            names.Who(table), names.Line(table), table.Text("speaker"), table.Text("where"), table.Text("language"), table.Text("text", 4000)),
        "alert" => Alert(table),
        "ask" => Ask(table),
        "answer" => Answer(table),
        "handle" => Handle(table),
        "expect handled" => ExpectHandled(table),
        "expect addressee" => ExpectAddressee(table),
        "expect crossed" => ExpectCrossed(table),
        _ => null,
    };

    private AlertAct Alert(YamlTable table)
    {
        var line = names.Line(table);
        return new AlertAct(
            names.Who(table), names.NewMessage(table, line), line, table.Text("place"), ScenarioNames.Language(table, line), table.MaybeText("text", 4000));
    }

    private AskAct Ask(YamlTable table)
    {
        var line = names.Line(table);
        var about = table.Text("about") switch
        {
            "ownership" => QueryAbout.Ownership,
            "hold fire" => QueryAbout.HoldFire,
            _ => throw table.FaultAt("about", "'about' is ownership or hold fire"),
        };
        return new AskAct(
            names.Who(table), names.NewMessage(table, line), line, about, table.Text("place"), ScenarioNames.Language(table, line), table.Text("text", 4000));
    }

    private AnswerQueryAct Answer(YamlTable table)
    {
        var to = names.Message(table, "to");
        var line = names.LineOf(to)!;
        var answer = table.Text("answer") switch
        {
            "yes" => QueryAnswer.Yes,
            "no" => QueryAnswer.No,
            "unknown" => QueryAnswer.Unknown,
            "not under our control" => QueryAnswer.NotUnderOurControl,
            _ => throw table.FaultAt("answer", "'answer' is yes, no, unknown or not under our control"),
        };
        var valid = table.MaybeTime("valid") ?? throw table.Fault("an answer needs 'valid': for how long it holds");
        return new AnswerQueryAct(
            names.Who(table), names.NewMessage(table, line), to, answer, valid, ScenarioNames.Language(table, line), table.MaybeText("text", 4000));
    }

    private HandleAct Handle(YamlTable table) => new(
        names.Who(table),
        names.Message(table),
        Stage(table),
        table.Text("role"),
        table.MaybeText("addressee"),
        table.MaybeText("language"),
        table.MaybeText("text", Parley.Lines.Bounds.TextLength));

    private ExpectHandledAct ExpectHandled(YamlTable table)
    {
        var message = names.Message(table);
        var reported = !table.Has("reported") || table.MaybeYes("reported");
        var within = table.MaybeTime("within");
        if (!reported && within is not null)
            throw table.FaultAt("within", "what must not be reported has no 'within'");
        return new ExpectHandledAct(
            message, names.Member(table, "by", message), Stage(table), table.MaybeText("addressee"), within, names.MaybeMoment(table, "since"), reported);
    }

    private ExpectAddresseeAct ExpectAddressee(YamlTable table)
    {
        var message = names.Message(table);
        var addressee = table.Text("addressee");
        if (!names.LineOf(message)!.Addressees.Contains(addressee))
            throw table.FaultAt("addressee", $"{names.LineOf(message)!.Name} has no addressee '{addressee}'");
        return new ExpectAddresseeAct(message, addressee, table.Text("state") switch
        {
            "nothing" => null,
            "relayed" => HandlingStage.Relayed,
            "confirmed" => HandlingStage.Confirmed,
            "acted" => HandlingStage.Acted,
            _ => throw table.FaultAt("state", "'state' is nothing, relayed, confirmed or acted"),
        });
    }

    private ExpectCrossedAct ExpectCrossed(YamlTable table)
    {
        var message = names.Message(table);
        var with = table.Texts("with", 0, 16);
        if (with.FirstOrDefault(w => names.LineOf(w) != names.LineOf(message)) is { } unknown)
            throw table.FaultAt("with", $"no message '{unknown}' was written on that line before");
        return new ExpectCrossedAct(message, names.Member(table, "station", message), with);
    }

    private static HandlingStage Stage(YamlTable table) => HandlingStages.Parse(table.Text("stage"))
        ?? throw table.FaultAt("stage", $"'stage' is one of {string.Join(", ", HandlingStages.All.Select(s => s.Name()))}");
}
