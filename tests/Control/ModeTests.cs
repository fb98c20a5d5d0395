using System.Text.Json;
using Parley.Lines.Charters;

namespace Parley.Control.Tests;

/// <summary>Whatever answer holds the mode of a line says it first, and again last.</summary>
public sealed class ModeTests
{
    public static TheoryData<Type> Views => [.. typeof(Operation).Assembly.GetTypes().Where(
        t => t is { IsClass: true, IsAbstract: false } && !t.IsAssignableTo(typeof(Operation)) && t.GetProperty("Mode") is { } mode &&
        (Nullable.GetUnderlyingType(mode.PropertyType) ?? mode.PropertyType) == typeof(LineMode) && t.Name != nameof(ChangeNote))];

    [Fact]
    public void There_are_such_views() => Assert.True(Views.Count > 6);

    [Theory]
    [MemberData(nameof(Views))]
    public void The_mode_stands_first_and_the_mark_last(Type view)
    {
        var members = JsonSerializer.SerializeToElement(new Samples().Of(view), view, ControlJson.Options).EnumerateObject().Select(m => m.Name).ToList();
        Assert.Equal(("mode", "exercise"), (members[0], members[^1]));
    }
}
