using System.Security.Cryptography.X509Certificates;
using Parley.Crypto;
using Parley.Lines.Parties;

namespace Parley.Circuits.Tls;

/// <summary>Which keys are accepted: the one of each planned peer's pinned chain, or one to which a chain leads that begins with the pinned
/// one. Names, dates and issuers of certificates mean nothing here; an expired card does not mute. Immutable.</summary>
internal sealed class Pins(IReadOnlyDictionary<PartyId, CardChain> chains, Func<SuiteId, Suite?> suites)
{
    /// <summary>Whose certificate it is; null when nobody's that is planned. TLS has proved that the other side holds the key.</summary>
    /// <param name="certificate">The certificate shown.</param>
    /// <param name="expected">The only party that may show it, or null for any that is planned.</param>
    public Shown? Find(X509Certificate2 certificate, PartyId? expected)
    {
        if (TlsCredential.PublicKeyOf(certificate) is not { } key)
            return null;
        var chain = TlsCredential.CardChainOf(certificate) is { } bytes ? CardChain.Parse(bytes) : null;
        foreach (var (party, pinned) in chains)
        {
            if (expected is { } only && only != party)
                continue;
            var isPinned = IsKeyOf(pinned, key);
            var newer = chain is not null && chain.Party == party && IsNewer(chain, pinned) && IsKeyOf(chain, key) && chain.Verify(suites)
                ? chain
                : null;
            if (isPinned || newer is not null)
                return new Shown(party, key, newer);
        }

        return null;
    }

    public bool Holds(PartyId party, byte[] key) => chains.TryGetValue(party, out var chain) && IsKeyOf(chain, key);

    /// <summary>The chain of that party; null when it is not planned.</summary>
    public CardChain? ChainOf(PartyId party) => chains.GetValueOrDefault(party);

    /// <summary>The same with a chain that follows from the one pinned.</summary>
    public Pins With(PartyId party, CardChain newer) =>
        chains.TryGetValue(party, out var pinned) && IsNewer(newer, pinned)
            ? new Pins(new Dictionary<PartyId, CardChain>(chains) { [party] = newer }, suites)
            : this;

    /// <summary>Whether <paramref name="chain"/> takes the place of <paramref name="pinned"/>.</summary>
    public static bool IsNewer(CardChain chain, CardChain pinned) => chain.Supersedes(pinned);

    private static bool IsKeyOf(CardChain chain, byte[] key) => chain.Current.Key.AsSpan().SequenceEqual(key);

    /// <summary>Who showed a certificate, with which key, and the chain when it goes on after the pinned one.</summary>
    public sealed record Shown(PartyId Party, byte[] Key, CardChain? Newer);
}
