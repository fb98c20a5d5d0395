using System.Diagnostics;

namespace Parley.Storage.Sqlite.Tests;

/// <summary>This program, started again with a verb.</summary>
internal static class OtherProcess
{
    public static Process Start(string verb, string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Parley.Storage.Sqlite.Tests");
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? program + ".exe" : program)
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(verb);
        start.ArgumentList.Add(folder);
        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }
}

/// <summary>Commits until it is killed, and says each position after the commit has returned.</summary>
internal static class CommittingProcess
{
    public const string Verb = "commit-until-killed";

    public static int Run(string folder)
    {
        using var store = SqliteStore.Open(folder);
        while (true)
        {
            var change = Sample.Change(store.Load().Position + 1);
            store.Commit(change);
            Console.WriteLine(change.Position);
        }
    }
}

/// <summary>Holds a store open until it is told to end.</summary>
internal static class HoldingProcess
{
    public const string Verb = "hold";

    public static int Run(string folder)
    {
        using var store = SqliteStore.Open(folder);
        Console.WriteLine("open");
        Console.ReadLine();
        return 0;
    }
}
