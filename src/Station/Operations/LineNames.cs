using Parley.Control;
using Parley.Lines.Charters;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>What officers call lines: the name where one line here has it, otherwise name and the beginning of the id; <c>operator:PARTY</c> and
/// <c>operator:PARTY:exercise</c> for operator lines; the id or its first 8 digits for any.</summary>
internal static class LineNames
{
    private const int ShortId = 8;

    public static string HandleOf(StationMemory memory, LineState line)
    {
        // Names never change, so handles change only when a line is added.
        if (memory.HandlesFor != memory.Lines.Count)
        {
            memory.Handles.Clear();
            memory.HandlesFor = memory.Lines.Count;
        }

        if (!memory.Handles.TryGetValue(line.Id, out var handle))
            memory.Handles[line.Id] = handle = Compose(memory, line);
        return handle;
    }

    private static string Compose(StationMemory memory, LineState line)
    {
        var founding = line.Fold.Founding!;
        if (founding.Kind == LineKind.Operator)
        {
            var other = founding.Parties.First(p => p.Party != memory.Own).Party;
            return founding.Mode == LineMode.Live ? $"operator:{other}" : $"operator:{other}:exercise";
        }

        return memory.Lines.Values.Count(l => l.Fold.Founding!.Name == founding.Name && l.Fold.Founding.Kind != LineKind.Operator) == 1
            ? founding.Name
            : $"{founding.Name}~{line.Id.ToString()[..ShortId]}";
    }

    /// <summary>The line of that name; null with the reason when none or more than one fits.</summary>
    public static LineState? Find(StationMemory memory, string name, out (Refusal Why, string Detail) refused)
    {
        refused = default;
        foreach (var line in memory.Lines.Values)
        {
            if (HandleOf(memory, line) == name)
                return line;
        }

        List<LineState> found = [.. memory.Lines.Values.Where(l => l.Fold.Founding!.Name == name)];
        if (found.Count == 0 && name.Length >= ShortId)
            found = [.. memory.Lines.Values.Where(l => l.Id.ToString().StartsWith(name, StringComparison.Ordinal))];
        if (found.Count == 1)
            return found[0];
        refused = found.Count == 0
            ? (Refusal.UnknownLine, $"There is no line '{name}'. 'line list' names them.")
            : (Refusal.AmbiguousLine, $"'{name}' fits {found.Count} lines: {string.Join(", ", found.Select(l => HandleOf(memory, l)))}.");
        return null;
    }
}
