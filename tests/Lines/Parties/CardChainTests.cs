using Parley.Crypto;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;
using Parley.Testing.Suites;

namespace Parley.Lines.Tests.Parties;

public sealed class CardChainTests
{
    private readonly SuiteZero suite = new(3);

    [Fact]
    public void Updates_rotations_and_revocations_follow()
    {
        var member = Travelled();
        Assert.Equal(4, member.Cards.Cards.Count);
        Assert.True(Verifies(member.Cards));
        Assert.Equal(member.Cards.Cards[0].Card.FirstKey, member.Cards.Current.FirstKey);
    }

    [Fact]
    public void Is_read_strictly() => Strict.Check(Travelled().Cards.Encode(), b => CardChain.Parse(b)?.Encode());

    [Fact]
    public void No_flipped_byte_verifies()
    {
        var encoded = Travelled().Cards.Encode();
        for (var i = 0; i < encoded.Length; i++)
        {
            var flipped = (byte[])encoded.Clone();
            flipped[i] ^= 1;
            Assert.False(CardChain.Parse(flipped) is { } chain && Verifies(chain), $"byte {i}");
        }
    }

    [Fact]
    public void A_card_left_out_breaks_the_chain()
    {
        var cards = Travelled().Cards;
        for (var i = 0; i < cards.Cards.Count - 1; i++)
            Assert.False(Verifies(Chain(cards.Cards.Where((_, n) => n != i))));
        Assert.False(Verifies(Chain(cards.Cards.Reverse())));
        Assert.True(Verifies(Chain(cards.Cards.SkipLast(1))));
    }

    [Fact]
    public void A_rotation_needs_the_old_key_and_goes_to_the_promised_one()
    {
        var member = new Member(suite, "astra");
        var (before, old) = (member.Cards, member.Key);
        member.Rotate(CardStep.Rotate);
        var card = member.Cards.Current;
        using var foreign = suite.GenerateSigningKey();
        Assert.True(Verifies(before.Extend(card, old, member.Key)));
        Assert.False(Verifies(before.Extend(card, null, member.Key)));
        Assert.False(Verifies(before.Extend(card, foreign, member.Key)));
        Assert.False(Verifies(before.Extend(card, old, foreign)));
        Assert.False(Verifies(before.Extend(card with { Key = foreign.PublicKey }, old, foreign)));
        Assert.False(Verifies(before.Extend(card with { FirstKey = card.Key }, old, member.Key)));
        Assert.False(Verifies(before.Extend(card with { Version = 3 }, old, member.Key)));
        Assert.False(Verifies(before.Extend(card with { Previous = Digest.Of([1]) }, old, member.Key)));
        Assert.False(Verifies(before.Extend(card with { Party = PartyId.Parse("corvia")!.Value }, old, member.Key)));
    }

    [Fact]
    public void A_revocation_is_of_the_next_key_alone()
    {
        var member = new Member(suite, "astra");
        var (before, old) = (member.Cards, member.Key);
        member.Rotate(CardStep.Revoke);
        Assert.True(Verifies(member.Cards));
        Assert.False(Verifies(before.Extend(member.Cards.Current, old, member.Key)));
        Assert.False(Verifies(before.Extend(member.Cards.Current, null, old)));
    }

    [Fact]
    public void An_update_keeps_the_key()
    {
        var member = new Member(suite, "astra");
        var before = member.Cards;
        member.Rotate(CardStep.Rotate);
        Assert.False(Verifies(before.Extend(member.Cards.Current with { Step = CardStep.Update }, null, member.Key)));
    }

    [Fact]
    public void An_update_keeps_the_promised_key_so_that_a_thief_cannot_take_the_card_over()
    {
        var member = new Member(suite, "astra");
        var before = member.Cards;
        member.Update("tls://192.0.2.7:7101");
        Assert.True(Verifies(member.Cards));
        using var his = suite.GenerateSigningKey();
        Assert.False(Verifies(before.Extend(member.Cards.Current with { NextKey = Digest.Of(his.PublicKey) }, null, member.Key)));
    }

