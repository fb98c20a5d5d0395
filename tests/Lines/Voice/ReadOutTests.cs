using Parley.Crypto;
using Parley.Lines.Voice;

namespace Parley.Lines.Tests.Voice;

public sealed class ReadOutTests
{
    private const string Text = "Two boats of ours are at 12.34567N 045.67890E.\nThey leave at 14:00 UTC.";
    private static readonly ReadOut Read = ReadOut.Of(Text);

    [Fact]
    public void Lines_are_short_and_hold_every_word()
    {
        Assert.Equal(["Two boats of ours are at 12.34567N", "045.67890E.", "They leave at 14:00 UTC."], Read.Lines.Select(l => l.Words));
        Assert.All(Read.Lines, l => Assert.Matches("^[0-9]{5}$", l.Check));
        Assert.Matches("^[0-9]{5}$", Read.Closing);
        Assert.True(Read.Verify().IsRight);
    }

    [Theory]
    [InlineData("大家好今天的天气很好今天的天气很好今天的天气很好今天的天气很好今天的天气很好今天的天气很好", 2)]
    [InlineData("", 0)]
    [InlineData(" \n\n ", 0)]
    public void Any_text_can_be_read_out(string text, int lines)
    {
        var read = ReadOut.Of(text);
        Assert.Equal(lines, read.Lines.Count);
        Assert.Equal(text.Trim(), string.Concat(read.Lines.Select(l => l.Words)));
    }

    [Fact]
    public void No_character_is_cut_in_two() =>
        Assert.All(ReadOut.Of("a" + string.Concat(Enumerable.Repeat("\U00020000", 100))).Lines, l => Assert.False(char.IsLowSurrogate(l.Words[0])));

    [Fact]
    public void A_misheard_digit_is_found_in_its_line()
    {
        for (var digit = 0; digit <= 9; digit++)
        {
            var finding = Heard(0, $"Two boats of ours are at 12.3456{digit}N").Verify();
            Assert.Equal(digit == 7 ? [] : [0], finding.Wrong);
            Assert.Equal(digit == 7, finding.IsWhole);
        }
    }

    [Fact]
    public void A_misheard_group_is_found_too()
    {
        var read = Read with { Lines = [Read.Lines[0] with { Check = "00000" }, .. Read.Lines.Skip(1)] };
        Assert.Equal([0], read.Verify().Wrong);
        Assert.False((Read with { Closing = "00000" }).Verify().IsWhole);
    }

    [Fact]
    public void A_line_that_is_missing_doubled_or_out_of_place_is_found()
    {
        Assert.False((Read with { Lines = [.. Read.Lines.SkipLast(1)] }).Verify().IsWhole);
        Assert.False((Read with { Lines = [.. Read.Lines, Read.Lines[2]] }).Verify().IsWhole);
        Assert.Equal([0, 1], (Read with { Lines = [Read.Lines[1], Read.Lines[0], Read.Lines[2]] }).Verify().Wrong);
    }

    [Theory]
    [InlineData("two boats, of ours: are at 12.34567n")]
    [InlineData("  TWO BOATS OF OURS ARE AT 12,34567 N", false)]
    [InlineData("Two boats of ours are at ١٢.٣٤٥٦٧N")]
    [InlineData("Two boats of ours are at 1234567N", false)]
    [InlineData("Two boats of hours are at 12.34567N", false)]
    public void What_is_not_spoken_does_not_count(string heard, bool fits = true) => Assert.Equal(fits, Heard(0, heard).Verify().IsRight);

    [Fact]
    public void Groups_may_be_written_with_spaces()
    {
        var check = string.Join(' ', Read.Lines[0].Check.ToCharArray());
        Assert.True((Read with { Lines = [Read.Lines[0] with { Check = check }, .. Read.Lines.Skip(1)] }).Verify().IsRight);
    }

    [Fact]
    public void The_closing_group_is_about_something()
    {
        var read = ReadOut.Of(["21", "3"], Digest.Of([1]));
        Assert.True(read.Verify(Digest.Of([1])).IsRight);
        Assert.False(read.Verify(Digest.Of([2])).IsWhole);
        Assert.False(read.Verify().IsWhole);
    }

    [Fact]
    public void Groups_are_those_of_the_format()
    {
        var read = ReadOut.Of(["204", "“Gull Bay”"], Digest.Of([1]));
        Assert.Equal(["26758", "95558", "01979"], read.Lines.Select(l => l.Check).Append(read.Closing));
    }

    private static ReadOut Heard(int line, string words) =>
        Read with { Lines = [.. Read.Lines.Select((l, i) => i == line ? l with { Words = words } : l)] };
}
