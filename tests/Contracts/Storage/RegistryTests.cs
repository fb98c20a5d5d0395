using Parley.Station.Storage;
using Parley.Storage.Sqlite;
using Parley.Testing.Storage;

namespace Parley.Contracts.Tests.Storage;

public class RegistryTests
{
    [Fact]
    public void Every_store_is_under_contract()
    {
        var stores = new[] { typeof(SqliteStore).Assembly, typeof(MemoryStore).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsAbstract && typeof(IStationStore).IsAssignableFrom(type))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);

        Assert.Equal(stores, StoreRegistry.Names.Select(row => row.Data).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_place_opens_the_store_that_it_is_named_after()
    {
        foreach (var name in StoreRegistry.Names.Select(row => row.Data))
        {
            using var place = StoreRegistry.Place(name);
            using var store = place.Open();
            Assert.Equal(name, store.GetType().Name);
        }
    }
}
