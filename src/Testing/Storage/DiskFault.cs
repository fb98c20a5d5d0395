namespace Parley.Testing.Storage;

/// <summary>What a <see cref="MemoryDisk"/> does with one commit.</summary>
public enum DiskFault
{
    /// <summary>It works.</summary>
    None,

    /// <summary>Nothing is written, and the store says Unavailable.</summary>
    NotPersisted,

    /// <summary>The change is written, and yet the store says Unavailable: the answer was lost, not the change.</summary>
    PersistedButFailed,

    /// <summary>Nothing is written, and the store says Full.</summary>
    Full,
}
