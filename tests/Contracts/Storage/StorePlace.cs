using Parley.Station.Storage;
using Parley.Storage.Sqlite;
using Parley.Testing.Storage;

namespace Parley.Contracts.Tests.Storage;

/// <summary>Where one kind of store can be opened again and again within a test.</summary>
public abstract class StorePlace : IDisposable
{
    /// <summary>Opens the store; the first time it is new and empty.</summary>
    public abstract IStationStore Open();

    /// <summary>A name for <see cref="IStationStore.Backup"/>.</summary>
    public abstract string BackupName { get; }

    /// <summary>Opens what was backed up under <see cref="BackupName"/>.</summary>
    public abstract IStationStore OpenBackup();

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>Every implementer of the contract. One that is missing here fails <see cref="RegistryTests"/>.</summary>
public static class StoreRegistry
{
    public const string Memory = nameof(MemoryStore);
    public const string Sqlite = nameof(SqliteStore);

    public static TheoryData<string> Names => [Memory, Sqlite];

    public static StorePlace Place(string name) => name switch
    {
        Memory => new MemoryPlace(),
        Sqlite => new SqlitePlace(),
        _ => throw new ArgumentException($"No store is called {name}.", nameof(name)),
    };
}

internal sealed class MemoryPlace : StorePlace
{
    private readonly MemoryDisk disk = new();

    public override string BackupName => "backup";

    public override IStationStore Open() => MemoryStore.Open(disk);

    public override IStationStore OpenBackup() =>
        MemoryStore.Open(disk.Restore(BackupName) ?? throw new InvalidOperationException("No backup was written."));
}

internal sealed class SqlitePlace : StorePlace
{
    private readonly string folder = Directory.CreateTempSubdirectory("parley-store-").FullName;

    public SqlitePlace() => Directory.CreateDirectory(BackupFolder);

    public override string BackupName => Path.Combine(BackupFolder, "station.db");

    private string BackupFolder => Path.Combine(folder, "backup");

    public override IStationStore Open() =>
        File.Exists(Path.Combine(folder, "station.db")) ? SqliteStore.Open(folder) : SqliteStore.Create(folder);

    public override IStationStore OpenBackup() => SqliteStore.Open(BackupFolder);

    public override void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        base.Dispose();
    }
}
