using Parley.Station.Storage;

namespace Parley.Storage.Sqlite;

/// <summary>Holds a store's folder for one process. The runtime takes an exclusive advisory lock (flock) with the file, which ends with the
/// process however it dies; the file itself stays, because removing it would let two processes lock two files of one name.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream file;

    private StoreLock(FileStream file) => this.file = file;

    /// <exception cref="StoreFault">InUse when another holder lives.</exception>
    public static StoreLock Take(string folder) => Faults.Translated(() =>
        new StoreLock(new FileStream(Path.Combine(folder, "station.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)));

    public void Dispose() => file.Dispose();
}
