using Parley.Crypto;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;
using Parley.Testing.Suites;

namespace Parley.Lines.Tests.Parties;

public sealed class CardTests
{
    private readonly Card card = new Member(new SuiteZero(1), "astra").Cards.Current with
    {
        Names = [new("en", "Astra Republic"), new("ru", "Республика Астра")],
        Addresses = ["tls://192.0.2.1:7101", "pouch://astra"],
    };

    [Fact]
    public void Is_read_strictly() => Strict.Check(card.Encode(), b => Card.Parse(b)?.Encode());

    [Fact]
    public void Survives_the_wire() => Assert.Equal(card, Card.Parse(card.Encode()));

    [Fact]
    public void Its_hash_is_of_what_is_signed() => Assert.Equal(Digest.Of(card.SignedBytes()), card.Hash());

    [Fact]
    public void Contradictions_are_refused()
    {
        Refused(card with { Version = 2 });
        Refused(card with { Step = CardStep.Rotate });
        Refused(card with { Previous = Digest.Of([1]) });
        Refused(card with { Version = 0 });
        Refused(card with { Key = [1, 2, 3] });
        Refused(card with { ValidUntil = card.ValidFrom });
        Refused(card with { Names = [.. card.Names.Reverse()] });
        Refused(card with { Names = [card.Names[0], card.Names[0]] });
    }

    [Fact]
    public void Bounds_hold()
    {
        Refused(card with { Addresses = [.. Enumerable.Repeat("a", Bounds.Addresses + 1)] });
        Refused(card with { Addresses = [new string('a', Bounds.AddressLength + 1)] });
        Refused(card with { Names = [new("en", new string('n', Bounds.PartyNameLength + 1))] });
        Refused(card with { LiveKem = new byte[4097] });
        Refused(card with { LiveKem = new byte[4096], ExerciseKem = new byte[4096] });
        Assert.NotNull(Card.Parse((card with { Addresses = [.. Enumerable.Repeat("a", Bounds.Addresses)] }).Encode()));
    }

    [Fact]
    public void Modes_have_keys_of_their_own()
    {
        var two = card with { LiveKem = [1], ExerciseKem = [2] };
        Assert.Equal([1], two.Kem(Lines.Charters.LineMode.Live));
        Assert.Equal([2], two.Kem(Lines.Charters.LineMode.Exercise));
    }

    private static void Refused(Card wrong) => Assert.Null(Card.Parse(wrong.Encode()));
}
