namespace Parley.House.Tests.Sources;

public sealed class ShapeTests
{
    [Fact]
    public void Files_are_short_and_names_say_something() => Assert.Empty(Shape.Broken(Repository.CSharp));

    [Theory]
    [InlineData("src/X/A.cs", "sealed class PartyHelper;")]
    [InlineData("src/X/A.cs", "internal record struct CardUtils(int X);")]
    [InlineData("src/X/A.cs", "abstract class CircuitBase { }")]
    [InlineData("src/X/A.cs", "interface IStoreManager { }")]
    [InlineData("src/X/Services/A.cs", "class Card;")]
    public void An_empty_name_is_found(string path, string text) => Assert.Single(Shape.Broken([new SourceFile(path, text)]));

    [Fact]
    public void A_long_file_is_found() =>
        Assert.Single(Shape.Broken([new SourceFile("src/X/A.cs", new string('\n', Shape.FileLines))]));

    [Fact]
    public void A_wide_line_is_found() =>
        Assert.Single(Shape.Broken([new SourceFile("src/X/A.cs", new string('a', Shape.LineColumns + 1))]));

    [Theory]
    [InlineData("class Card; // a Manager of cards")]
    [InlineData("sealed record Based(string Utility);")]
    public void A_good_name_is_left_alone(string text) => Assert.Empty(Shape.Broken([new SourceFile("src/X/A.cs", text)]));
}
