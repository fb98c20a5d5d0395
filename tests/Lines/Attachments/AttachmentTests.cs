using Parley.Crypto;
using Parley.Lines.Attachments;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Tests.Attachments;

/// <summary>What an entry says of a file, and the sealed bytes that it names.</summary>
public sealed class AttachmentTests
{
    private static readonly LineId Line = new(Digest.Of("hot"u8));
    private static readonly Suite One = SuiteOne.Instance;
    private static readonly byte[] File = [.. Enumerable.Range(0, 40_000).Select(i => (byte)i)];

    private static (AttachmentContent Content, byte[] Sealed) Sealed(Note? note = null) =>
        AttachmentContent.Seal(One, Line, "hill 230.png", "image/png", File, new byte[] { 7 }.Concat(new byte[31]).ToArray(), note);

    [Fact]
    public void It_survives_the_wire_and_goes_by_the_release_rule()
    {
        foreach (var note in new[] { null, new Note("As of noon.", "en") })
        {
            var words = Sealed(note).Content.ToWords();
            Assert.Equal(2, words.Required(ReleaseRule.Parse("priority=2")!, Precedence.Priority));
            var read = AttachmentContent.From(Content.Parse(words.ToContent(new byte[Content.SeedSize]).Encode())!)!;
            Assert.Equal(words.ToContent(new byte[Content.SeedSize]).Encode(), read.ToWords().ToContent(new byte[Content.SeedSize]).Encode());
            Assert.Equal(note, read.Note);
            Assert.Equal(File.Length, read.Size);
        }
    }

    [Fact]
    public void A_field_that_is_missing_or_not_what_it_must_be_makes_it_none()
    {
        var words = Sealed(new Note("As of noon.", "en")).Content.ToWords();
        foreach (var field in words.Fields)
        {
            var without = words.Fields.Where(f => f != field).ToList();
            Assert.Null(AttachmentContent.From(Content.Of(new byte[Content.SeedSize], without)));
            Assert.Null(AttachmentContent.From(Content.Of(new byte[Content.SeedSize], [.. without, ContentField.OfText(field.Name, "\u0001")])));
        }

        foreach (var size in new[] { "0", "-1", "040000", "8388609", "40000 " })
        {
            var other = words.Fields.Select(f => f.Name == "size" ? ContentField.OfText("size", size) : f).ToList();
            Assert.Null(AttachmentContent.From(Content.Of(new byte[Content.SeedSize], other)));
        }
    }

    [Theory]
    [InlineData("map.png", true)]
    [InlineData("خريطة ٢.pdf", true)]
    [InlineData("", false)]
    [InlineData(".profile", false)]
    [InlineData("..", false)]
    [InlineData("map.", false)]
    [InlineData("../map.png", false)]
    [InlineData("c:\\map.png", false)]
    [InlineData("map.png:x", false)]
    [InlineData("map\n.png", false)]
    [InlineData("map\u202Egnp.exe", false)]
    [InlineData(" map.png", false)]
    public void A_name_is_plain_and_leads_nowhere(string name, bool isOne) => Assert.Equal(isOne, AttachmentContent.IsName(name));

    [Fact]
    public void Sealed_bytes_open_only_whole_on_their_line_and_under_their_key()
    {
        var (content, carried) = Sealed();
        Assert.Equal(File, content.Open(One, Line, carried));
        Assert.Equal(File.Length + AttachmentId.Overhead, carried.Length);
        Assert.Null(content.Open(One, new LineId(Digest.Of("other"u8)), carried));
        Assert.Null((content with { Key = new byte[32] }).Open(One, Line, carried));
        Assert.Null((content with { Size = File.Length - 1 }).Open(One, Line, carried));
        carried[9] ^= 1;
        Assert.Null(content.Open(One, Line, carried));
        Assert.Null((content with { Digest = Digest.Of(carried) }).Open(One, Line, carried));
    }

    [Theory]
    [InlineData(1, 1, 17)]
    [InlineData(16_368, 1, 16_384)]
    [InlineData(16_369, 2, 1)]
    [InlineData(8_388_608, 513, 16)]
    public void Chunks_are_full_but_the_last(int size, int chunks, int last)
    {
        var id = new AttachmentId(Line, Digest.Of("x"u8), size);
        Assert.Equal(chunks, id.Chunks);
        Assert.Equal(last, id.ChunkSize(chunks - 1));
        Assert.Equal(size + AttachmentId.Overhead, Enumerable.Range(0, chunks).Sum(id.ChunkSize));
        Assert.Equal(id, AttachmentId.Parse(id.ToString()));
        Assert.Null(AttachmentId.Parse("0" + id));
    }
}
