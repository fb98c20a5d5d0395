namespace Parley.House.Tests.Road;

public sealed class RoadTableTests
{
    private static readonly SourceFile[] Sources = [.. Repository.CSharp.Where(f => f.Project.Length > 0)];

    private static string Architecture => Repository.File("ARCHITECTURE.md").Text;

    [Fact]
    public void The_road_is_as_the_table_says() => Assert.Empty(RoadTable.Broken(Architecture, Sources));

    [Fact]
    public void A_method_that_is_gone_is_found() => Assert.Contains(
        "there is no Outbound.Release",
        Assert.Single(RoadTable.Broken(Architecture, [.. Sources.Select(f => Renamed(f, "Outbound", " Release(", " Free("))])));

    [Fact]
    public void A_stage_that_is_gone_is_found() => Assert.Contains(
        RoadTable.Broken(Architecture, [.. Sources.Select(f => Renamed(f, "ReleasedMessage", "class ReleasedMessage", "class FreedMessage"))]),
        b => b.EndsWith("there is no type ReleasedMessage", StringComparison.Ordinal));

    [Fact]
    public void A_step_without_a_row_is_found()
    {
        var lines = Architecture.Split('\n').Where(l => !l.StartsWith("| 9 |", StringComparison.Ordinal));
        Assert.StartsWith("the road has the steps", Assert.Single(RoadTable.Broken(string.Join('\n', lines), Sources)));
    }

    [Fact]
    public void A_road_file_that_does_not_name_its_steps_is_found() => Assert.Equal(
        ["the head of Inbound.cs does not name step 8"],
        RoadTable.Broken(Architecture, [.. Sources.Select(f => Renamed(f, "Inbound", "//   8 ", "//   "))]));

    private static SourceFile Renamed(SourceFile file, string name, string from, string to) =>
        file.Name == name ? file with { Text = file.Text.Replace(from, to, StringComparison.Ordinal) } : file;
}
