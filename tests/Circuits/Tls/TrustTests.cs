using Parley.Circuits.Tls;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tests.Tls;

public sealed class TrustTests
{
    private readonly TestParty _astra = new("astra");
    private readonly TestParty _boreal = new("boreal");
    private readonly Recorder _astraEvents = new();
    private readonly Recorder _borealEvents = new();

    [Fact]
    public void An_unknown_key_is_refused()
    {
        using var boreal = _boreal.Listen(_borealEvents);
        boreal.Apply(new CircuitPlan([_astra.At()]));
        using var stranger = Dialer(new TestParty("astra"));
        stranger.Apply(new CircuitPlan([_boreal.At(boreal.Listening[0])]));
        Assert.Equal(CircuitEnd.UnknownKey, Recorder.Next(_borealEvents.Refusals).End);
        Assert.Equal(CircuitEnd.HandshakeFailed, Recorder.Next(_astraEvents.Refusals).End);
        Assert.Empty(_borealEvents.OpenedOnes);
    }

    [Fact]
    public void Nobody_is_let_in_before_a_plan()
    {
        using var boreal = _boreal.Listen(_borealEvents);
        using var astra = Dialer(_astra);
        astra.Apply(new CircuitPlan([_boreal.At(boreal.Listening[0])]));
        Assert.Equal(CircuitEnd.UnknownKey, Recorder.Next(_borealEvents.Refusals).End);
    }

    [Fact]
    public void Another_planned_party_at_the_address_dialed_is_refused()
    {
        var cygnus = new TestParty("cygnus");
        using var boreal = _boreal.Listen(_borealEvents);
        using var astra = Dialer(_astra);
        boreal.Apply(new CircuitPlan([_astra.At()]));
        astra.Apply(new CircuitPlan([cygnus.At(boreal.Listening[0]), _boreal.At()]));
        Assert.Equal(CircuitEnd.UnknownKey, Recorder.Next(_astraEvents.Refusals).End);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chain_that_goes_on_after_the_pinned_one_is_accepted_and_told(bool revoke)
    {
        using var boreal = _boreal.Listen(_borealEvents);
        boreal.Apply(new CircuitPlan([_astra.At()]));
        _astra.Rotate(revoke);
        using var astra = Dialer(_astra);
        astra.Apply(new CircuitPlan([_boreal.At(boreal.Listening[0])]));
        var (party, chain) = Recorder.Next(_borealEvents.Seen);
        Assert.Equal(_astra.Id, party);
        Assert.Equal(_astra.Chain.Encode(), chain.Encode());
        Assert.Equal(_astra.Id, Recorder.Next(_borealEvents.OpenedOnes).Peer);
    }

    [Fact]
    public void A_key_before_the_pinned_one_is_refused_and_its_circuits_end()
    {
        using var boreal = _boreal.Listen(_borealEvents);
        boreal.Apply(new CircuitPlan([_astra.At()]));
        using var astra = Dialer(_astra);
        astra.Apply(new CircuitPlan([_boreal.At(boreal.Listening[0])]));
        Recorder.Next(_borealEvents.OpenedOnes);
        _astra.Rotate(revoke: true);
        boreal.Apply(new CircuitPlan([_astra.At()]));
        Assert.Equal(CircuitEnd.UnknownKey, Recorder.Next(_borealEvents.Ends).End);
        Assert.Equal(CircuitEnd.UnknownKey, Recorder.Next(_borealEvents.Refusals).End);

        astra.Present(_astra.Key, _astra.Chain);
        Assert.Equal(_astra.Id, Recorder.Next(_borealEvents.OpenedOnes).Peer);
    }

    [Fact]
    public void A_chain_seen_stays_pinned_when_an_older_plan_is_applied()
    {
        var before = _astra.At();
        using var boreal = _boreal.Listen(_borealEvents);
        boreal.Apply(new CircuitPlan([before]));
        var (oldKey, oldChain) = (_astra.Key, _astra.Chain);
        _astra.Rotate(revoke: true);
        using (var astra = Dialer(_astra))
        {
            astra.Apply(new CircuitPlan([_boreal.At(boreal.Listening[0])]));
            Recorder.Next(_borealEvents.Seen);
        }

        boreal.Apply(new CircuitPlan([before]));
        using var thief = new TlsCircuits(oldKey, oldChain, [], new Recorder(), TestParty.Surroundings);
        thief.Apply(new CircuitPlan([_boreal.At(boreal.Listening[0])]));
        Assert.Equal(CircuitEnd.UnknownKey, Recorder.Next(_borealEvents.Refusals).End);
    }

    [Fact]
    public void Circuits_of_a_peer_no_longer_planned_end()
    {
        using var pair = new Pair();
        pair.BorealSide.Apply(new CircuitPlan([]));
        Assert.Equal(CircuitEnd.Stopped, Recorder.Next(pair.BorealEvents.Ends).End);
        Assert.Equal(CircuitEnd.ClosedByPeer, Recorder.Next(pair.AstraEvents.Ends).End);
        Assert.Equal(CircuitEnd.UnknownKey, Recorder.Next(pair.BorealEvents.Refusals).End);
    }

    private TlsCircuits Dialer(TestParty party) => new(party.Key, party.Chain, [], _astraEvents, TestParty.Surroundings);
}
