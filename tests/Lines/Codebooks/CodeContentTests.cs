using Parley.Lines.Charters;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Codebooks;

public sealed class CodeContentTests
{
    private static readonly CodeContent Sample = SampleCodebook.Content;
    private static readonly Code Code = SampleCodebook.Book[21]!;
    private static readonly byte[] Seed = new byte[Content.SeedSize];

    [Fact]
    public void Says_number_book_and_blanks()
    {
        var words = Sample.ToWords(Code);
        Assert.Equal(EntryKind.Code, words.Kind);
        Assert.Equal(
            ["code=21", $"codebook={SampleCodebook.Book.Named()}", "blank.until=time 2026-11-22T12:00:00Z", "blank.place=place Gull Bay", "blank.boats=count 3"],
            words.Fields.Select(f => $"{f.Name}={f.Text}"));
        Assert.Equal(Sample, CodeContent.From(words.ToContent(Seed)));
    }

    [Fact]
    public void Is_read_strictly() => Fuzz.Check(
        Sample.ToWords(Code).ToContent(Seed).Encode(),
        [.. "0123456789acm.-{} "u8],
        20_000,
        bytes => Content.Parse(bytes) is { } content && CodeContent.From(content) is { } read ? read.ToWords(Code).ToContent(content.Seed).Encode() : null);

    [Fact]
    public void Other_fields_are_refused()
    {
        Refused(f => f.RemoveAt(0));
        Refused(f => f.RemoveAt(1));
        Refused(f => f.Reverse(0, 2));
        Refused(f => f.Add(ContentField.OfText("text", "And we agree.")));
        Refused(f => f.Add(ContentField.OfText("blank.", "count 1")));
        Refused(f => f.Add(ContentField.OfText("blank.a", "1")));
        Refused(f => f.Add(f[^1]));
        Refused(f => f[0] = ContentField.OfText("code", "021"));
        Refused(f => f[0] = ContentField.OfText("code", "+21"));
        Refused(f => f[0] = ContentField.OfText("code", "10000"));
        Refused(f => f[1] = ContentField.OfText("codebook", "sample"));
        Refused(f => f[0] = new ContentField("code", new byte[] { 0xff }));
        Refused(f => f.AddRange("abcdef".Select(c => ContentField.OfText($"blank.{c}", "count 1"))));
    }

    [Fact]
    public void The_class_says_who_releases()
    {
        var rule = ReleaseRule.Parse("flash=2,code=2")!;
        Assert.Equal(1, (Sample with { Number = 7, Blanks = [] }).ToWords(SampleCodebook.Book[7]!).Required(rule, Precedence.Flash));
        Assert.Null(Sample.ToWords(Code).Officers);
        Assert.Equal(2, Sample.ToWords(Code).Required(rule, Precedence.Routine));
        Assert.Equal(2, Sample.ToWords(Code).Required(ReleaseRule.Parse("message=2")!, Precedence.Routine));
        Assert.Equal(1, Sample.ToWords(Code).Required(ReleaseRule.Parse("code=1,message=2")!, Precedence.Routine));
        Assert.Equal(1, Sample.ToWords(Code).Required(ReleaseRule.One, Precedence.Routine));
    }

    [Fact]
    public void Is_read_out_without_a_language()
    {
        var read = Sample.ToReadOut();
        Assert.Equal(["21", "2026-11-22 12:00:00 UTC", "“Gull Bay”", "3"], read.Lines.Select(l => l.Words));
        Assert.True(read.Verify(SampleCodebook.Book.Hash()).IsRight);
        Assert.False(read.Verify((SampleCodebook.Book with { Version = 2 }).Hash()).IsWhole);
    }

    private static void Refused(Action<List<ContentField>> change)
    {
        List<ContentField> fields = [.. Sample.ToWords(Code).Fields];
        change(fields);
        Assert.Null(CodeContent.From(Content.Of(Seed, fields)));
    }
}
