using System.Diagnostics;
using System.Globalization;
using Parley.Station.Folders;

namespace Parley.Outlets.Tests;

/// <summary>A real program is started.</summary>
public sealed class CommandOutletTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parley-test-").FullName;

    [Fact]
    public async Task It_gets_its_own_arguments_and_the_ring_and_nothing_of_the_stations_secrets()
    {
        Environment.SetEnvironmentVariable("PARLEY_PASSPHRASE", "a secret of this test");
        var seen = Path.Combine(folder, "seen");
        Assert.Null(await Ring($"printf '%s\\n' \"$@\" > {seen}; env >> {seen}", "one two"));

        var lines = await File.ReadAllLinesAsync(seen);
        Assert.Equal("one two", lines[0]);
        Assert.Equal(
            ["AT=2027-01-15T08:00:00.000Z", "COUNT=3", "KIND=flash", "LEVEL=deputy", "STATION=boreal"],
            lines.Where(l => l.StartsWith("PARLEY", StringComparison.Ordinal)).Select(l => l["PARLEY_ALARM_".Length..]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("a secret of this test", string.Join('\n', lines));
    }

    [Fact]
    public async Task What_it_prints_does_not_hold_it_up() => Assert.Null(await Ring("i=0; while [ $i -lt 9000 ]; do echo 'a line that fills the pipe'; i=$((i+1)); done"));

    [Fact]
    public async Task How_it_fails_is_said()
    {
        Assert.Equal("it ended with exit code 3", await Ring("exit 3"));
        var none = new CommandOutlet("x", [Path.Combine(folder, "no-such-program")], TimeSpan.FromSeconds(5));
        Assert.StartsWith("it does not start", await none.Ring(Rings.Flash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_that_does_not_end_is_ended_with_all_that_it_started()
    {
        var pid = Path.Combine(folder, "pid");
        var slow = new CommandOutlet("slow", ["/bin/sh", "-c", $"sleep 600 & echo $! > {pid}; wait"], TimeSpan.FromSeconds(1));
        Assert.Equal("it did not end within 1 s", await slow.Ring(Rings.Flash, TestContext.Current.CancellationToken));
        var started = int.Parse(await File.ReadAllTextAsync(pid, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        for (var tries = 0; tries < 200 && IsAlive(started); tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(IsAlive(started));
    }

    [Theory]
    [InlineData("siren", "command", "/bin/true", true)]
    [InlineData("siren", "command", "true", false)]
    [InlineData("siren", "command", null, false)]
    [InlineData("Siren", "command", "/bin/true", false)]
    [InlineData("bell", "bell", null, true)]
    [InlineData("bell", "bell", "/bin/true", false)]
    [InlineData("bell", "horn", null, false)]
    public void Settings_are_checked(string name, string kind, string? program, bool sound) =>
        Assert.Equal(sound, OutletSettings.FaultOf([new OutletSettings(name, kind, program is null ? null : [program])]) is null);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Task<string?> Ring(string script, params string[] arguments) =>
        new CommandOutlet("siren", ["/bin/sh", "-c", script, "siren", .. arguments], TimeSpan.FromSeconds(20)).Ring(Rings.Flash, TestContext.Current.CancellationToken);

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
