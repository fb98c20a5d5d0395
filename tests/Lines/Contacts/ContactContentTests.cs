using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Contacts;

/// <summary>Contacts and words on them: strict contents with one writing each.</summary>
public sealed class ContactContentTests
{
    private static readonly Timestamp Noon = new(1_800_000_000_000);
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private static readonly Note Beside = new("Через час.", "ru");

    private static readonly ContactContent Contact = new(
        "ministers", [PartyId.Parse("boreal")!.Value, PartyId.Parse("corvia")!.Value], Noon, Noon + TimeSpan.FromMinutes(25), ContactMeans.Telephone, "Minister",
        "First deputy", Beside);

    private static readonly (Words Words, Func<Content, Words?> Back)[] All =
    [
        (Contact.ToWords(), c => ContactContent.Read(c)?.ToWords()),
        (new ContactWordContent(ContactAnswer.Contested, Beside).ToWords(), c => ContactWordContent.Read(c)?.ToWords()),
        (new ContactWordContent(ContactAnswer.Confirmed).ToWords(), c => ContactWordContent.Read(c)?.ToWords()),
    ];

    [Fact]
    public void They_survive_the_wire()
    {
        foreach (var means in Enum.GetValues<ContactMeans>())
            Assert.Equal(Contact with { Means = means }, ContactContent.Read(Wire((Contact with { Means = means }).ToWords())));
        Assert.Equal(Contact with { Note = null }, ContactContent.Read(Wire((Contact with { Note = null }).ToWords())));
        foreach (var word in new ContactWordContent[] { new(ContactAnswer.Confirmed), new(ContactAnswer.Confirmed, Beside), new(ContactAnswer.Contested, Beside) })
            Assert.Equal(word, ContactWordContent.Read(Wire(word.ToWords())));
    }

    [Fact]
    public void Who_contests_says_why() => Assert.Null(ContactWordContent.Read(Wire(new ContactWordContent(ContactAnswer.Contested).ToWords())));

    [Fact]
    public void One_officer_says_them() =>
        Assert.All(All, a => Assert.Equal(1, a.Words.Required(ReleaseRule.Parse("message=2")!, Precedence.Routine)));

    [Fact]
    public void A_field_that_is_missing_or_damaged_makes_it_none()
    {
        foreach (var (words, back) in All)
        {
            foreach (var field in words.Fields)
            {
                var without = words.Fields.Where(f => f != field).ToList();
                Assert.Null(back(Content.Of(Seed, without)));
                Assert.Null(back(Content.Of(Seed, [.. without, ContentField.OfText(field.Name, "\u0001")])));
            }
        }
    }

    [Theory]
    [InlineData("pair", "Ministers")]
    [InlineData("with", "")]
    [InlineData("with", "corvia,boreal")]
    [InlineData("with", "boreal,boreal")]
    [InlineData("from", "1800001500001")]
    [InlineData("until", "1799999999999")]
    [InlineData("until", "1801209600001")]
    [InlineData("until", "2026-11-25T12:00Z")]
    [InlineData("means", "fax")]
    [InlineData("ours", "two\nlines")]
    [InlineData("theirs", "turned \u202e round")]
    public void What_is_out_of_bounds_is_no_contact(string field, string value) => Assert.Null(ContactContent.Read(With(Contact.ToWords(), field, value)));

    [Fact]
    public void Who_talked_has_at_most_200_characters()
    {
        Assert.True(ContactContent.IsWho(new string('x', 200)));
        Assert.False(ContactContent.IsWho(new string('x', 201)));
        Assert.NotNull(ContactContent.Read(With(Contact.ToWords(), "until", "1801209600000")));
    }

    [Fact]
    public void No_damage_makes_a_reader_fall()
    {
        var dice = new Dice(17);
        foreach (var (words, back) in All)
        {
            foreach (var field in words.Fields)
            {
                var value = field.Value.ToArray();
                for (var round = 0; round < 600; round++)
                {
                    byte[] damaged = [.. value];
                    for (var blow = 0; blow <= round % 3 && damaged.Length > 0; blow++)
                        damaged[dice.Next(damaged.Length)] = (byte)(round % 2 == 0 ? ",/0-a\n"[dice.Next(6)] : dice.Next(256));
                    if (round % 5 == 0)
                        damaged = damaged[..dice.Next(damaged.Length + 1)];
                    var read = back(Content.Of(Seed, [.. words.Fields.Select(f => f.Name == field.Name ? new ContentField(f.Name, damaged) : f)]));
                    // What is still read can be written and read again, and is the same.
                    Assert.True(read is null || back(Wire(read))!.ToContent(Seed).Encode().AsSpan().SequenceEqual(read.ToContent(Seed).Encode()), field.Name);
                }
            }
        }
    }

    private static Content With(Words words, string field, string value) =>
        Content.Of(Seed, [.. words.Fields.Select(f => f.Name == field ? ContentField.OfText(field, value) : f)]);

    private static Content Wire(Words words) => Content.Parse(words.ToContent(Seed).Encode())!;
}
