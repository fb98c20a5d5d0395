using Parley.Crypto;
using Parley.Lines.Entries;
using Parley.Lines.GoodOffices;
using Parley.Lines.Parties;

namespace Parley.Station.Operations;

/// <summary>A relayed statement as a reader gets it: whose word he has for it.</summary>
internal static class RelayedText
{
    /// <param name="chains">Cards that are known here.</param>
    public static EntryText Of(
        Suite suite, IReadOnlyDictionary<PartyId, CardChain> chains, EntryHeader header, RelayedContent relayed, EntryText plain)
    {
        var claimed = $"CLAIMED by {header.Feed.Party}, who passes it on: ";
        if (relayed.Proof is not { } proof)
            return plain with { Text = claimed + plain.Text };
        var proved = proof.Verify(id => id == suite.Id ? suite : null);
        if (proved is not var (said, content) || EntryText.Of(said.Kind, content, said.Time) is not { } words || words.Text != relayed.Note.Text ||
            relayed.Speaker != said.Feed.Party.ToString() || said.Time != relayed.Said)
            return plain with { Text = "The proof that came with it does NOT hold. " + claimed + plain.Text };
        var known = chains.TryGetValue(said.Feed.Party, out var chain) && (chain.IsPrefixOf(proof.Chain) || proof.Chain.IsPrefixOf(chain))
            ? "whose card is known here"
            : $"whose card is NOT known here: compare {proof.Chain.DigitsToCompare}";
        return plain with { Text = $"SIGNED by {said.Feed.Party}, {known}; passed on by {header.Feed.Party}. {plain.Text}" };
    }
}
