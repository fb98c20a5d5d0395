using System.CommandLine;
using System.Globalization;
using Parley.Control.Stations;
using Parley.Station.Folders;
using Parley.Station.Storage;
using Parley.Storage.Sqlite;

namespace Parley.Cli.Commands;

/// <summary><c>parley backup</c> and <c>parley restore</c>. A backup is the store alone: keys and settings are kept apart.</summary>
internal static class BackupCommands
{
    private const string StoreName = "station.db";
    private const string InstanceName = "instance";

    private static readonly Argument<string> To = new("FILE")
    {
        Description = "The new file; on the station's machine, when the station runs.",
    };

    private static readonly Argument<string> From = new("FILE") { Description = "A file that 'parley backup' wrote." };

    public static Command BuildBackup() =>
        new Command("backup", "Copy the store to a new file, also while the station runs. Keep station.key and parley.json too; they " +
            "are not in it.")
            .Does([Common.Directory, To, Common.TokenFile], BackUp);

    public static Command BuildRestore() =>
        new Command("restore", "Put a backup in place of the store. The station speaks in a new generation afterwards, so that " +
            "nothing it said is said twice otherwise; peers bring back what the backup lacks.")
            .Does([From, Common.Folder], Restore);

    private static async Task BackUp(Invocation invocation)
    {
        var (place, file) = (invocation.Get(Common.Directory), Path.GetFullPath(invocation.Get(To)));
        if (await OpenStation.Running(place, invocation.Cancel) is not null)
        {
            await using var station = await OpenStation.ToSpeak(invocation);
            await invocation.Do(station.Control, new BackUp(file));
        }
        else
        {
            using var store = SqliteStore.OpenForReading(Invocation.Need(StationFolder.Open(place)).Path);
            store.Backup(file);
        }

        invocation.Screen.Line($"The store is copied to {file}.");
    }

    private static async Task Restore(Invocation invocation)
    {
        var (file, place) = (Path.GetFullPath(invocation.Get(From)), invocation.Get(Common.Folder));
        var folder = Invocation.Need(StationFolder.Open(place));
        if (await OpenStation.Running(place, invocation.Cancel) is not null)
            throw new CommandFault(ExitCode.Refused, $"the station in {place} runs; stop it first");
        RefuseWhenOpen(folder.Path);
        var incoming = Path.Combine(folder.Path, "restore");
        PrivateFile.MakeFolder(incoming);
        File.Copy(file, Path.Combine(incoming, StoreName), overwrite: true);
        using (var copy = SqliteStore.OpenForReading(incoming))
            copy.Load();
        var kept = SetAside(folder.Path);
        // Without it the station knows that its store is not the one it left.
        File.Delete(Path.Combine(folder.Path, InstanceName));
        File.Move(Path.Combine(incoming, StoreName), Path.Combine(folder.Path, StoreName));
        Directory.Delete(incoming, recursive: true);
        invocation.Screen.Line($"The store is that of {file}." + (kept is null ? "" : $" The one before is kept as {kept}."));
    }

    // A store that is damaged or missing is why people restore; one that is in use is not to be pulled away.
    private static void RefuseWhenOpen(string folder)
    {
        try
        {
            SqliteStore.Open(folder).Dispose();
        }
        catch (StoreFault e) when (e.Trouble is StoreTrouble.Corrupt or StoreTrouble.Missing or StoreTrouble.TooNew)
        {
            // Nobody holds it.
        }
    }

    private static string? SetAside(string folder)
    {
        var store = Path.Combine(folder, StoreName);
        if (!File.Exists(store))
            return null;
        var stamp = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var kept = $"{store}.before-{stamp}";
        foreach (var part in (string[])["-wal", "-shm", ""])
        {
            if (File.Exists(store + part))
                File.Move(store + part, kept + part);
        }

        return kept;
    }
}
