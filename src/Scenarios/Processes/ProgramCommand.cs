using System.Diagnostics;

namespace Parley.Scenarios.Processes;

/// <summary>How the program is called that runs stations: a file and what stands before the program's own arguments.</summary>
public sealed record ProgramCommand(string File, IReadOnlyList<string> Before)
{
    /// <summary>This process's own program, also when it was started through <c>dotnet</c>.</summary>
    /// <param name="assembly">The program's assembly file, for that case.</param>
    public static ProgramCommand OfThisProcess(string assembly)
    {
        var file = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(file).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? new ProgramCommand(file, [assembly])
            : new ProgramCommand(file, []);
    }

    /// <summary>Starts the program; what it writes is appended to a file. Its input is a pipe that nobody writes to, and that ends when this process does, however
    /// that comes about.</summary>
    internal Process Start(IEnumerable<string> arguments, string log)
    {
        var all = Before.Concat(arguments);
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(File, all)
            : new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", log, File, .. all]);
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        // What the person who plays has set is for other stations.
        foreach (var name in (string[])["PARLEY_TOKEN", "PARLEY_PASSPHRASE"])
            start.Environment.Remove(name);
        return Process.Start(start) ?? throw new IOException($"{File} did not start");
    }
}
