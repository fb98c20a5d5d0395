using Parley.Station.Storage;

namespace Parley.Storage.Sqlite;

/// <summary>Reading connections for queries from any thread; a query takes one, and the idle ones are kept.</summary>
/// <param name="file">The store's file.</param>
/// <param name="isSnapshot">All queries see the store as the first one saw it: one connection serves them, one at a time.</param>
internal sealed class Readers(string file, bool isSnapshot = false) : IDisposable
{
    private readonly Lock oneAtATime = new();
    private readonly Reader? snapshot = isSnapshot ? new Reader(file, isSnapshot: true) : null;
    private readonly Lock gate = new();
    private readonly Stack<Reader> idle = new();
    private bool disposed;

    /// <summary>Runs a query on a connection of its own.</summary>
    /// <exception cref="StoreFault">Any error of the store.</exception>
    public T Query<T>(Func<Reader, T> query) => Faults.Translated(() =>
    {
        if (snapshot is not null)
        {
            lock (oneAtATime)
                return query(snapshot);
        }

        var reader = Take();
        var done = false;
        try
        {
            var result = query(reader);
            done = true;
            return result;
        }
        finally
        {
            // A connection that met an error is not used again.
            if (!done || !TryKeep(reader))
                reader.Dispose();
        }
    });

    public void Dispose()
    {
        snapshot?.Dispose();
        lock (gate)
        {
            disposed = true;
            while (idle.TryPop(out var reader))
                reader.Dispose();
        }
    }

    private Reader Take()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (idle.TryPop(out var reader))
                return reader;
        }

        return new Reader(file);
    }

    private bool TryKeep(Reader reader)
    {
        lock (gate)
        {
            if (disposed || idle.Count == Bounds.IdleReaders)
                return false;
            idle.Push(reader);
            return true;
        }
    }
}
