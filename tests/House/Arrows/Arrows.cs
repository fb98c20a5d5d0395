using Parley.House.Tests.Projects;

namespace Parley.House.Tests.Arrows;

/// <summary>A row of the table of arrows in ARCHITECTURE.md.</summary>
/// <param name="Uses">Whom the project is built upon.</param>
/// <param name="Besides">Whom it refers to only because the signatures of those show their types.</param>
public sealed record ArrowRow(string Project, IReadOnlyList<string> Uses, IReadOnlyList<string> Besides)
{
    public static IReadOnlyList<ArrowRow> In(string architecture) =>
        [.. MarkdownTable.Under("Arrows", architecture).Select(c => new ArrowRow(c[0], MarkdownTable.List(c[1]), MarkdownTable.List(c[2])))];
}

/// <summary>Which project may refer to which. The design stands here, the table in ARCHITECTURE.md says how it is, and the project files must be like
/// both.</summary>
public static class ArrowRule
{
    private static readonly string[] All =
    [
        "Crypto", "Ledger", "Volumes", "Lines", "Control", "Station", "Storage.Sqlite", "Storage.PostgreSql", "Circuits", "Outlets", "Exchange", "Scenarios", "Api",
        "Console", "Cli",
    ];

    private static readonly string[] Pure = ["Crypto", "Ledger", "Volumes", "Lines"];

    public static IReadOnlyDictionary<string, string[]> Design { get; } = new Dictionary<string, string[]>
    {
        ["Crypto"] = [],
        ["Ledger"] = ["Crypto"],
        ["Volumes"] = [],
        ["Lines"] = ["Ledger", "Crypto", "Volumes"],
        ["Control"] = ["Lines"],
        ["Station"] = ["Control", "Lines", "Ledger", "Crypto", "Volumes"],
        ["Storage.Sqlite"] = ["Station", "Lines", "Ledger"],
        ["Storage.PostgreSql"] = ["Station", "Lines", "Ledger"],
        ["Circuits"] = ["Station", "Lines", "Crypto"],
        ["Outlets"] = ["Station", "Lines"],
        ["Exchange"] = ["Lines", "Volumes"],
        ["Scenarios"] = ["Station", "Control", "Lines"],
        ["Api"] = ["Control", "Lines"],
        ["Console"] = ["Control", "Lines"],
        ["Cli"] = All,
        ["Testing"] = All,
    };

    public static IReadOnlyList<string> Broken(
        IReadOnlyList<ArrowRow> rows, IReadOnlyList<ProjectFile> projects, IReadOnlyDictionary<string, string[]> design)
    {
        var broken = new List<string>();
        var sources = projects.Where(p => p.IsSource).ToList();
        broken.AddRange(sources.Select(p => p.Name).Except(rows.Select(r => r.Project)).Select(p => $"{p} has no row"));
        broken.AddRange(rows.Select(r => r.Project).Except(sources.Select(p => p.Name)).Select(p => $"{p} has a row and is not there"));
        foreach (var row in rows)
        {
            var allowed = design.TryGetValue(row.Project, out var known) ? known : [];
            broken.AddRange(row.Uses.Except(allowed).Select(u => $"{row.Project} -> {u} is no arrow of the design"));
            broken.AddRange(row.Besides.Except(Reached(row.Uses, design)).Select(b => $"{row.Project} -> {b}: none of its neighbours shows it"));
        }

        foreach (var project in sources)
        {
            var named = rows.Where(r => r.Project == project.Name).SelectMany(r => r.Uses.Concat(r.Besides)).ToList();
            var actual = project.References.Select(r => r.Split('/')[^2]).ToList();
            broken.AddRange(actual.Except(named).Select(a => $"{project.Name} refers to {a}; the table does not say so"));
            broken.AddRange(named.Except(actual).Select(n => $"{project.Name} does not refer to {n}; the table says so"));
            broken.AddRange(project.References.Where(r => !r.StartsWith("src/", StringComparison.Ordinal)).Select(r => $"{project.Name} refers to {r}"));
            if (Pure.Contains(project.Name))
                broken.AddRange(project.Packages.Select(p => $"{project.Name} is pure and takes the package {p}"));
        }

        return broken;
    }

    private static HashSet<string> Reached(IEnumerable<string> from, IReadOnlyDictionary<string, string[]> design)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>(from);
        while (next.TryPop(out var project))
        {
            if (reached.Add(project) && design.TryGetValue(project, out var more))
                Array.ForEach(more, next.Push);
        }

        return reached;
    }
}
