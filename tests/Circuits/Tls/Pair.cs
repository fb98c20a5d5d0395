using Parley.Circuits.Tls;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tests.Tls;

/// <summary>Two stations' circuits on loopback, joined by one circuit; astra has the lower id and dials.</summary>
internal sealed class Pair : IDisposable
{
    /// <param name="through">Makes an address that leads to the given one, such as a proxy's.</param>
    public Pair(Func<string, string>? through = null, Recorder? astraEvents = null, Recorder? borealEvents = null)
    {
        (AstraEvents, BorealEvents) = (astraEvents ?? new Recorder(), borealEvents ?? new Recorder());
        BorealSide = Boreal.Listen(BorealEvents);
        AstraSide = new TlsCircuits(Astra.Key, Astra.Chain, [], AstraEvents, TestParty.Surroundings);
        var address = BorealSide.Listening[0];
        Address = through is null ? address : through(address);
        BorealSide.Apply(new CircuitPlan([Astra.At()]));
        AstraSide.Apply(new CircuitPlan([Boreal.At(Address)]));
        (AtAstra, AtBoreal) = (Recorder.Next(AstraEvents.OpenedOnes), Recorder.Next(BorealEvents.OpenedOnes));
    }

    public TestParty Astra { get; } = new("astra");

    public TestParty Boreal { get; } = new("boreal");

    public Recorder AstraEvents { get; }

    public Recorder BorealEvents { get; }

    public TlsCircuits AstraSide { get; }

    public TlsCircuits BorealSide { get; }

    public string Address { get; }

    public ICircuit AtAstra { get; }

    public ICircuit AtBoreal { get; }

    public void Dispose()
    {
        AstraSide.Dispose();
        BorealSide.Dispose();
        Assert.Empty(AstraEvents.Breaches);
        Assert.Empty(BorealEvents.Breaches);
    }
}
