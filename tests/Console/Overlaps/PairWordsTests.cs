using Parley.Console.Overlaps;
using Parley.Console.Words;
using Parley.Control.Activities;
using Parley.Lines.Activities;
using static Parley.Console.Tests.Overlaps.SomeOverlaps;

namespace Parley.Console.Tests.Overlaps;

/// <summary>How close two activities are, in words that never say more than is known.</summary>
public sealed class PairWordsTests
{
    private static readonly Languages Known = Languages.Read(null);

    [Theory]
    [InlineData(0, 3_149.2, "0.0 to 3.2 km apart")]
    [InlineData(0, 0.0, "0.0 km apart: a place in common")]
    [InlineData(9_299, 9_301.0, "9.2 to 9.4 km apart")]
    [InlineData(9_299, null, "9.2 km apart at least")]
    public void The_least_is_rounded_down_and_the_most_up(double least, double? most, string words) =>
        Assert.Equal(words, PairWords.Place(new GapView(least, most), Known.English));

    [Theory]
    [InlineData(0, 0.0, "0 m: a height in common")]
    [InlineData(0.9, 0.4, "0 to 1 m")]
    [InlineData(305.7, null, "305 m at least")]
    [InlineData(0, null, "cannot be told")]
    public void Heights_are_too(double least, double? most, string words) => Assert.Equal(words, PairWords.Height(new GapView(least, most), Known.English));

    [Fact]
    public void Every_member_has_its_words_in_every_language()
    {
        string[] keys =
        [
            .. Enum.GetNames<OverlapSeverity>().Append("apart").Select(n => "overlap.severity." + n), .. Enum.GetNames<CoordinationState>().Select(n => "overlap.state." + n),
            .. Enum.GetNames<OverlapWord>().Select(n => "overlap.word." + n), .. Enum.GetNames<OverlapWord>().Select(n => "overlap.do." + n),
        ];
        Assert.All(Known.All, language => Assert.DoesNotContain(keys, k => !language.Texts.ContainsKey(k.ToLowerInvariant())));
    }

    [Fact]
    public void Two_that_keep_their_distance_are_never_said_to_be_more_than_that()
    {
        var words = PairWords.Severity(Between(Row("astra"), Row("boreal")) with { Severity = null }, Known.English);
        Assert.EndsWith("as notified", words, StringComparison.Ordinal);
    }
}
