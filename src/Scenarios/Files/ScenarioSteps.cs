using Parley.Control;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Scenarios.Files;

/// <summary>Reads the steps in their order, knowing what those before made.</summary>
internal sealed class ScenarioSteps(
    bool fictional, IReadOnlyList<ScenarioParty> parties, IReadOnlyList<ScenarioCircuits> circuits, IReadOnlyList<ScenarioLine> lines)
{
    private const string Acts = "say, compare digits, propose, accept, reject, draft, send, approve, read, wait received, cut circuit, " +
        "restore circuit, kill station, start station, carry pouch, expect, verify";

    private readonly Dictionary<string, ScenarioLine> messages = new(StringComparer.Ordinal);
    private TimeSpan last;

    public ScenarioStep Next(YamlTable table)
    {
        var at = table.MaybeTime("at") ?? last;
        if (at < last)
            throw table.FaultAt("at", "a step comes before the one above it; put steps in their order");
        last = at;
        var act = Act(table, table.Text("do"));
        var source = table.MaybeText("source", 400);
        var invented = table.MaybeYes("invented");
        if (!fictional && (source is null) == !invented)
            throw table.Fault("a historical step says either 'source:' or 'invented: true'");
        if (fictional && (source is not null || invented))
            throw table.Fault("nothing in a fictional scenario has a source; leave 'source' and 'invented' out");
        return new ScenarioStep(at, act, source, invented, table.MaybeChoice<Refusal>("refused"), table.Line);
    }

    private ScenarioAct Act(YamlTable table, string act) => act switch
    {
        "say" => new SayAct(table.Text("text", 4000)),
        "compare digits" => Digits(table),
        "propose" => new ProposeAct(Who(table), Line(table)),
        "accept" => new AnswerAct(Who(table), Line(table), true),
        "reject" => new AnswerAct(Who(table), Line(table), false),
        "draft" => Write(table, false),
        "send" => Write(table, true),
        "approve" => new ApproveAct(Who(table), Message(table)),
        "read" => new ReadAct(Who(table), Line(table)),
        "wait received" => Wait(table),
        "cut circuit" => Circuit(table, true),
        "restore circuit" => Circuit(table, false),
        "kill station" => new StationAct(Party(table, "station"), true),
        "start station" => new StationAct(Party(table, "station"), false),
        "carry pouch" => new PouchAct(Party(table, "from"), Party(table, "to")),
        "expect" => Expect(table),
        "verify" => new VerifyAct(Line(table)),
        _ => throw table.FaultAt("do", $"'{act}' is no act; the acts are {Acts}"),
    };

    private CompareDigitsAct Digits(YamlTable table)
    {
        var (one, other) = ScenarioFile.Pair(table, parties);
        return new CompareDigitsAct(one, other);
    }

    private WriteAct Write(YamlTable table, bool approves)
    {
        var who = Who(table);
        var line = Line(table);
        var language = table.Text("language");
        if (!line.Languages.Contains(language))
            throw table.FaultAt("language", $"the languages of {line.Name} are {string.Join(", ", line.Languages)}");
        var status = table.MaybeChoice<Status>("status") ?? Status.Actual;
        if (status == Status.System)
            throw table.FaultAt("status", "'status' is actual or test; what is system is said by stations alone");
        var text = table.Text("text", Parley.Lines.Bounds.TextLength).TrimEnd('\n');
        if (!MessageContent.IsText(text))
            throw table.FaultAt("text", "the text holds characters that no message may hold");
        var regards = table.Texts("regards", 0, Parley.Lines.Bounds.Regards);
        var supersedes = table.MaybeText("supersedes");
        foreach (var other in supersedes is null ? regards : [.. regards, supersedes])
        {
            if (!messages.TryGetValue(other, out var there) || there != line)
                throw table.Fault($"no message '{other}' was written on {line.Name} before");
        }

        var name = table.Text("message", 64);
        if (!messages.TryAdd(name, line))
            throw table.FaultAt("message", $"there is a message '{name}' already");
        var words = new ScenarioWords(line, table.Choice<Precedence>("precedence"), status, language, text, regards, supersedes);
        return new WriteAct(who, name, words, approves);
    }

    private WaitAct Wait(YamlTable table)
    {
        var message = Message(table);
        var by = table.Texts("by", 1, Bounds.Parties);
        if (by.FirstOrDefault(b => !messages[message].Parties.Contains(b)) is { } unknown)
            throw table.FaultAt("by", $"'{unknown}' is not on that line");
        return new WaitAct(message, by, table.MaybeTime("within") ?? Bounds.Wait);
    }

    private CircuitAct Circuit(YamlTable table, bool cuts)
    {
        var (one, other) = ScenarioFile.Pair(table, parties);
        var count = circuits.FirstOrDefault(c => c.One == one && c.Other == other)?.Count ?? 0;
        if (count == 0)
            throw table.FaultAt("between", $"there is no circuit between {one} and {other}");
        return new CircuitAct(one, other, table.MaybeNumber("circuit", 1, count), cuts);
    }

    private ScenarioAct Expect(YamlTable table)
    {
        if (!table.Has("message"))
            return new ExpectMessagesAct(Party(table, "station"), Line(table), table.Number("messages", 0, 10_000));
        var message = Message(table);
        var by = table.Text("by");
        if (!messages[message].Parties.Contains(by))
            throw table.FaultAt("by", $"'{by}' is not on that line");
        if (!table.Has("received"))
            throw table.Fault("'expect' of a message needs 'received', true or false");
        return new ExpectReceivedAct(message, by, table.MaybeYes("received"));
    }

    private string Message(YamlTable table)
    {
        var name = table.Text("message");
        return messages.ContainsKey(name) ? name : throw table.FaultAt("message", $"no message '{name}' was written before");
    }

    private string Party(YamlTable table, string key)
    {
        var id = table.Text(key);
        return parties.Any(p => p.Id == id) ? id : throw table.FaultAt(key, $"there is no party '{id}'");
    }

    private ScenarioLine Line(YamlTable table)
    {
        var name = table.Text("line");
        return lines.FirstOrDefault(l => l.Name == name) ?? throw table.FaultAt("line", $"there is no line '{name}'");
    }

    private ScenarioOfficer Who(YamlTable table)
    {
        var parts = table.Text("who").Split('/', 2);
        return parties.FirstOrDefault(p => p.Id == parts[0])?.Officers.FirstOrDefault(o => parts.Length == 2 && o.Name == parts[1])
            ?? throw table.FaultAt("who", "'who' is an officer of this file, written party/name");
    }
}
