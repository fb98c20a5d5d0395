using Parley.Console.Words;

namespace Parley.Console.Tests.Words;

/// <summary>Places and times keep their direction among words that run the other way.</summary>
public sealed class FigureTextTests
{
    [Theory]
    [InlineData("دائرة: 54°30'36.0\"N 019°15'00.0\"E, نصف القطر 3 km", "54°30'36.0\"N 019°15'00.0\"E|3 km")]
    [InlineData("سارٍ: 2026-11-27 01:27Z – 2026-11-27 04:27Z", "2026-11-27 01:27Z – 2026-11-27 04:27Z")]
    [InlineData("الارتفاع: السطح – FL 195", "FL 195")]
    [InlineData("Высота: -50 m – FL 195", "-50 m – FL 195")]
    [InlineData("", "")]
    public void Figures_are_found_whole(string line, string figures)
    {
        var pieces = FigureText.Pieces(line);
        Assert.Equal(figures, string.Join('|', pieces.Where(p => p.IsFigure).Select(p => p.Text)));
        Assert.Equal(line, string.Concat(pieces.Select(p => p.Text)));
    }
}
