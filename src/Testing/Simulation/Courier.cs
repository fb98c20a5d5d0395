using Parley.Control;
using Parley.Control.Pouches;

namespace Parley.Testing.Simulation;

/// <summary>Carries pouches between stations: late, twice, in any order, or not at all, and sometimes with a damaged file.</summary>
internal sealed class Courier(SimulatedWorld world)
{
    public void Travel()
    {
        var from = world.Dice.Pick(world.Stations);
        var to = world.Dice.Pick(world.Stations);
        if (from == to || !from.IsUp)
            return;
        world.Officers.Ask(from, "ann", new ExportPouch(to.Party.ToString()), outcome =>
        {
            if (outcome is not Done<IReadOnlyList<PouchFile>> { Answer: var files })
                throw world.Failure($"{from.Party} refused a pouch for {to.Party}");
            foreach (var file in files)
                Carry(to, file);
        });
    }

    private void Carry(SimulatedStation to, PouchFile file)
    {
        if (world.Dice.Chance(0.2))
            return;
        for (var copies = world.Dice.Chance(0.2) ? 2 : 1; copies > 0; copies--)
            world.Schedule.After(world.Dice.Between(10, 30_000), () => Hand(to, file, world.Dice.Chance(0.1)));
    }

    private void Hand(SimulatedStation to, PouchFile file, bool damaged)
    {
        var bytes = (byte[])file.Bytes.Clone();
        if (damaged)
            bytes[world.Dice.Below(bytes.Length)] ^= (byte)(1 << world.Dice.Below(8));
        world.Officers.Ask(to, "ann", new ImportPouch(new PouchFile(file.Name, bytes)), outcome =>
        {
            if (damaged == outcome is Done<PouchImport>)
                throw world.Failure($"{to.Party} {(damaged ? "took a damaged" : "refused a sound")} pouch {file.Name}");
        });
    }
}
