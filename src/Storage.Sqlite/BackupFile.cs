using Microsoft.Data.Sqlite;
using Parley.Station.Storage;

namespace Parley.Storage.Sqlite;

/// <summary>A whole copy of the store in one file, written while the station runs. The copy is made beside the target under another name
/// and renamed when it is on the disk: a crash leaves no file that looks like a backup and is none.</summary>
internal static class BackupFile
{
    /// <param name="source">A reading connection: the copy is of the one change that it sees first, and writers are not held up.</param>
    /// <param name="file">The target.</param>
    /// <exception cref="StoreFault">The file exists or cannot be written.</exception>
    public static void Write(SqliteConnection source, string file)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target))
            throw new StoreFault(StoreTrouble.Conflict, $"{target} exists; a backup replaces nothing.");
        var partial = target + ".partial";
        File.Delete(partial);
        using (var copy = Connections.ForCreating(partial))
        {
            source.BackupDatabase(copy);
            // A file that needs no log beside it: it can be read from a medium that cannot be written.
            using var single = new Statement(copy, "PRAGMA journal_mode = DELETE");
            single.Run();
        }

        using (var written = File.OpenHandle(partial, FileMode.Open, FileAccess.ReadWrite))
            RandomAccess.FlushToDisk(written);
        File.Move(partial, target, overwrite: false);
        Folders.Flush(Path.GetDirectoryName(target) ?? target);
    }
}
