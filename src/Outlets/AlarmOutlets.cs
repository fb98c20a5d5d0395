using System.Threading.Channels;
using Parley.Lines.Alarms;
using Parley.Station.Alarms;
using Parley.Station.Folders;

namespace Parley.Outlets;

/// <summary>The outlets of a station, each with a worker of its own: one that hangs delays itself alone. Of each kind of alarm one ring waits at most, the newest; the
/// weightiest rings first.</summary>
public sealed class AlarmOutlets : IAlarmOutlets, IDisposable
{
    private readonly Dictionary<string, Worker> workers;
    private readonly CancellationTokenSource stop = new();
    private Action<AlarmReport> report = static _ => { };

    internal AlarmOutlets(IReadOnlyList<IOutlet> outlets, TimeProvider time)
    {
        All = [.. outlets.Select(o => o.About)];
        workers = outlets.ToDictionary(o => o.About.Name, o => new Worker(o, time, r => report(r), stop.Token), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public IReadOnlyList<AlarmOutlet> All { get; }

    /// <summary>What the settings set up; without any, the bell where there is a terminal.</summary>
    /// <param name="folder">The station's folder, where token files are looked for.</param>
    /// <param name="terminal">Where the bell is; null: the station runs in no terminal.</param>
    public static AlarmOutlets Of(IReadOnlyList<OutletSettings>? settings, string folder, TextWriter? terminal, TimeProvider time)
    {
        settings ??= terminal is null ? [] : [new OutletSettings(OutletSettings.Bell, OutletSettings.Bell)];
        return new AlarmOutlets([.. settings.Select(s => Of(s, folder, terminal))], time);
    }

    /// <inheritdoc/>
    public void ReportTo(Action<AlarmReport> take) => report = take;

    /// <inheritdoc/>
    public void Ring(AlarmRing ring, IReadOnlyList<string> outlets)
    {
        foreach (var name in outlets)
            workers[name].Add(ring);
    }

    /// <summary>What rings now is ended.</summary>
    public void Dispose()
    {
        stop.Cancel();
        foreach (var worker in workers.Values)
            worker.Dispose();
        stop.Dispose();
    }

    private static IOutlet Of(OutletSettings settings, string folder, TextWriter? terminal)
    {
        var timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds);
        return settings.Kind switch
        {
            OutletSettings.Bell => new BellOutlet(settings.Name, timeout, terminal),
            OutletSettings.OfCommand => new CommandOutlet(settings.Name, settings.Command!, timeout),
            _ => new WebhookOutlet(
                settings.Name, new Uri(settings.Url!), settings.TokenFile is { } file ? Path.GetFullPath(file, folder) : null, settings.Anywhere, timeout),
        };
    }

    private sealed class Worker : IDisposable
    {
        private readonly IOutlet outlet;
        private readonly TimeProvider time;
        private readonly Action<AlarmReport> report;
        private readonly CancellationToken stop;
        private readonly Lock gate = new();
        private readonly SortedDictionary<AlarmKind, AlarmRing> waiting = [];
        private readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public Worker(IOutlet outlet, TimeProvider time, Action<AlarmReport> report, CancellationToken stop)
        {
            (this.outlet, this.time, this.report, this.stop) = (outlet, time, report, stop);
            _ = Task.Run(Work, CancellationToken.None);
        }

        public void Add(AlarmRing ring)
        {
            lock (gate)
            {
                // The level that was asked for before is not lost with its ring.
                waiting[ring.Kind] = waiting.TryGetValue(ring.Kind, out var before) && before.Level > ring.Level ? ring with { Level = before.Level } : ring;
            }

            signal.Writer.TryWrite(true);
        }

        public void Dispose()
        {
            signal.Writer.TryComplete();
            (outlet as IDisposable)?.Dispose();
        }

        private AlarmRing? Next()
        {
            lock (gate)
            {
                foreach (var (kind, ring) in waiting)
                {
                    waiting.Remove(kind);
                    return ring;
                }
            }

            return null;
        }

        private async Task Work()
        {
            Task<string?>? stuck = null;
            await foreach (var _ in signal.Reader.ReadAllAsync(CancellationToken.None))
            {
                while (!stop.IsCancellationRequested && Next() is { } ring)
                {
                    if (stuck is { IsCompleted: false })
                    {
                        report(new AlarmReport(outlet.About.Name, ring, "it has not come back from a ring before"));
                        continue;
                    }

                    (var failure, stuck) = await Ring(ring);
                    if (!stop.IsCancellationRequested)
                        report(new AlarmReport(outlet.About.Name, ring, failure));
                }
            }
        }

        // A terminal that is held, for one, lets a write wait for ever.
        private async Task<(string? Failure, Task<string?> Ringing)> Ring(AlarmRing ring)
        {
            var ringing = Task.Run(() => outlet.Ring(ring, stop), CancellationToken.None);
            try
            {
                return (await ringing.WaitAsync(outlet.Timeout + Bounds.Grace, time, CancellationToken.None), ringing);
            }
            catch (TimeoutException)
            {
                return ("it does not come back", ringing);
            }
#pragma warning disable CA1031 // Whatever an outlet throws, it has failed, and the others go on.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                return ($"it failed: {fault.GetType().Name}", ringing);
            }
        }
    }
}
