using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Parley.Station.Storage;

namespace Parley.Storage.Sqlite.Tests;

/// <summary>Every trouble a store can be in, and that it goes on where it was when the trouble is over.</summary>
public class TroubleTests
{
    [Fact]
    public void A_locked_store_is_unavailable_and_goes_on_when_the_lock_is_gone()
    {
        using var folder = new StoreFolder();
        using var store = SqliteStore.Create(folder.Path);
        store.Commit(Sample.Change(1));
        using (var other = folder.Connect())
        {
            StoreFolder.Execute(other, "BEGIN IMMEDIATE");
            Assert.Equal(StoreTrouble.Unavailable, Assert.Throws<StoreFault>(() => store.Commit(Sample.Change(2))).Trouble);
            Assert.Equal(1, Sample.AssertWhole(store));
            StoreFolder.Execute(other, "ROLLBACK");
        }

        store.Commit(Sample.Change(2));
        Assert.Equal(2, Sample.AssertWhole(store));
    }

    [Fact]
    public void A_locked_store_cannot_be_opened_yet()
    {
        using var folder = new StoreFolder();
        SqliteStore.Create(folder.Path).Dispose();
        using (var other = folder.Connect())
        {
            StoreFolder.Execute(other, "BEGIN IMMEDIATE");
            Assert.Equal(StoreTrouble.Unavailable, Assert.Throws<StoreFault>(() => SqliteStore.Open(folder.Path)).Trouble);
            StoreFolder.Execute(other, "ROLLBACK");
        }

        SqliteStore.Open(folder.Path).Dispose();
    }

    [Fact]
    public void A_full_disk_loses_nothing()
    {
        using var folder = new StoreFolder();
        using var disk = SmallDisk.TryMount(folder.Sub("small"));
        Assert.SkipWhen(disk is null, "a small disk can be mounted by root on Linux only");
        using var store = SqliteStore.Create(disk.Path);
        var position = FillUntilFull(store);
        var ballast = disk.Sub("ballast");

        Assert.Equal(position, Sample.AssertWhole(store));
        Assert.Equal(StoreTrouble.Full, Assert.Throws<StoreFault>(() => store.Commit(Sample.Change(position + 1, 20_000))).Trouble);
        File.Delete(ballast);
        store.Commit(Sample.Change(position + 1, 20_000));

        Assert.Equal(position + 1, Sample.AssertWhole(store));
        store.Dispose();
        using var again = SqliteStore.Open(disk.Path);
        Assert.Equal(position + 1, Sample.AssertWhole(again));

        long FillUntilFull(SqliteStore filled)
        {
            File.WriteAllBytes(disk.Sub("ballast"), new byte[4 << 20]);
            for (var next = 1L; ; next++)
            {
                if (Record.Exception(() => filled.Commit(Sample.Change(next, 20_000))) is not { } failure)
                    continue;
                Assert.Equal(StoreTrouble.Full, Assert.IsType<StoreFault>(failure).Trouble);
                return next - 1;
            }
        }
    }

    [Fact]
    public void A_file_that_may_not_grow_is_full_and_loses_nothing()
    {
        using var folder = new StoreFolder();
        using (var store = SqliteStore.Create(folder.Path))
            store.Commit(Sample.Change(1));
        using (var limited = Limited(folder.Database, pages: 40))
        {
            var writer = new Writer(limited);
            var position = 1L;
            var failure = default(Exception);
            while (failure is null)
            {
                failure = Record.Exception(() => writer.Commit(Sample.Change(position + 1)));
                position += failure is null ? 1 : 0;
            }

            Assert.Equal(StoreTrouble.Full, Faults.Of(Assert.IsType<SqliteException>(failure))?.Trouble);
            StoreFolder.Execute(limited, "PRAGMA max_page_count = 1000000");
            writer.Commit(Sample.Change(position + 1));
        }

        using var again = SqliteStore.Open(folder.Path);
        Assert.True(Sample.AssertWhole(again) > 2);
    }

