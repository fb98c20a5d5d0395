namespace Parley.Scenarios.Files;

/// <summary>What a step may name: the parties, officers and lines of the file, and the messages and moments of the steps above it.</summary>
internal sealed class ScenarioNames(IReadOnlyList<ScenarioParty> parties, IReadOnlyList<ScenarioLine> lines)
{
    private readonly Dictionary<string, ScenarioLine> messages = new(StringComparer.Ordinal);
    private readonly HashSet<string> moments = new(StringComparer.Ordinal);
    private readonly HashSet<string> observations = new(StringComparer.Ordinal);

    public IReadOnlyList<ScenarioParty> Parties => parties;

    /// <summary>The line on which a message was written; null when there is none of that name.</summary>
    public ScenarioLine? LineOf(string message) => messages.GetValueOrDefault(message);

    /// <summary>The name of a message of an earlier step.</summary>
    public string Message(YamlTable table, string key = "message")
    {
        var name = table.Text(key);
        return messages.ContainsKey(name) ? name : throw table.FaultAt(key, $"no message '{name}' was written before");
    }

    /// <summary>The name of the message that this step writes.</summary>
    public string NewMessage(YamlTable table, ScenarioLine line)
    {
        var name = table.Text("message", 64);
        return messages.TryAdd(name, line) ? name : throw table.FaultAt("message", $"there is a message '{name}' already");
    }

    public string NewMoment(YamlTable table)
    {
        var name = table.Text("moment", 64);
        return moments.Add(name) ? name : throw table.FaultAt("moment", $"there is a moment '{name}' already");
    }

    /// <summary>The name of an observation of an earlier step.</summary>
    public string Observation(YamlTable table, string key)
    {
        var name = table.Text(key);
        return observations.Contains(name) ? name : throw table.FaultAt(key, $"no observation '{name}' was entered before");
    }

    /// <summary>The name of the observation that this step enters.</summary>
    public string NewObservation(YamlTable table)
    {
        var name = table.Text("observation", 64);
        return observations.Add(name) ? name : throw table.FaultAt("observation", $"there is an observation '{name}' already");
    }

    public string? MaybeMoment(YamlTable table, string key)
    {
        var name = table.MaybeText(key);
        return name is null || moments.Contains(name) ? name : throw table.FaultAt(key, $"no moment '{name}' was marked before");
    }

    public string Party(YamlTable table, string key)
    {
        var id = table.Text(key);
        return parties.Any(p => p.Id == id) ? id : throw table.FaultAt(key, $"there is no party '{id}'");
    }

    /// <summary>A party of the line on which a message was written.</summary>
    public string Member(YamlTable table, string key, string message)
    {
        var id = table.Text(key);
        return messages[message].Parties.Contains(id) ? id : throw table.FaultAt(key, $"'{id}' is not on that line");
    }

    public ScenarioLine Line(YamlTable table)
    {
        var name = table.Text("line");
        return LineNamed(name) ?? throw table.FaultAt("line", $"there is no line '{name}'");
    }

    public ScenarioLine? LineNamed(string name) => lines.FirstOrDefault(l => l.Name == name);

    public ScenarioOfficer Who(YamlTable table) =>
        OfficerNamed(parties, table.Text("who")) ?? throw table.FaultAt("who", "'who' is an officer of this file, written party/name");

    /// <summary>The officer of <c>party/name</c>; null when there is none.</summary>
    public static ScenarioOfficer? OfficerNamed(IReadOnlyList<ScenarioParty> parties, string text)
    {
        var parts = text.Split('/', 2);
        return parties.FirstOrDefault(p => p.Id == parts[0])?.Officers.FirstOrDefault(o => parts.Length == 2 && o.Name == parts[1]);
    }

    /// <summary>One of the line's languages.</summary>
    public static string Language(YamlTable table, ScenarioLine line)
    {
        var language = table.Text("language");
        return line.Languages.Contains(language)
            ? language
            : throw table.FaultAt("language", $"the languages of {line.Name} are {string.Join(", ", line.Languages)}");
    }
}
