using System.Globalization;
using Parley.Control;
using Parley.Control.Handling;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;

namespace Parley.Scenarios.Files;

/// <summary>Reads the steps in their order, knowing what those before made.</summary>
internal sealed class ScenarioSteps(
    bool fictional, DateTimeOffset? start, IReadOnlyList<ScenarioParty> parties, IReadOnlyList<ScenarioCircuits> circuits, IReadOnlyList<ScenarioLine> lines)
{
    private const string Acts = "say, compare digits, propose, accept, reject, draft, send, approve, read, wait received, cut circuit, " +
        "restore circuit, kill station, start station, carry pouch, expect, verify, " + WatchSteps.Acts + ", " + CallSteps.Acts + ", " + HistorySteps.Acts + ", " +
            NoticeSteps.Acts + ", " + ActivitySteps.Acts + ", " + ObservationSteps.Acts;

    private readonly ScenarioNames names = new(parties, lines);
    private TimeSpan last;

    public ScenarioStep Next(YamlTable table)
    {
        var at = At(table) ?? last;
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

    /// <summary>Counted from the beginning, or in a dated play a time in UTC.</summary>
    private TimeSpan? At(YamlTable table)
    {
        if (table.MaybeText("at") is not { } text || ScenarioTime.ParseClock(text) is not { } clock)
            return table.MaybeTime("at");
        if (start is not { } begins)
            throw table.FaultAt("at", "a time in UTC needs 'start' in the scenario");
        return clock >= begins && clock - begins <= Bounds.Time
            ? clock - begins
            : throw table.FaultAt("at", "a step comes after 'start', and at most 400 days after it");
    }

    private ScenarioAct Act(YamlTable table, string act) => act switch
    {
        "say" => new SayAct(table.Text("text", 4000)),
        "compare digits" => Digits(table),
        "propose" => new ProposeAct(names.Who(table), names.Line(table)),
        "accept" => new AnswerAct(names.Who(table), names.Line(table), true),
        "reject" => new AnswerAct(names.Who(table), names.Line(table), false),
        "draft" => Write(table, false),
        "send" => Write(table, true),
        "approve" => new ApproveAct(names.Who(table), names.Message(table)),
        "read" => new ReadAct(names.Who(table), names.Line(table)),
        "wait received" => Wait(table),
        "cut circuit" => Circuit(table, true),
        "restore circuit" => Circuit(table, false),
        "kill station" => new StationAct(names.Party(table, "station"), true),
        "start station" => new StationAct(names.Party(table, "station"), false),
        "carry pouch" => new PouchAct(names.Party(table, "from"), names.Party(table, "to")),
        "expect" => Expect(table),
        "verify" => new VerifyAct(names.Line(table)),
        _ => new WatchSteps(names).Act(table, act) ?? new CallSteps(names).Act(table, act) ??
            new HistorySteps(names).Act(table, act) ?? new NoticeSteps(names).Act(table, act) ??
            new ActivitySteps(names).Act(table, act) ?? new ObservationSteps(names).Act(table, act) ?? throw table.FaultAt("do", $"'{act}' is no act; the acts are {Acts}"),
    };

    private CompareDigitsAct Digits(YamlTable table)
    {
        var (one, other) = ScenarioFile.Pair(table, parties);
        return new CompareDigitsAct(one, other);
    }

    private WriteAct Write(YamlTable table, bool approves)
    {
        var who = names.Who(table);
        var line = names.Line(table);
        var language = ScenarioNames.Language(table, line);
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
            if (names.LineOf(other) != line)
                throw table.Fault($"no message '{other}' was written on {line.Name} before");
        }

        var words = new ScenarioWords(
            line, table.Choice<Precedence>("precedence"), status, language, text, regards, supersedes, Addressees(table), AnswerWithin(table));
        return new WriteAct(who, names.NewMessage(table, line), words, approves);
    }

    private static TimeSpan? AnswerWithin(YamlTable table)
    {
        const string key = "answer within";
        var within = table.MaybeTime(key);
        return within is null || (within >= TimeSpan.FromMinutes(1) && within <= TimeSpan.FromDays(365) && within.Value.Ticks % TimeSpan.TicksPerMinute == 0)
            ? within
            : throw table.FaultAt(key, $"'{key}' is whole minutes, from 1m to 365d");
    }

    /// <summary>Each <c>party:role=minutes</c>. Whether the line knows the role is for the station to say.</summary>
    internal static List<AddresseeInput> Addressees(YamlTable table)
    {
        var addressees = new List<AddresseeInput>();
        foreach (var text in table.Texts("addressees", 0, Parley.Lines.Bounds.Addressees))
        {
            var at = text.LastIndexOf('=');
            if (at < 0 || ActionAddressee.Parse(text[..at]) is null ||
                !int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
                throw table.FaultAt("addressees", $"'{text}' is not written party:role=minutes");
            addressees.Add(new AddresseeInput(text[..at], minutes));
        }

        return addressees;
    }

    private WaitAct Wait(YamlTable table)
    {
        var message = names.Message(table);
        var by = table.Texts("by", 1, Bounds.Parties);
        if (by.FirstOrDefault(b => !names.LineOf(message)!.Parties.Contains(b)) is { } unknown)
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
            return new ExpectMessagesAct(names.Party(table, "station"), names.Line(table), table.Number("messages", 0, 10_000));
        var message = names.Message(table);
        var by = names.Member(table, "by", message);
        if (!table.Has("received"))
            throw table.Fault("'expect' of a message needs 'received', true or false");
        return new ExpectReceivedAct(message, by, table.MaybeYes("received"));
    }
}
