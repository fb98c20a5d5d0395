namespace Parley.Testing.Simulation;

/// <summary>An adversary on a circuit: says again what was said before, there or elsewhere, whole, cut short, damaged or made up.</summary>
internal sealed class Meddler(SimulatedWorld world)
{
    private const int Kept = 400;
    private readonly List<byte[]> heard = [];

    public void Hear(ReadOnlyMemory<byte> frame)
    {
        if (world.Plan.MeanMeddling == 0)
            return;
        if (heard.Count < Kept)
            heard.Add(frame.ToArray());
        else
            heard[world.Dice.Below(Kept)] = frame.ToArray();
    }

    public void Meddle()
    {
        var path = world.Dice.Pick(world.Paths);
        if (heard.Count == 0 || !path.IsUp)
            return;
        var end = world.Dice.Chance(0.5) ? path.AtOne! : path.AtTwo!;
        var frame = (byte[])world.Dice.Pick(heard).Clone();
        switch (world.Dice.Below(5))
        {
            case 0:
                frame = frame[..world.Dice.Below(frame.Length)];
                break;
            case 1 or 2:
                for (var flips = 1 + world.Dice.Below(3); flips > 0; flips--)
                    frame[world.Dice.Below(frame.Length)] ^= (byte)(1 << world.Dice.Below(8));
                break;
            case 3 when world.Dice.Chance(0.3):
                frame = new byte[1 + world.Dice.Below(300)];
                for (var i = 0; i < frame.Length; i++)
                    frame[i] = (byte)world.Dice.Below(i == 0 ? 7 : 256);
                break;
        }

        end.Owner.Receive(end, frame);
    }
}
