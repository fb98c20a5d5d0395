using System.Text;
using Parley.Crypto;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Entries;

public sealed class ContentTests
{
    private static readonly byte[] Seed = [.. Enumerable.Range(0, Content.SeedSize).Select(i => (byte)i)];
    private readonly Content content = Content.Of(Seed, ContentField.OfText("text", "The bridge is clear."),
        new ContentField("empty", default));

    [Fact]
    public void Is_read_strictly() => Strict.Check(content.Encode(), b => Content.Parse(b)?.Encode());

    [Fact]
    public void Every_part_is_committed()
    {
        var others = new[]
        {
            content,
            Content.Of(new byte[Content.SeedSize], content.Fields),
            Content.Of(Seed, content.Fields[0]),
            Content.Of(Seed, content.Fields[1], content.Fields[0]),
            Content.Of(Seed, ContentField.OfText("texts", "The bridge is clear."), content.Fields[1]),
            Content.Of(Seed, ContentField.OfText("text", "The bridge is clear"), content.Fields[1]),
            Content.Of(Seed, content.Fields[0], content.Fields[1], new ContentField("more", default)),
            Content.Of(Seed, ContentField.OfText("tex", "tThe bridge is clear."), content.Fields[1]),
        };
        Assert.Equal(others.Length, others.Select(c => c.Commitment()).Distinct().Count());
    }

    [Fact]
    public void Commitments_are_as_the_format_says()
    {
        byte[] salt = Digest.Of([.. Encoding.ASCII.GetBytes("parley/1/salt"), .. Seed, 0, 1]).ToArray()[..16];
        Assert.Equal(salt, content.SaltOf(1));
        var field = Digest.Of([.. salt, 5, .. Encoding.ASCII.GetBytes("empty")]);
        Assert.Equal(field, Content.FieldCommitment(salt, content.Fields[1]));
        var first = Content.FieldCommitment(content.SaltOf(0), content.Fields[0]);
        Assert.Equal(
            Digest.Of([.. Encoding.ASCII.GetBytes("parley/1/content"), 0, 2, .. first.ToArray(), .. field.ToArray()]),
                content.Commitment());
    }

    [Fact]
    public void Bounds_and_doubles_are_refused()
    {
        Assert.Null(Content.Parse(Content.Of(Seed, content.Fields[0], content.Fields[0]).Encode()));
        Assert.Null(Content.Parse(Content.Of(Seed, new ContentField("big", new byte[Bounds.ContentSize])).Encode()));
        Assert.Null(Content.Parse(Content.Of(Seed, new ContentField(new string('n', Bounds.FieldNameLength + 1), default)).Encode()));
        Assert.Null(Content.Parse(Content.Of(Seed, new ContentField(new string('é', Bounds.FieldNameLength), default)).Encode()));
        Assert.Throws<ArgumentOutOfRangeException>(() => Content.Of(Seed.AsSpan(1), content.Fields));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_none() => Assert.Null(new ContentField("text", new byte[] { 0xff }).Text);

    [Fact]
    public void Messages()
    {
        var old = new EntryRef(PartyId.Parse("astra")!.Value, default, Lane.Urgent, 3);
        var message = new MessageContent("Мост свободен.", "ru", old);
        Assert.Equal(message, MessageContent.From(Content.Parse(message.ToWords().ToContent(Seed).Encode())!));
        Assert.Equal(message with { Supersedes = null }, MessageContent.From((message with { Supersedes = null }).ToWords().ToContent(Seed)));
        Assert.Null(MessageContent.From(content));
        Assert.Null(MessageContent.From(Content.Of(
            Seed, content.Fields[0], ContentField.OfText("language", "en"), ContentField.OfText("supersedes", "astra/1"))));
    }

    [Theory]
    [InlineData("a\nb\tc", true)]
    [InlineData("", false)]
    [InlineData(" \n", false)]
    [InlineData("a\rb", false)]
    [InlineData("a\u0000", false)]
    public void Texts(string text, bool good) => Assert.Equal(good, MessageContent.IsText(text));

    [Fact]
    public void Half_a_character_is_no_text() => Assert.False(MessageContent.IsText("a" + (char)0xd800));
}
