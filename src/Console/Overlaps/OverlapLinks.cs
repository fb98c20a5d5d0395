using Parley.Console.Frame;
using Parley.Control.Activities;

namespace Parley.Console.Overlaps;

/// <summary>Addresses of the pages of overlaps.</summary>
internal static class OverlapLinks
{
    /// <param name="line">Null: every line.</param>
    public static string All(string? line) => PageAddress.Of("overlaps", ("line", line));

    /// <summary>Our sites and movements beside what others do on other lines.</summary>
    public const string Across = "overlaps/across";

    public static string One(OverlapView overlap) => PageAddress.Of("overlap", ("line", overlap.Line), ("entry", overlap.One.Entry), ("other", overlap.Other.Entry));
}
