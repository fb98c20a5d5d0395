using Parley.Control;

namespace Parley.House.Tests.Sources;

public sealed class DispatchedTests
{
    [Fact]
    public void Every_operation_is_done() => Assert.Empty(
        Dispatched.Broken([.. Catalogue.All.Select(e => e.Operation.Name)], Repository.File("src/Station/Operations/Dispatch.cs").Text));

    [Fact]
    public void Every_operation_there_is_stands_in_the_catalogue()
    {
        var all = typeof(Operation).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(Operation)));
        Assert.Empty(all.Except(Catalogue.All.Select(e => e.Operation)));
        Assert.Equal(Catalogue.All.Count, Catalogue.All.Select(e => e.Name).Distinct().Count());
        Assert.All(Catalogue.All, e => Assert.NotEqual(Roles.None, e.AnyOf));
    }

    [Fact]
    public void What_is_left_out_is_found() => Assert.Equal(
        ["LeaveLine is in the catalogue and nobody does it", "OldWay is done and not in the catalogue"],
        Dispatched.Broken(["AddPeer", "ListPeers", "LeaveLine"], "AddPeer add => Peers.Add(add),\nListPeers => x,\n// LeaveLine leave => y,\nOldWay => z,\n"));
}
