namespace Parley.House.Tests.Projects;

public sealed class SolutionTests
{
    private static readonly ProjectFile Lines = ProjectFile.Parse(new SourceFile(
        "src/Lines/Lines.csproj",
        "<Project><ItemGroup><PackageReference Include=\"A\" Version=\"1\" /><ProjectReference Include=\"../Crypto/Crypto.csproj\" /></ItemGroup></Project>"));

    [Fact]
    public void The_solution_is_whole() => Assert.Empty(Solution.Broken(
        Repository.File("Parley.slnx").Text,
        [.. Repository.Projects.Select(ProjectFile.Parse)],
        [.. Repository.All.Select(f => f.Path)]));

    [Fact]
    public void What_is_missing_is_found()
    {
        Assert.Equal(["src/Crypto/Crypto.csproj"], Lines.References);
        Assert.Equal(
            [
                "src/Lines/Lines.csproj is not in Parley.slnx",
                "src/Gone/Gone.csproj is in Parley.slnx and not there",
                "src/Lines has no packages.lock.json",
                "src/Lines has no Bounds.cs",
                "src/Lines/Lines.csproj: the version of A stands in Directory.Packages.props",
            ],
            Solution.Broken("<Project Path=\"src/Gone/Gone.csproj\" />", [Lines], []));
    }

    [Fact]
    public void What_is_there_is_left_alone() => Assert.Empty(Solution.Broken(
        "<Project Path=\"src/Lines/Lines.csproj\" />", [Lines with { VersionedPackages = [] }], ["src/Lines/packages.lock.json", "src/Lines/Bounds.cs"]));
}
