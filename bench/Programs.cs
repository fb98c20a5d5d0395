using Parley.Cli;
using Parley.Scenarios.Processes;

namespace Parley.Bench;

/// <summary>How the bench calls the program that it measures, and itself.</summary>
internal static class Programs
{
    /// <summary><c>parley</c>, from beside this assembly.</summary>
    public static string[] Parley(params IEnumerable<string> words) => Of(typeof(ParleyProgram).Assembly.Location, words);

    public static string[] Bench(params IEnumerable<string> words) => Of(typeof(Programs).Assembly.Location, words);

    // Both run by the dotnet host: the bench has no start program of the other's name.
    private static string[] Of(string assembly, IEnumerable<string> words)
    {
        var host = ProgramCommand.OfThisProcess(assembly);
        return host.Before.Count > 0 ? [host.File, .. host.Before, .. words] : ["dotnet", assembly, .. words];
    }
}
