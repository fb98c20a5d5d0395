using System.Text.RegularExpressions;

namespace Parley.House.Tests.Sources;

/// <summary>What some code may not touch. <paramref name="Where"/> says which files the ban holds for, <paramref name="Pattern"/> what it is looked
/// for with, in code without comments and literals.</summary>
public sealed record Ban(string What, Func<SourceFile, bool> Where, string Pattern)
{
    private static readonly string[] Pure = ["Crypto", "Ledger", "Volumes", "Lines"];

    /// <summary>The files of Station with threads in them.</summary>
    private static readonly string[] Threads = ["src/Station/StationHost.cs", "src/Station/Entrance/HostEntrance.cs", "src/Station/Entrance/HostFace.cs"];

    public static IReadOnlyList<Ban> All { get; } =
    [
        new("the framework reference of the pure projects is there for System.Formats.Cbor alone", f => Pure.Contains(f.Project), @"\bMicrosoft\.AspNetCore\b"),
        new("Crypto alone calls System.Security.Cryptography", f => f.Project is not ("" or "Crypto" or "Circuits"), @"\bSystem\.Security\.Cryptography\b"),
        new(
            "of System.Security.Cryptography, Circuits may use X.509 types alone",
            f => f.Project == "Circuits",
            @"\bSystem\.Security\.Cryptography\b(?!\.X509Certificates\b)"),
        new(
            "the pure projects know no disk, network, process or console",
            f => Pure.Contains(f.Project),
            @"\b(System\.(IO|Net|Diagnostics\.Process)\b|(File|Directory|Path)\.[A-Z]\w+\(|Console\.|Socket\b|Environment\.)"),
        new(
            "time is passed in",
            f => f.Project.Length > 0,
            @"\b(DateTime(Offset)?\.(Now|UtcNow|Today)|Environment\.TickCount)"),
        new("only measurements have a stopwatch", f => f.Project.Length > 0 && !f.Path.StartsWith("src/Cli/Commands/Bench", StringComparison.Ordinal), @"\bStopwatch\b"),
        new(
            "no clock inside Crypto, Ledger, Volumes and Lines, not even one that is passed in",
            f => Pure.Contains(f.Project),
            @"\bTimeProvider\b"),
        new("chance is passed in", f => f.Project.Length > 0, @"\b(Guid\.NewGuid|Random\.Shared|new Random\b)"),
        new("no sleep", f => f.Path.StartsWith("src/", StringComparison.Ordinal) || f.Path.StartsWith("tests/", StringComparison.Ordinal), @"\bThread\.Sleep\b"),
        new(
            "the loop and what it calls have no threads, tasks or timers; StationHost.cs and the faces that it gives out have",
            f => (f.Project == "Lines" || f.Project == "Station") && !Threads.Contains(f.Path),
            @"\b(new Thread\b|Task\.(Run|Delay|WhenAny|WhenAll|Yield|Factory)|Parallel\.|ReadAllAsync|ConfigureAwait|CancelAsync|WaitAsync|" +
            @"File\.\w+Async|SemaphoreSlim|PeriodicTimer|Timer\b|BlockingCollection|Channel\.Create|ThreadPool|async )"),
        new(
            "no order of enumeration that differs between runs",
            f => f.Project is "Lines" or "Station",
            @"\bImmutable(Dictionary|HashSet)\b"),
        new("a banned symbol is not allowed back by a pragma", f => f.Project.Length > 0, @"#pragma warning disable.*\bRS0030\b"),
        new("no reflection serializer for signed bytes", f => Pure.Contains(f.Project), @"\bJsonSerializer\b"),
    ];
}

/// <summary>Looks for what is banned.</summary>
public static class Reach
{
    public static IReadOnlyList<string> Broken(IEnumerable<SourceFile> files, IReadOnlyList<Ban> bans)
    {
        var broken = new List<string>();
        foreach (var file in files)
        {
            var lines = CodeText.Of(file.Text).Split('\n');
            foreach (var ban in bans.Where(b => b.Where(file)))
            {
                for (var i = 0; i < lines.Length; i++)
                {
                    if (Regex.IsMatch(lines[i], ban.Pattern))
                        broken.Add($"{file.Path}:{i + 1}: {ban.What}");
                }
            }
        }

        return broken;
    }
}
