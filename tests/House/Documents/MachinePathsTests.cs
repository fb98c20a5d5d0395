namespace Parley.House.Tests.Documents;

public sealed class MachinePathsTests
{
    private const string Slash = "/";

    [Fact]
    public void No_file_names_a_place_on_one_machine() => Assert.Empty(MachinePaths.Broken(Repository.All));

    [Theory]
    [InlineData("see " + Slash + "home/me/parley")]
    [InlineData("`" + Slash + "work/x`")]
    [InlineData("DIR=" + Slash + "tmp/x")]
    public void A_place_on_one_machine_is_found(string text) => Assert.Single(MachinePaths.Broken([new SourceFile("README.md", text)]));

    [Theory]
    [InlineData("/var/lib/parley and /etc/parley/passphrase")]
    [InlineData("https://astra.example/home/x")]
    public void A_generic_place_is_left_alone(string text) => Assert.Empty(MachinePaths.Broken([new SourceFile("README.md", text)]));
}
