namespace Parley.Crypto.Tests;

public sealed class DigitsTests
{
    private const string OfAbc = "74841 90573 75902 40128 33490 51571 77968 44739";

    // Computed by another program from the definition.
    [Theory]
    [InlineData("", "94010 53308 07965 28526 14541 89896 09994 49438")]
    [InlineData("abc", OfAbc)]
    [InlineData("9", "53131 78220 54157 86789 08067 00106 21036 06271")]
    public void Digits_of_known_digests(string text, string digits) =>
        Assert.Equal(digits, Digits.Of(Digest.Of(System.Text.Encoding.ASCII.GetBytes(text))));

    [Fact]
    public void Digits_of_the_zero_digest() =>
        Assert.Equal("65417 64469 14479 14169 40371 34650 65678 29654", Digits.Of(default));

    [Theory]
    [InlineData(OfAbc)]
    [InlineData("7484190573759024012833490515717796844739")]
    [InlineData("  74841-90573-75902-40128\t33490–51571—77968\u00a044739\r\n")]
    public void White_space_and_dashes_are_passed_over(string typed) => Assert.True(Digits.Matches(typed, Digest.Of("abc"u8)));

    [Theory]
    [InlineData("")]
    [InlineData("74841")]
    [InlineData(OfAbc + "0")]
    [InlineData(OfAbc + " 74841")]
    [InlineData("4841 90573 75902 40128 33490 51571 77968 44739")]
    [InlineData("74841.90573.75902.40128.33490.51571.77968.44739")]
    [InlineData("٧4841 90573 75902 40128 33490 51571 77968 44739")]
    [InlineData("x74841 90573 75902 40128 33490 51571 77968 44739")]
    public void Anything_else_is_refused(string typed) => Assert.False(Digits.Matches(typed, Digest.Of("abc"u8)));

    [Fact]
    public void Every_wrong_digit_is_refused() =>
        Assert.All(Enumerable.Range(0, OfAbc.Length).Where(i => OfAbc[i] != ' '), i =>
        {
            var wrong = OfAbc.ToCharArray();
            wrong[i] = wrong[i] == '9' ? '0' : (char)(wrong[i] + 1);
            Assert.False(Digits.Matches(new string(wrong), Digest.Of("abc"u8)));
        });
}
