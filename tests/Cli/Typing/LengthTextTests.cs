using Parley.Cli.Typing;

namespace Parley.Cli.Tests.Typing;

public sealed class LengthTextTests
{
    [Theory]
    [InlineData("5km", 5_000)]
    [InlineData("3nm", 5_556)]
    [InlineData("3NM", 5_556)]
    [InlineData("800m", 800)]
    [InlineData("1.3 nm", 2_408)]
    [InlineData("0.5m", 1)]
    [InlineData("5000km", 5_000_000)]
    public void A_length_is_whole_metres_and_never_less_than_was_typed(string typed, int metres) => Assert.Equal(metres, LengthText.Metres("--circle", typed));

    [Theory]
    [InlineData("5")]
    [InlineData("5M")]
    [InlineData("-5km")]
    [InlineData("5,5km")]
    [InlineData("5e3m")]
    [InlineData("٥km")]
    [InlineData("")]
    [InlineData("km")]
    public void What_is_no_length_is_refused_with_how_one_is_written(string typed)
    {
        var fault = Assert.Throws<CommandFault>(() => LengthText.Metres("--circle", typed));
        Assert.Equal((ExitCode.Usage, $"--circle: '{typed}' is no length; write it with its unit, such as 5km, 3nm or 800m"), (fault.Code, fault.Message));
    }

    [Theory]
    [InlineData("0m")]
    [InlineData("5000.001km")]
    [InlineData("9999999nm")]
    public void What_is_out_of_bounds_is_refused_by_its_name(string typed) =>
        Assert.StartsWith("refused (extent): --half-width: ", Assert.Throws<CommandFault>(() => LengthText.Metres("--half-width", typed)).Message);
}
