using Microsoft.Data.Sqlite;
using Parley.Station.Storage;

namespace Parley.Storage.Sqlite;

/// <summary>The one connection that writes. Each commit compares the position and the term that it finds with those that it expects: the
/// term is raised by whoever opens the store, so that a writer who lost the store without noticing writes nothing more.</summary>
internal sealed class Writer : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly FactWriter facts;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly Statement advance;
    private readonly long term;

    /// <summary>Takes the store over: raises its term. The connection is the writer's from here on.</summary>
    public Writer(SqliteConnection connection)
    {
        this.connection = connection;
        facts = new FactWriter(connection);
        begin = new Statement(connection, "BEGIN IMMEDIATE");
        commit = new Statement(connection, "COMMIT");
        rollback = new Statement(connection, "ROLLBACK");
        advance = new Statement(
            connection, "UPDATE store SET position = $position WHERE position = $position - 1 AND term = $term", "$position", "$term");
        term = TakeOver();
    }

    // The term stands twice, in the row and in the file's head: no signature covers it, so a check compares the two.
    private long TakeOver()
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var takeOver = new Statement(connection, "UPDATE store SET term = term + 1 RETURNING term");
        var taken = takeOver.Number() ?? throw new StoreFault(StoreTrouble.Corrupt, "The store has lost its own row.");
        using var mirror = new Statement(connection, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA user_version = {taken}"));
        mirror.Run();
        transaction.Commit();
        return taken;
    }

    /// <summary>The change, wholly or not at all.</summary>
    public void Commit(StationChange change)
    {
        var committed = false;
        begin.Run();
        try
        {
            // A crash anywhere before the commit is in the log leaves the store as it was; after it, the whole change.
            if (advance.Run(change.Position, term) == 0)
                throw Refusal(change.Position);
            foreach (var fact in change.Facts)
                facts.Write(fact);
            commit.Run();
            committed = true;
        }
        finally
        {
            if (!committed)
                Abandon();
        }
    }

    public void Dispose()
    {
        facts.Dispose();
        foreach (var statement in (ReadOnlySpan<Statement>)[begin, commit, rollback, advance])
            statement.Dispose();
        connection.Dispose();
    }

    private StoreFault Refusal(long wanted)
    {
        using var state = new Statement(connection, "SELECT position, term FROM store");
        using var row = state.Read();
        if (!row.Read())
            return new StoreFault(StoreTrouble.Corrupt, "The store has lost its own row.");
        return row.GetInt64(1) != term
            ? new StoreFault(StoreTrouble.Conflict, "The store was opened anew by another process; this one must stop.")
            : new StoreFault(StoreTrouble.Conflict, $"Change {wanted} does not follow: the store is at {row.GetInt64(0)}.");
    }

    private void Abandon()
    {
        facts.Forget();
        // Some errors, a full disk among them, end the transaction by themselves.
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            rollback.Run();
    }
}