    [Fact]
    public void A_revocation_says_how_many_cards_it_ends()
    {
        var member = new Member(suite, "astra");
        Assert.Equal(0, member.Cards.Revoked);
        member.Rotate(CardStep.Rotate);
        Assert.Equal(0, member.Cards.Revoked);
        member.Rotate(CardStep.Revoke);
        Assert.Equal(2, member.Cards.Revoked);
        member.Update("tls://192.0.2.7:7101");
        Assert.Equal(2, member.Cards.Revoked);
        Assert.Equal(2, CardChain.Parse(member.Cards.Encode())!.Revoked);
    }

    [Fact]
    public void A_revocation_takes_the_place_of_updates_that_a_thief_can_make()
    {
        var member = new Member(suite, "astra");
        var first = member.Cards;
        member.Update("tls://192.0.2.66:7101");
        var updated = member.Cards;
        Assert.True(updated.Supersedes(first));
        Assert.False(first.Supersedes(updated));
        Assert.False(updated.Supersedes(updated));

        member = new Member(new SuiteZero(4), "astra");
        var own = member.Cards;
        var thief = own.Extend(own.Current with { Version = 2, Step = CardStep.Update, Previous = own.Current.Hash(), Addresses = ["tls://192.0.2.66:7101"] }, null, member.Key);
        member.Update("tls://192.0.2.7:7101");
        Assert.False(member.Cards.Supersedes(thief));
        member.Rotate(CardStep.Revoke);
        Assert.True(member.Cards.Supersedes(thief));
        Assert.False(thief.Supersedes(member.Cards));
        Assert.False(member.Cards.Supersedes(first));
    }

    [Fact]
    public void A_suite_that_is_not_accepted_verifies_nothing() => Assert.False(Travelled().Cards.Verify(_ => null));

    [Fact]
    public void Prefixes()
    {
        var member = Travelled();
        var whole = member.Cards;
        var part = Chain(whole.Cards.Take(2));
        Assert.True(part.IsPrefixOf(whole));
        Assert.True(whole.IsPrefixOf(whole));
        Assert.False(whole.IsPrefixOf(part));
        Assert.False(new Member(suite, "astra").Cards.IsPrefixOf(whole));
    }

    [Fact]
    public void The_file_survives_hands()
    {
        var chain = Travelled().Cards;
        var file = chain.ToFile();
        Assert.StartsWith("parley-card/1 astra\n", file);
        Assert.Equal(chain.Encode(), CardChain.ParseFile(file)!.Encode());
        Assert.Equal(chain.Encode(), CardChain.ParseFile(file.ReplaceLineEndings("\r\n") + "  \r\n")!.Encode());
        Assert.Null(CardChain.ParseFile(file.Replace("astra", "boreal")));
        Assert.Null(CardChain.ParseFile(file[(file.IndexOf('\n') + 1)..]));
        Assert.Null(CardChain.ParseFile(file[..^8]));
        Assert.Null(CardChain.ParseFile("parley-card/1 astra\n*\n"));
        Assert.Null(CardChain.ParseFile(""));
    }

    [Fact]
    public void Digits_are_of_the_card_in_force()
    {
        var member = new Member(suite, "astra");
        var before = member.Cards.DigitsToCompare;
        member.Update("tls://192.0.2.9:1");
        Assert.NotEqual(before, member.Cards.DigitsToCompare);
        Assert.True(Digits.Matches(member.Cards.DigitsToCompare, member.Cards.Current.Hash()));
    }

    private bool Verifies(CardChain chain) => chain.Verify(id => id == suite.Id ? suite : null);

    private Member Travelled()
    {
        var member = new Member(suite, "astra");
        member.Update("tls://192.0.2.7:7101");
        member.Rotate(CardStep.Rotate);
        member.Rotate(CardStep.Revoke);
        return member;
    }

    // The same cards with the same signatures, put together otherwise.
    private static CardChain Chain(IEnumerable<SignedCard> cards)
    {
        var writer = Cbor.Writer();
        var all = cards.ToArray();
        writer.WriteStartArray(all.Length);
        foreach (var card in all)
        {
            writer.WriteStartArray(3);
            writer.WriteByteString(card.Card.Encode());
            if (card.PreviousSignature is { } previous)
                writer.WriteByteString(previous);
            else
                writer.WriteNull();
            writer.WriteByteString(card.Signature);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        return CardChain.Parse(writer.Encode())!;
    }
}
