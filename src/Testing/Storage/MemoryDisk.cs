using Parley.Station.Storage;

namespace Parley.Testing.Storage;

/// <summary>What survives a crash of a simulated station: opened by one <see cref="MemoryStore"/> at a time, faulty on demand, copied as an
/// old backup would be.</summary>
public sealed class MemoryDisk
{
    private readonly Dictionary<string, MemoryDisk> backups = new(StringComparer.Ordinal);
    private readonly DiskContents contents;
    private long term;
    private bool isOpen;

    public MemoryDisk()
        : this(new DiskContents())
    {
    }

    private MemoryDisk(DiskContents contents) => this.contents = contents;

    /// <summary>Asked at every commit that would otherwise succeed; null: nothing ever fails.</summary>
    public Func<StationChange, DiskFault>? Plan { get; set; }

    /// <summary>Number of changes that are on the disk, whatever was reported.</summary>
    public long Position
    {
        get
        {
            lock (Gate)
                return contents.Position;
        }
    }

    internal Lock Gate { get; } = new();

    /// <summary>The process that has the disk open dies: every later call to its store is refused, and the disk can be opened
    /// again.</summary>
    public void Crash()
    {
        lock (Gate)
        {
            term++;
            isOpen = false;
        }
    }

    /// <summary>A copy of what is on the disk now, not open, without plan or backups.</summary>
    public MemoryDisk Clone()
    {
        lock (Gate)
            return new MemoryDisk(contents.Copy());
    }

    /// <summary>A disk with what <see cref="IStationStore.Backup"/> wrote under the name; null when it wrote none.</summary>
    public MemoryDisk? Restore(string file)
    {
        lock (Gate)
            return backups.GetValueOrDefault(file)?.Clone();
    }

    /// <summary>Opens for one store; its term.</summary>
    internal long Open()
    {
        lock (Gate)
        {
            if (isOpen)
                throw new StoreFault(StoreTrouble.InUse, "The disk is open; crash it first.");
            isOpen = true;
            return ++term;
        }
    }

    internal void Close(long openedAs)
    {
        lock (Gate)
        {
            if (openedAs == term)
                isOpen = false;
        }
    }

    /// <summary>What is on the disk, for the store that has it open. The caller holds the gate.</summary>
    internal DiskContents For(long openedAs) => openedAs == term && isOpen
        ? contents
        : throw new StoreFault(StoreTrouble.Conflict, "This store was lost in a crash.");

    internal void Commit(long openedAs, StationChange change)
    {
        lock (Gate)
        {
            var disk = For(openedAs);
            disk.Check(change);
            var fault = Plan?.Invoke(change) ?? DiskFault.None;
            if (fault is DiskFault.None or DiskFault.PersistedButFailed)
                disk.Apply(change);
            switch (fault)
            {
                case DiskFault.NotPersisted or DiskFault.PersistedButFailed:
                    throw new StoreFault(StoreTrouble.Unavailable, $"The disk failed at change {change.Position}, as planned.");
                case DiskFault.Full:
                    throw new StoreFault(StoreTrouble.Full, $"The disk is full at change {change.Position}, as planned.");
            }
        }
    }

    internal void Backup(long openedAs, string file)
    {
        lock (Gate)
        {
            if (!backups.TryAdd(file, new MemoryDisk(For(openedAs).Copy())))
                throw new StoreFault(StoreTrouble.Conflict, $"{file} exists; a backup replaces nothing.");
        }
    }
}
