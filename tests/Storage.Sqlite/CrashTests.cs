using System.Globalization;

namespace Parley.Storage.Sqlite.Tests;

public class CrashTests
{
    private const int Kills = 20;

    [Fact]
    public void What_was_said_to_be_committed_is_there_after_every_kill()
    {
        using var folder = new StoreFolder();
        SqliteStore.Create(folder.Path).Dispose();
        var last = 0L;

        for (var kill = 0; kill < Kills; kill++)
        {
            // Killed after 1, 2, 4, 7 ... further positions: early ones hit the opening, late ones the write-ahead log's way back.
            var said = CommitAndKill(folder.Path, last + 1 + kill * (kill + 1) / 2);

            using var store = SqliteStore.Open(folder.Path);
            var position = Sample.AssertWhole(store);
            Assert.True(position >= said, $"position {said} was said to be committed, and the store is at {position}");
            // The process may have been killed between a commit and its saying so, and no more than one.
            Assert.True(position <= said + 1, $"the store is at {position}, and only {said} was said");
            store.Commit(Sample.Change(position + 1));
            last = position + 1;
        }

        Assert.Empty(StoreCheck.CheckIntegrity(folder.Path));
    }

    /// <summary>Runs the committing process until it has said <paramref name="until"/>, and kills it; the last position it said.</summary>
    private static long CommitAndKill(string folder, long until)
    {
        using var process = OtherProcess.Start(CommittingProcess.Verb, folder);
        var said = 0L;
        while (said < until && process.StandardOutput.ReadLine() is { } line)
            said = long.Parse(line, CultureInfo.InvariantCulture);
        process.Kill();
        // What it said before the kill and nobody has read yet. A line that was cut short is none.
        var rest = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        foreach (var line in rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            said = long.Parse(line, CultureInfo.InvariantCulture);
        Assert.True(said >= until, $"the process ended by itself after {said}");
        return said;
    }
}
