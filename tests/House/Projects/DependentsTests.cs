namespace Parley.House.Tests.Projects;

/// <summary>The kit is for tests: nothing that is delivered is built upon it.</summary>
public sealed class DependentsTests
{
    [Fact]
    public void Nothing_delivered_refers_to_the_kit() => Assert.Empty(OnTheKit(Repository.Projects.Select(ProjectFile.Parse)));

    [Fact]
    public void What_refers_to_the_kit_is_found() => Assert.Equal(
        ["src/Cli/Cli.csproj"],
        OnTheKit([new("src/Cli/Cli.csproj", ["src/Testing/Testing.csproj"], [], []), new("tests/Cli/Cli.Tests.csproj", ["src/Testing/Testing.csproj"], [], [])]));

    private static IEnumerable<string> OnTheKit(IEnumerable<ProjectFile> projects) =>
        projects.Where(p => p.IsSource && p.References.Contains("src/Testing/Testing.csproj")).Select(p => p.Path);
}
