using System.Formats.Cbor;
using System.Text;
using Parley.Crypto;

namespace Parley.Lines.Parties;

/// <summary>A card with its signatures: by the key in force before it where there was one and it is still trusted, and by its own key.</summary>
public sealed record SignedCard(Card Card, byte[]? PreviousSignature, byte[] Signature);

/// <summary>All of a party's cards from the first, each proved by the one before. Whoever trusts one of its cards can follow to the last.
/// Exchanged as a text file: a first line <c>parley-card/1 PARTY</c>, then base64 in lines of 76 characters.</summary>
public sealed class CardChain
{
    private const string FileMark = "parley-card/1 ";
    private const int LineLength = 76;
    private const int SignatureSize = 8192;

    private CardChain(IReadOnlyList<SignedCard> cards)
    {
        Cards = cards;
        for (var i = cards.Count - 1; i > 0 && Revoked == 0; i--)
            Revoked = cards[i].Card.Step == CardStep.Revoke ? i : 0;
    }

    public IReadOnlyList<SignedCard> Cards { get; }

    /// <summary>The card in force.</summary>
    public Card Current => Cards[^1].Card;

    public PartyId Party => Current.Party;

    /// <summary>How many of the cards, from the first on, the party has revoked: nothing new counts that a key of theirs signs. 0 when none.</summary>
    public int Revoked { get; }

    /// <summary>The digits to read to the other side by voice: eight groups of five, of the card in force.</summary>
    public string DigitsToCompare => Digits.Of(Current.Hash());

    /// <summary>A chain of one, signed by its own key.</summary>
    public static CardChain Found(Card card, SigningKey key) => new([new SignedCard(card, null, key.Sign(card.SignedBytes()))]);

    /// <summary>The chain with <paramref name="card"/> after the last; <paramref name="old"/> is null when the old key is revoked or the same
    /// key goes on.</summary>
    public CardChain Extend(Card card, SigningKey? old, SigningKey own) =>
        new([.. Cards, new SignedCard(card, old?.Sign(card.SignedBytes()), own.Sign(card.SignedBytes()))]);

    /// <summary>Whether every card follows from the one before and every signature verifies. False for a suite that
    /// <paramref name="suites"/> does not hold.</summary>
    public bool Verify(Func<SuiteId, Suite?> suites)
    {
        for (var i = 0; i < Cards.Count; i++)
        {
            var (card, before) = (Cards[i], i == 0 ? null : Cards[i - 1].Card);
            if (suites(card.Card.Suite) is not { } suite || !Follows(card.Card, before) || !SignaturesHold(card, before, suite))
                return false;
        }

        return true;
    }

    /// <summary>Whether <paramref name="other"/> begins with all the cards of this one.</summary>
    public bool IsPrefixOf(CardChain other) =>
        Cards.Count <= other.Cards.Count && Cards.Zip(other.Cards).All(p => p.First.Card.Equals(p.Second.Card));

    /// <summary>How many cards both begin with.</summary>
    public int Common(CardChain other) => Cards.Zip(other.Cards).TakeWhile(p => p.First.Card.Equals(p.Second.Card)).Count();

    /// <summary>Whether this chain takes the place of <paramref name="known"/>: it goes on after all its cards, or it revokes a key where that has nothing but
    /// updates, for those a thief of the key can make too.</summary>
    public bool Supersedes(CardChain known)
    {
        var common = Common(known);
        if (common == known.Cards.Count)
            return Cards.Count > common;
        return common > 0 && known.Cards.Skip(common).All(c => c.Card.Step == CardStep.Update) &&
            Cards.Skip(common).FirstOrDefault(c => c.Card.Step != CardStep.Update)?.Card.Step == CardStep.Revoke;
    }

    private static bool Follows(Card card, Card? before)
    {
        if (before is null)
            return card.Step == CardStep.First;
        var sameKey = card.Key.AsSpan().SequenceEqual(before.Key);
        return card.Party == before.Party && card.Version == before.Version + 1 && card.Previous == before.Hash() &&
            card.FirstKey.AsSpan().SequenceEqual(before.FirstKey) &&
            (card.Step == CardStep.Update ? sameKey && card.NextKey == before.NextKey : card.Step != CardStep.First && Digest.Of(card.Key) == before.NextKey);
    }

    private static bool SignaturesHold(SignedCard signed, Card? before, Suite suite)
    {
        var message = signed.Card.SignedBytes();
        using var own = suite.ImportVerifyingKey(signed.Card.Key);
        if (own is null || !own.Verify(message, signed.Signature))
            return false;
        if (signed.Card.Step != CardStep.Rotate)
            return signed.PreviousSignature is null;
        using var old = suite.ImportVerifyingKey(before!.Key);
        return old is not null && signed.PreviousSignature is { } signature && old.Verify(message, signature);
    }

    /// <summary>Deterministic CBOR: [[card, previous signature or null, signature] …].</summary>
    public byte[] Encode()
    {
        var writer = Cbor.Writer(2048);
        writer.WriteStartArray(Cards.Count);
        foreach (var signed in Cards)
        {
            writer.WriteStartArray(3);
            writer.WriteByteString(signed.Card.Encode());
            if (signed.PreviousSignature is { } previous)
                writer.WriteByteString(previous);
            else
                writer.WriteNull();
            writer.WriteByteString(signed.Signature);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Reads what <see cref="Encode"/> writes; null for anything else. Does not verify.</summary>
    public static CardChain? Parse(ReadOnlyMemory<byte> bytes) =>
        Cbor.Read(bytes, Bounds.CardChain * (Bounds.CardSize + (2 * SignatureSize)), static reader =>
        {
            var cards = new SignedCard[reader.ArrayUpTo(Bounds.CardChain)];
            for (var i = 0; i < cards.Length; i++)
            {
                reader.ArrayOf(3);
                var card = Card.Parse(reader.BytesUpTo(Bounds.CardSize));
                byte[]? previous = null;
                if (reader.PeekState() == CborReaderState.Null)
                    reader.ReadNull();
                else
                    previous = reader.BytesUpTo(SignatureSize);
                var signature = reader.BytesUpTo(SignatureSize);
                reader.ReadEndArray();
                if (card is null)
                    return null;
                cards[i] = new SignedCard(card, previous, signature);
            }

            reader.ReadEndArray();
            return cards.Length == 0 ? null : new CardChain(cards);
        });

    /// <summary>The text file that is carried by hand.</summary>
    public string ToFile()
    {
        var base64 = Convert.ToBase64String(Encode());
        var text = new StringBuilder(FileMark).Append(Party).Append('\n');
        for (var i = 0; i < base64.Length; i += LineLength)
            text.Append(base64, i, Math.Min(LineLength, base64.Length - i)).Append('\n');
        return text.ToString();
    }

    /// <summary>Reads a card file; null when it is none. Line ends of any system and blank space at the end are accepted, for the file goes
    /// through people's hands.</summary>
    public static CardChain? ParseFile(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        if (lines.Length < 2 || !lines[0].StartsWith(FileMark, StringComparison.Ordinal))
            return null;
        try
        {
            var chain = Parse(Convert.FromBase64String(string.Concat(lines.Skip(1).Select(l => l.Trim()))));
            return chain?.Party.ToString() == lines[0][FileMark.Length..].Trim() ? chain : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
