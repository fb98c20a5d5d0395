using System.Diagnostics;

namespace Parley.Bench.Links;

/// <summary>How one circuit is emulated, each way.</summary>
/// <param name="Delay">Milliseconds.</param>
/// <param name="Loss">Percent of packets.</param>
/// <param name="Rate">Kilobits a second; 0: unlimited.</param>
internal sealed record LinkTerms(int Delay = 0, double Loss = 0, double Rate = 0, int Circuits = 1);

/// <summary>Two network namespaces with the names that the emulator expects, and emulated circuits between them. All of it goes when this
/// is disposed.</summary>
internal sealed class Spaces : IAsyncDisposable
{
    /// <summary>The namespaces of the first and the second station.</summary>
    public static readonly IReadOnlyList<string> Names = ["nsA", "nsB"];

    private const int Seed = 7;
    private static readonly TimeSpan Asking = TimeSpan.FromMilliseconds(20);
    private readonly List<Child> emulators = [];

    private Spaces()
    {
    }

    /// <summary>Why nothing can be measured here; null when it can.</summary>
    public static string? Missing(string? emulator)
    {
        if (emulator is null || !File.Exists(emulator))
            return "the link emulator is not there: give its file with --emulator PATH";
        if (!Environment.IsPrivilegedProcess)
            return "network namespaces need root";
        if (!File.Exists("/dev/net/tun"))
            return "there is no /dev/net/tun";
        if (!Try("ip", "-V") || !Try("python3", "--version"))
            return "iproute2 or python3 is not installed";
        return Names.Any(n => File.Exists($"/var/run/netns/{n}")) ? $"a namespace {string.Join(" or ", Names)} exists already, perhaps of another run" : null;
    }

    public static async Task<Spaces> Make(string emulator, LinkTerms terms)
    {
        var spaces = new Spaces();
        foreach (var name in Names)
        {
            Must("ip", "netns", "add", name);
            Must("ip", "-n", name, "link", "set", "lo", "up");
        }

        for (var i = 0; i < terms.Circuits; i++)
            spaces.emulators.Add(Child.Start(["python3", emulator, .. Words(terms, i)]));
        while (!Enumerable.Range(0, terms.Circuits).All(i => Names.All(n => Try("ip", "-n", n, "link", "show", "up", "dev", $"emu{i}"))))
        {
            if (spaces.emulators.Any(e => e.HasExited))
                throw new IOException("the link emulator has ended by itself");
            await Task.Delay(Asking);
        }

        return spaces;
    }

    /// <summary>The address of a station (0 or 1) on a circuit.</summary>
    public static string Address(int station, int circuit) => $"10.88.{circuit}.{station + 1}";

    /// <summary>A command as it is called in the namespace of a station.</summary>
    public static string[] Inside(int station, params IEnumerable<string> command) => ["ip", "netns", "exec", Names[station], .. command];

    public async ValueTask DisposeAsync()
    {
        foreach (var emulator in emulators)
            await emulator.DisposeAsync();
        foreach (var name in Names)
            Try("ip", "netns", "del", name);
    }

    private static string[] Words(LinkTerms terms, int circuit) =>
        [.. ((FormattableString[])[$"{terms.Delay}", $"{terms.Loss}", $"{terms.Rate}", $"{Seed + circuit}", $"{circuit}"]).Select(FormattableString.Invariant)];

    private static void Must(string program, params string[] words)
    {
        if (!Try(program, words))
            throw new IOException($"{program} {string.Join(' ', words)} failed");
    }

    private static bool Try(string program, params string[] words)
    {
        try
        {
            var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