    [Fact]
    public void A_damaged_file_is_named_as_such()
    {
        using var folder = new StoreFolder();
        using (var store = SqliteStore.Create(folder.Path))
        {
            for (var position = 1; position <= 50; position++)
                store.Commit(Sample.Change(position));
        }

        // Everything but the first page, which says what file it is.
        var bytes = File.ReadAllBytes(folder.Database);
        bytes.AsSpan(8192).Fill(0x5a);
        File.WriteAllBytes(folder.Database, bytes);

        var fault = Assert.Throws<StoreFault>(() => SqliteStore.Open(folder.Path));
        Assert.Equal(StoreTrouble.Corrupt, fault.Trouble);
        Assert.Contains("damaged", fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(StoreCheck.CheckIntegrity(folder.Path));
    }

    [Fact]
    public void A_damaged_head_is_named_as_such()
    {
        using var folder = new StoreFolder();
        SqliteStore.Create(folder.Path).Dispose();
        var bytes = File.ReadAllBytes(folder.Database);
        bytes.AsSpan(0, 100).Fill(0x5a);
        File.WriteAllBytes(folder.Database, bytes);

        Assert.Equal(StoreTrouble.Corrupt, Assert.Throws<StoreFault>(() => SqliteStore.Open(folder.Path)).Trouble);
    }

    [Fact]
    public void A_damaged_place_is_named_as_such()
    {
        using var folder = new StoreFolder();
        using var store = SqliteStore.Create(folder.Path);
        store.Commit(Sample.Change(1));
        folder.Execute("UPDATE entries SET place = x'01' WHERE id = (SELECT max(id) FROM entries)");

        var fault = Assert.Throws<StoreFault>(() => store.Entry(Sample.Feed, Sample.EntriesPerChange - 1));

        Assert.Equal(StoreTrouble.Corrupt, fault.Trouble);
    }

    [Fact]
    public void A_second_process_is_refused_and_the_lock_ends_with_the_first()
    {
        using var folder = new StoreFolder();
        SqliteStore.Create(folder.Path).Dispose();
        using (var holder = OtherProcess.Start(HoldingProcess.Verb, folder.Path))
        {
            Assert.Equal("open", holder.StandardOutput.ReadLine());
            Assert.Equal(StoreTrouble.InUse, Assert.Throws<StoreFault>(() => SqliteStore.Open(folder.Path)).Trouble);
            Assert.Equal(StoreTrouble.InUse, Assert.Throws<StoreFault>(() => SqliteStore.Create(folder.Path)).Trouble);
            holder.Kill();
            holder.WaitForExit();
        }

        SqliteStore.Open(folder.Path).Dispose();
    }

    [Fact]
    public void A_writer_whose_store_was_taken_over_writes_nothing_more()
    {
        using var folder = new StoreFolder();
        using var store = SqliteStore.Create(folder.Path);
        store.Commit(Sample.Change(1));
        // Another opener that the lock did not stop, as on a file system without locks.
        folder.Execute("UPDATE store SET term = term + 1");

        var fault = Assert.Throws<StoreFault>(() => store.Commit(Sample.Change(2)));

        Assert.Equal(StoreTrouble.Conflict, fault.Trouble);
        Assert.Contains("opened anew", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, Sample.AssertWhole(store));
    }

    private static SqliteConnection Limited(string file, int pages)
    {
        var connection = Connections.ForWriting(file);
        Connections.MakeDurable(connection);
        StoreFolder.Execute(connection, $"PRAGMA max_page_count = {pages}");
        return connection;
    }

    /// <summary>A file system of a few mebibytes.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private SmallDisk(string path) => Path = path;

        public string Path { get; }

        public static SmallDisk? TryMount(string path)
        {
            if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
                return null;
            Directory.CreateDirectory(path);
            return Run("mount", "-t", "tmpfs", "-o", "size=8m", "parley-test", path) ? new SmallDisk(path) : null;
        }

        public string Sub(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose() => Run("umount", "-l", Path);

        private static bool Run(string program, params string[] arguments)
        {
            using var process = Process.Start(program, arguments);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
