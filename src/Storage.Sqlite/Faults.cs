using Microsoft.Data.Sqlite;
using Parley.Station.Storage;

namespace Parley.Storage.Sqlite;

/// <summary>The one place where errors of SQLite and of the file system become the store's own.</summary>
internal static class Faults
{
    // Primary result codes, https://www.sqlite.org/rescode.html.
    private const int Error = 1;
    private const int Perm = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int NotADatabase = 26;

    // EWOULDBLOCK of Linux and of macOS, and the sharing violation of Windows: somebody else holds the lock.
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020)];

    /// <summary>The store's fault for an error of SQLite; null for one that only a mistake in this project can cause.</summary>
    public static StoreFault? Of(SqliteException error)
    {
        var code = error.SqliteErrorCode;
        return code switch
        {
            Full => new StoreFault(StoreTrouble.Full, "The disk of the store is full.", error),
            Busy or Locked => new StoreFault(StoreTrouble.Unavailable, "The store is locked by another program.", error),
            IoError or ReadOnly or CannotOpen or Perm =>
                new StoreFault(StoreTrouble.Unavailable, $"The store cannot be read or written now: {error.Message}", error),
            Corrupt or NotADatabase =>
                new StoreFault(StoreTrouble.Corrupt, $"The store's file is damaged; restore it from a backup: {error.Message}", error),
            // Every statement was compiled against this schema in tests: if it does not compile here, the tables are not ours.
            Error => new StoreFault(StoreTrouble.Corrupt, $"The store's tables are not what was written: {error.Message}", error),
            Constraint => new StoreFault(StoreTrouble.Conflict, $"The change does not fit what is stored: {error.Message}", error),
            _ => null,
        };
    }

    /// <summary>The store's fault for an error of the file system while the lock was taken or a file was made.</summary>
    public static StoreFault Of(IOException error) => HeldElsewhere.Contains(error.HResult)
        ? new StoreFault(StoreTrouble.InUse, "Another process has the store open.", error)
        : new StoreFault(StoreTrouble.Unavailable, $"The store's folder cannot be used now: {error.Message}", error);

    /// <summary>The same for a file that may not be touched.</summary>
    public static StoreFault Of(UnauthorizedAccessException error) =>
        new(StoreTrouble.Unavailable, $"The store's folder may not be used: {error.Message}", error);

    /// <summary>Runs what may meet any of these errors.</summary>
    public static T Translated<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException error) when (Of(error) is { } fault)
        {
            throw fault;
        }
        catch (IOException error)
        {
            throw Of(error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw Of(error);
        }
    }
}
