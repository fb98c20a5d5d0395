using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.GoodOffices;
using Parley.Lines.Messages;
using Parley.Lines.Postures;

namespace Parley.Lines.Tests.Postures;

/// <summary>Reassurance and relayed statements: strict contents that go by the line's release rule.</summary>
public sealed class PostureTests
{
    private static readonly Timestamp Noon = new(1_800_000_000_000);
    private static readonly PostureContent Posture = new("readiness raised by one step", "Minister of Defence", Noon, new Note("Not aimed at you.", "en"));
    private static readonly RelayedContent Relayed = new("cassia", Noon, null, new Note("We have stopped.", "en"));

    [Fact]
    public void They_survive_the_wire_and_go_by_the_release_rule()
    {
        foreach (var words in new[] { Posture.ToWords(), (Posture with { ValidUntil = null }).ToWords(), Relayed.ToWords() })
        {
            Assert.Equal(2, words.Required(ReleaseRule.Parse("priority=2")!, Precedence.Priority));
            Assert.Equal(1, words.Required(ReleaseRule.Parse("priority=2")!, Precedence.Routine));
        }

        Assert.Equal(Posture, PostureContent.From(Sent(Posture.ToWords())));
        Assert.Equal(Posture with { ValidUntil = null }, PostureContent.From(Sent((Posture with { ValidUntil = null }).ToWords())));
        Assert.Equal(Relayed, RelayedContent.From(Sent(Relayed.ToWords())));
    }

    [Fact]
    public void A_field_that_is_missing_or_not_what_it_must_be_makes_it_none()
    {
        (Words, Func<Content, bool>)[] all =
            [(Posture.ToWords(), c => PostureContent.From(c) is not null), (Relayed.ToWords(), c => RelayedContent.From(c) is not null)];
        foreach (var (words, isOne) in all)
        {
            foreach (var field in words.Fields)
            {
                var without = words.Fields.Where(f => f != field).ToList();
                Assert.False(isOne(Content.Of(new byte[Content.SeedSize], [.. without, ContentField.OfText(field.Name, "\u0001")])), $"{field.Name} damaged");
                if (field.Name != "valid-until")
                    Assert.False(isOne(Content.Of(new byte[Content.SeedSize], without)), $"without {field.Name}");
            }
        }
    }

    [Fact]
    public void A_proof_that_is_none_leaves_the_words_as_a_claim()
    {
        var content = Content.Of(new byte[Content.SeedSize], [.. Relayed.ToWords().Fields, new ContentField("proof", new byte[] { 0x81, 0x00 })]);
        Assert.Equal(Relayed, RelayedContent.From(content));
    }

    private static Content Sent(Words words) => Content.Parse(words.ToContent(new byte[Content.SeedSize]).Encode())!;
}
