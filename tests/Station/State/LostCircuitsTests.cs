using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Circuits;
using Parley.Station.State;

namespace Parley.Station.Tests.State;

/// <summary>Which way is missed after its circuit went.</summary>
public sealed class LostCircuitsTests
{
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly Timestamp At = Timestamp.From(DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_way_that_we_dial_is_lost_until_it_is_open_again()
    {
        var lost = new LostCircuits();
        var one = new Named("tls://192.0.2.1:7101", Boreal);
        lost.Closed(one, [new Named("tls://192.0.2.2:7101", Boreal)], Astra, At);
        Assert.Equal(["tls://192.0.2.1:7101"], lost.All.Select(l => l.Key));
        lost.Opened(one);
        Assert.Empty(lost.All);
    }

    [Fact]
    public void One_that_another_took_the_place_of_is_not_lost()
    {
        var lost = new LostCircuits();
        lost.Closed(new Named("tls://192.0.2.1:7101", Boreal), [new Named("tls://192.0.2.1:7101", Boreal)], Astra, At);
        Assert.Empty(lost.All);
    }

    [Fact]
    public void Of_two_stations_the_dials_of_the_one_with_the_lower_id_are_missed_on_both_sides()
    {
        var lost = new LostCircuits();
        lost.Closed(new Named("tls://192.0.2.9:7101 from [192.0.2.1]:5000", Boreal), [], Astra, At);
        lost.Closed(new Named("tls://192.0.2.1:7101", Astra), [], Boreal, At);
        Assert.Empty(lost.All);
        lost.Closed(new Named("tls://192.0.2.9:7101 from [192.0.2.1]:5000", Astra), [], Boreal, At);
        Assert.Equal(["tls://192.0.2.9:7101"], lost.All.Select(l => l.Key));
        lost.Opened(new Named("tls://192.0.2.9:7101 from [192.0.2.1]:5001", Astra));
        Assert.Empty(lost.All);
    }

    [Fact]
    public void There_are_no_more_than_a_peer_has_addresses()
    {
        var lost = new LostCircuits();
        for (var i = 0; i < 2 * Parley.Lines.Bounds.Addresses; i++)
            lost.Closed(new Named($"tls://192.0.2.1:{i}", Boreal), [], Astra, At);
        Assert.Equal(Parley.Lines.Bounds.Addresses, lost.All.Count());
    }

    private sealed class Named(string name, PartyId peer) : ICircuit
    {
        public long Number => 1;

        public string Name => name;

        public PartyId Peer => peer;

        public bool TrySend(ReadOnlyMemory<byte> frame, Precedence precedence) => false;

        public void Close(CircuitEnd end)
        {
        }
    }
}
