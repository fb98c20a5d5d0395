using System.Threading.Channels;
using Parley.Lines.Alarms;
using Parley.Station.Alarms;
using Parley.Station.Folders;

namespace Parley.Outlets.Tests;

/// <summary>One outlet that hangs or throws delays and hides no other.</summary>
public sealed class AlarmOutletsTests
{
    private readonly Channel<AlarmReport> reports = Channel.CreateUnbounded<AlarmReport>();

    [Fact]
    public async Task Each_ring_is_reported_whatever_becomes_of_the_others()
    {
        var hanging = new ScriptedOutlet("hanging");
        using var outlets = Of(
            hanging,
            new ScriptedOutlet("good", _ => null),
            new ScriptedOutlet("bad", _ => "broken"),
            new ScriptedOutlet("throws", _ => throw new FormatException()));
        outlets.Ring(Rings.Flash, ["hanging", "good", "bad", "throws"]);

        var seen = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < 3; i++)
            await Report(seen);
        Assert.Equal(["broken", null, "it failed: FormatException"], seen.Values);
        hanging.Free(null);
        await Report(seen);
        Assert.Null(seen["hanging"]);
    }

    [Fact]
    public async Task Rings_that_wait_become_one_a_kind_the_newest_at_the_highest_level_and_the_weightiest_goes_first()
    {
        var outlet = new ScriptedOutlet("slow");
        using var outlets = Of(outlet);
        outlets.Ring(Rings.Flash with { Count = 1 }, ["slow"]);
        await outlet.Rang.Reader.ReadAsync(TestContext.Current.CancellationToken);
        outlets.Ring(Rings.Flash with { Kind = AlarmKind.Test }, ["slow"]);
        outlets.Ring(Rings.Flash with { Count = 2, Level = AlarmLevel.Supervisor }, ["slow"]);
        outlets.Ring(Rings.Flash with { Count = 3, Level = AlarmLevel.Watch }, ["slow"]);
        outlets.Ring(Rings.Flash with { Kind = AlarmKind.Alert }, ["slow"]);
        var next = new List<AlarmRing>();
        for (var i = 0; i < 3; i++)
        {
            outlet.Free(null);
            next.Add(await outlet.Rang.Reader.ReadAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal([AlarmKind.Alert, AlarmKind.Flash, AlarmKind.Test], next.Select(r => r.Kind));
        Assert.Equal((3, AlarmLevel.Supervisor), (next[1].Count, next[1].Level));
        outlet.Free(null);
    }

    [Fact]
    public async Task One_that_never_comes_back_has_failed_and_so_have_the_rings_behind_it()
    {
        using var outlets = Of(new ScriptedOutlet("stuck") { Timeout = TimeSpan.FromMilliseconds(1) - Bounds.Grace });
        outlets.Ring(Rings.Flash, ["stuck"]);
        Assert.Equal("it does not come back", (await reports.Reader.ReadAsync(TestContext.Current.CancellationToken)).Failure);
        outlets.Ring(Rings.Flash, ["stuck"]);
        Assert.Equal("it has not come back from a ring before", (await reports.Reader.ReadAsync(TestContext.Current.CancellationToken)).Failure);
    }

    [Fact]
    public async Task The_bell_of_the_terminal_is_there_without_any_setting()
    {
        using var terminal = new StringWriter();
        using var outlets = AlarmOutlets.Of(null, "/", terminal, TimeProvider.System);
        outlets.ReportTo(r => reports.Writer.TryWrite(r));
        outlets.Ring(Rings.Flash, ["bell"]);
        Assert.Null((await reports.Reader.ReadAsync(TestContext.Current.CancellationToken)).Failure);
        Assert.StartsWith("\a", terminal.ToString());
        Assert.Contains("3 unread FLASH, for deputy", terminal.ToString());
    }

    [Fact]
    public async Task Without_a_terminal_there_is_no_bell_and_one_that_was_set_up_fails()
    {
        using var none = AlarmOutlets.Of(null, "/", null, TimeProvider.System);
        Assert.Empty(none.All);
        using var outlets = AlarmOutlets.Of(
            [
                new OutletSettings("bell", "bell"),
                new OutletSettings("siren", "command", ["/bin/true"]),
                new OutletSettings("pager", "webhook", Url: "http://127.0.0.1:1/x?y"),
            ],
            "/",
            null,
            TimeProvider.System);
        outlets.ReportTo(r => reports.Writer.TryWrite(r));
        outlets.Ring(Rings.Flash, ["bell"]);
        Assert.Equal("the station does not run in a terminal", (await reports.Reader.ReadAsync(TestContext.Current.CancellationToken)).Failure);
        Assert.Equal(["bell the terminal of 'parley run'", "command /bin/true", "webhook http://127.0.0.1:1"], outlets.All.Select(o => $"{o.Kind} {o.Where}"));
    }

    private AlarmOutlets Of(params IOutlet[] outlets)
    {
        var all = new AlarmOutlets(outlets, TimeProvider.System);
        all.ReportTo(r => reports.Writer.TryWrite(r));
        return all;
    }

    private async Task Report(SortedDictionary<string, string?> seen)
    {
        var report = await reports.Reader.ReadAsync(TestContext.Current.CancellationToken);
        seen[report.Outlet] = report.Failure;
    }

    /// <summary>Fails or rings as the test says; without a script, when the test frees it.</summary>
    private sealed class ScriptedOutlet(string name, Func<AlarmRing, string?>? script = null) : IOutlet
    {
        private readonly Channel<string?> freed = Channel.CreateUnbounded<string?>();

        public Channel<AlarmRing> Rang { get; } = Channel.CreateUnbounded<AlarmRing>();

        public AlarmOutlet About { get; } = new(name, "test", "");

        public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

        public void Free(string? failure) => freed.Writer.TryWrite(failure);

        public async Task<string?> Ring(AlarmRing ring, CancellationToken cancel)
        {
            Rang.Writer.TryWrite(ring);
            return script is not null ? script(ring) : await freed.Reader.ReadAsync(CancellationToken.None);
        }
    }
}
