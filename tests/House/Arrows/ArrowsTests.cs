using Parley.House.Tests.Projects;

namespace Parley.House.Tests.Arrows;

public sealed class ArrowsTests
{
    private static readonly Dictionary<string, string[]> Design = new() { ["Crypto"] = [], ["Ledger"] = ["Crypto"], ["Lines"] = ["Ledger"] };

    private const string Table = """
        # House
        ## Arrows
        Words before it.

        | project | arrows | besides |
        |---|---|---|
        | Crypto | - | - |
        | Ledger | Crypto | - |
        | Lines | Ledger | Crypto |

        | another | table |
        ## Next
        """;

    [Fact]
    public void Project_files_and_the_table_agree_with_the_design() => Assert.Empty(ArrowRule.Broken(
        ArrowRow.In(Repository.File("ARCHITECTURE.md").Text), [.. Repository.Projects.Select(ProjectFile.Parse)], ArrowRule.Design));

    [Fact]
    public void The_design_has_no_circle()
    {
        var done = new HashSet<string>();
        while (ArrowRule.Design.Keys.FirstOrDefault(p => !done.Contains(p) && ArrowRule.Design[p].All(u => u == p || done.Contains(u))) is { } next)
            done.Add(next);
        Assert.Equal(ArrowRule.Design.Keys.Order(), done.Order());
    }

    [Fact]
    public void What_agrees_is_left_alone() => Assert.Empty(ArrowRule.Broken(ArrowRow.In(Table), Good(), Design));

    [Fact]
    public void A_reference_that_the_table_lacks_is_found() => Assert.Equal(
        ["Crypto refers to Lines; the table does not say so"],
        ArrowRule.Broken(ArrowRow.In(Table), [Project("Crypto", "Lines"), .. Good().Skip(1)], Design));

    [Fact]
    public void A_row_that_is_not_so_is_found() => Assert.Equal(
        ["Ledger does not refer to Crypto; the table says so"],
        ArrowRule.Broken(ArrowRow.In(Table), [Good()[0], Project("Ledger"), Good()[2]], Design));

    [Fact]
    public void An_arrow_that_the_design_lacks_is_found()
    {
        var table = Table.Replace("| Crypto | - | - |", "| Crypto | Lines | - |", StringComparison.Ordinal);
        Assert.Equal(
            ["Crypto -> Lines is no arrow of the design"],
            ArrowRule.Broken(ArrowRow.In(table), [Project("Crypto", "Lines"), .. Good().Skip(1)], Design));
    }

    [Fact]
    public void A_reference_for_which_no_neighbour_is_a_reason_is_found()
    {
        var table = Table.Replace("| Crypto | - | - |", "| Crypto | - | Ledger |", StringComparison.Ordinal);
        Assert.Equal(
            ["Crypto -> Ledger: none of its neighbours shows it"],
            ArrowRule.Broken(ArrowRow.In(table), [Project("Crypto", "Ledger"), .. Good().Skip(1)], Design));
    }

    [Fact]
    public void Rows_and_projects_without_the_other_are_found() => Assert.Equal(
        ["Volumes has no row", "Lines has a row and is not there"],
        ArrowRule.Broken(ArrowRow.In(Table), [.. Good().Take(2), Project("Volumes")], Design));

    [Fact]
    public void A_pure_project_takes_no_package() => Assert.Equal(
        ["Crypto is pure and takes the package Some.Library"],
        ArrowRule.Broken(ArrowRow.In(Table), [Good()[0] with { Packages = ["Some.Library"] }, .. Good().Skip(1)], Design));

    private static ProjectFile[] Good() => [Project("Crypto"), Project("Ledger", "Crypto"), Project("Lines", "Ledger", "Crypto")];

    private static ProjectFile Project(string name, params string[] references) =>
        new($"src/{name}/{name}.csproj", [.. references.Select(r => $"src/{r}/{r}.csproj")], [], []);
}
