using Parley.Station.Storage;

namespace Parley.Storage.Sqlite.Tests;

public class BackupTests
{
    [Fact]
    public void A_backup_taken_while_changes_are_committed_is_whole()
    {
        using var folder = new StoreFolder();
        using var store = SqliteStore.Create(folder.Path);
        for (var position = 1; position <= 200; position++)
            store.Commit(Sample.Change(position));
        var isDone = false;
        Exception? failure = null;
        var committing = new Thread(() => failure = Record.Exception(() =>
        {
            for (var position = 201; !Volatile.Read(ref isDone); position++)
                store.Commit(Sample.Change(position));
        }));
        committing.Start();

        var least = store.Load().Position;
        for (var copy = 0; copy < 5; copy++)
            store.Backup(Path.Combine(Directory.CreateDirectory(folder.Sub($"copy{copy}")).FullName, "station.db"));
        var greatest = store.Load().Position + 1;
        Volatile.Write(ref isDone, true);
        committing.Join();

        Assert.Null(failure);
        for (var copy = 0; copy < 5; copy++)
        {
            Assert.Empty(StoreCheck.CheckIntegrity(folder.Sub($"copy{copy}")));
            using var backup = SqliteStore.Open(folder.Sub($"copy{copy}"));
            var position = Sample.AssertWhole(backup);
            Assert.InRange(position, least, greatest);
            least = position;
            backup.Commit(Sample.Change(position + 1));
        }
    }

    [Fact]
    public void A_backup_is_one_file_that_replaces_nothing()
    {
        using var folder = new StoreFolder();
        using var store = SqliteStore.Create(folder.Path);
        store.Commit(Sample.Change(1));
        var target = Path.Combine(Directory.CreateDirectory(folder.Sub("copy")).FullName, "old.db");
        File.WriteAllText(target + ".partial", "what a crash left");

        store.Backup(target);

        Assert.Equal([target], Directory.GetFiles(folder.Sub("copy")));
        var bytes = File.ReadAllBytes(target);
        Assert.Equal(StoreTrouble.Conflict, Assert.Throws<StoreFault>(() => store.Backup(target)).Trouble);
        Assert.Equal(bytes, File.ReadAllBytes(target));
    }

    [Fact]
    public void A_backup_to_where_nothing_can_be_written_is_a_fault()
    {
        using var folder = new StoreFolder();
        using var store = SqliteStore.Create(folder.Path);

        var fault = Assert.Throws<StoreFault>(() => store.Backup(folder.Sub("none/copy.db")));

        Assert.Equal(StoreTrouble.Unavailable, fault.Trouble);
        store.Commit(Sample.Change(1));
    }
}
