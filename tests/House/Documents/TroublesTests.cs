using Parley.Control;
using Parley.Station.Circuits;
using Parley.Station.Frames;
using Parley.Station.Storage;

namespace Parley.House.Tests.Documents;

public sealed class TroublesTests
{
    private static string Document => Repository.File("docs/operating/troubleshooting.md").Text;

    [Fact]
    public void Every_trouble_is_explained()
    {
        Assert.Empty(Troubles.Broken<StoreTrouble>("The store", Document));
        Assert.Empty(Troubles.Broken<CircuitEnd>("A circuit ended", Document));
        Assert.Empty(Troubles.Broken<FrameRefusal>("A frame was refused", Document));
        Assert.Empty(Troubles.Broken<Refusal>("A command was refused", Document));
    }

    [Fact]
    public void What_is_not_explained_is_found() => Assert.Equal(
        ["Shade: darkGrey is not explained", "Shade: there is no pink"],
        Troubles.Broken<Shade>("Shades", "## Shades\n| name | meaning |\n|---|---|\n| `white` | all |\n| `pink` | some |\n| `darkGrey` | |\n"));

    private enum Shade
    {
        White,
        DarkGrey,
    }
}
