using Parley.Station.Silence;

namespace Parley.Station.Tests.Silence;

/// <summary>Does a desk's tests and judgements when it is told to, and lets time pass second by second.</summary>
internal sealed class Clockwork : ISilenceWork
{
    private readonly Queue<StationInput> done = new();

    public bool IsOn { get; set; } = true;

    /// <summary>What is wrong with our own doors.</summary>
    public List<string> Broken { get; } = [];

    /// <summary>No test comes to its end.</summary>
    public bool TestsHang { get; set; }

    /// <summary>Tests that were asked for.</summary>
    public int Tests { get; private set; }

    public void TestCircuits()
    {
        Tests++;
        if (!TestsHang)
            done.Enqueue(new CircuitsTested([.. Broken]));
    }

    public void Weigh(SilenceReading reading) => done.Enqueue(new SilenceWeighed(reading.Read()));

    /// <summary>Gives a desk such work from its next process on, and starts that.</summary>
    public static Clockwork For(Desk desk)
    {
        var work = new Clockwork();
        desk.Work = work;
        desk.Start();
        return work;
    }

    public static void Pass(TimeSpan time, params Desk[] desks)
    {
        for (var second = 0; second < time.TotalSeconds; second++)
        {
            foreach (var desk in desks)
            {
                desk.Now += TimeSpan.FromSeconds(1);
                desk.Step();
                while (((Clockwork?)desk.Work)?.done.TryDequeue(out var input) == true)
                    desk.Step(input);
            }

            Desk.Exchange(desks);
        }
    }
}
