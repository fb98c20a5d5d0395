using Parley.Circuits.Tls;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Parties;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tests.Tls;

/// <summary>A party with real keys of suite 1.</summary>
internal sealed class TestParty
{
    private static readonly Timestamp From = new(1_700_000_000_000);

    public TestParty(string name)
    {
        Id = PartyId.Parse(name)!.Value;
        Key = SuiteOne.Instance.GenerateSigningKey();
        NextKey = SuiteOne.Instance.GenerateSigningKey();
        var card = new Card(
            Id, 1, CardStep.First, null, [new("en", name)], From, From + TimeSpan.FromDays(1), SuiteId.One, Key.PublicKey, Key.PublicKey,
            Digest.Of(NextKey.PublicKey), [1], [2], []);
        Chain = CardChain.Found(card, Key);
    }

    public PartyId Id { get; }

    public SigningKey Key { get; private set; }

    public SigningKey NextKey { get; private set; }

    public CardChain Chain { get; private set; }

    public static TlsSurroundings Surroundings { get; } =
        new(TimeProvider.System, () => 0.5, static id => id == SuiteId.One ? SuiteOne.Instance : null);

    /// <summary>The next key takes over.</summary>
    public void Rotate(bool revoke = false)
    {
        var (old, last) = (Key, Chain.Current);
        Key = NextKey;
        NextKey = SuiteOne.Instance.GenerateSigningKey();
        var card = last with
        {
            Version = last.Version + 1,
            Step = revoke ? CardStep.Revoke : CardStep.Rotate,
            Previous = last.Hash(),
            Key = Key.PublicKey,
            NextKey = Digest.Of(NextKey.PublicKey),
        };
        Chain = Chain.Extend(card, revoke ? null : old, Key);
    }

    public TlsCircuits Listen(Recorder events, TlsOptions? options = null, int listeners = 1) =>
        new(Key, Chain, [.. Enumerable.Repeat("tls://127.0.0.1:0", listeners)], events, Surroundings, options);

    public CircuitPeer At(params IReadOnlyList<string> addresses) => new(Id, Chain, addresses);
}
