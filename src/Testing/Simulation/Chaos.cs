using Parley.Testing.Storage;

namespace Parley.Testing.Simulation;

/// <summary>What goes wrong outside the stations: paths cut and muted, processes killed, clocks moved, disks set back.</summary>
internal sealed class Chaos(SimulatedWorld world)
{
    private Dice Dice => world.Dice;

    public void Begin()
    {
        world.Every(world.Plan.MeanCut, () => Dice.Pick(world.Paths).Cut(Parley.Station.Circuits.CircuitEnd.Broken));
        world.Every(world.Plan.MeanMute, Mute);
        world.Every(world.Plan.MeanCrash, Crash);
        world.Every(world.Plan.MeanClockJump, Jump);
        if (world.Plan.Restore == RestoreKind.None)
            return;
        var backup = world.Plan.Chaos / 100 * Dice.Between(5, 60);
        var victim = Dice.Pick(world.Stations);
        world.Schedule.After(backup, () =>
        {
            var old = victim.Disk.Clone();
            world.Schedule.After(Dice.Between(1_000, (world.Plan.Chaos - backup) / 2), () => SetBack(victim, old));
        });
    }

    public void End()
    {
        foreach (var station in world.Stations)
            station.ClockError = 0;
        foreach (var path in world.Paths.Where(p => p.IsUp))
            (path.AtOne!.Mute, path.AtTwo!.Mute) = (false, false);
    }

    private void Mute()
    {
        var path = Dice.Pick(world.Paths);
        if (!path.IsUp)
            return;
        var end = Dice.Chance(0.5) ? path.AtOne! : path.AtTwo!;
        end.Mute = true;
        world.Schedule.After(Dice.Between(100, 30_000), () => end.Mute = false);
    }

    private void Crash()
    {
        var station = Dice.Pick(world.Stations);
        if (!station.IsUp)
            return;
        if (Dice.Chance(0.5))
        {
            station.DieAfterSends(Dice.Below(4));
            return;
        }

        station.Crash();
        world.Schedule.After(Dice.Between(100, 15_000), station.StartAgain);
    }

    private void Jump()
    {
        var station = Dice.Pick(world.Stations);
        station.ClockError = Dice.Chance(0.3) ? 0 : Dice.Between(-1, 1) * Dice.Pick<long>([500, 60_000, 3_600_000, 30L * 86_400_000]);
        world.Trace.Add(world.Schedule.Now, "clock jumps", station.Party.ToString());
    }

    private void SetBack(SimulatedStation station, MemoryDisk old)
    {
        if (station.IsUp)
            station.Crash();
        var unknown = world.Plan.Restore != RestoreKind.Noticed;
        station.SetBack(old, unknown);
        world.Trace.Add(world.Schedule.Now, "is set back", station.Party.ToString());
        Losses.Of(world, station);
        if (world.Plan.Restore == RestoreKind.UnnoticedQuiet)
        {
            station.IsQuiet = true;
            world.Schedule.After(1_500_000, () => station.IsQuiet = false);
        }

        world.Schedule.After(Dice.Between(100, 5_000), station.StartAgain);
    }
}
