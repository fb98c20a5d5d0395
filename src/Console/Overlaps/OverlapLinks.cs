using Parley.Console.Frame;
using Parley.Control.Activities;

namespace Parley.Console.Overlaps;

/// <summary>Addresses of the pages of overlaps.</summary>
internal static class OverlapLinks
{
    /// <param name="line">Null: every line.</param>
    public static string All(string? line) => PageAddress.Of("overlaps", ("line", line));

    public static string One(OverlapView overlap) => PageAddress.Of("overlap", ("line", overlap.Line), ("entry", overlap.One.Entry), ("other", overlap.Other.Entry));
}
