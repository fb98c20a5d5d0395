namespace Parley.Storage.Sqlite;

/// <summary>Every bound of this project, with its unit.</summary>
internal static class Bounds
{
    /// <summary>Bytes of a database page: seven entries of common size. Chosen by measuring 4, 8 and 16 KiB.</summary>
    public const int PageSize = 8 * 1024;

    /// <summary>Pages in the write-ahead log at which a commit moves them into the database: 16 MiB.</summary>
    public const int WalPages = 2048;

    /// <summary>Bytes to which the write-ahead log is cut back after it had to grow, because a long read held it.</summary>
    public const int WalSize = 64 * 1024 * 1024;

    /// <summary>Seconds that a statement waits for a lock that somebody else holds before it is refused.</summary>
    public const int LockSeconds = 1;

    /// <summary>Reading connections kept open between queries.</summary>
    public const int IdleReaders = 8;

    /// <summary>Bits of an entry's key that hold its index; those above hold the number of its feed. A million million entries of one
    /// feed do not fit on any disk, and indexes come without gaps, so the bound cannot be met.</summary>
    public const int IndexBits = 40;

    /// <summary>Findings of one kind that a check lists.</summary>
    public const int Findings = 100;
}
