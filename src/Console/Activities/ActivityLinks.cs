using Parley.Console.Frame;
using Parley.Lines.Activities;

namespace Parley.Console.Activities;

/// <summary>Addresses of the pages of activities.</summary>
internal static class ActivityLinks
{
    /// <param name="line">Null: every line.</param>
    public static string All(string? line, ActivityKind? kind = null, bool past = false) =>
        PageAddress.Of("activities", ("line", line), ("kind", kind?.Name()), ("past", past ? "yes" : null));

    public static string One(string line, string entry) => PageAddress.Of("activity", ("line", line), ("entry", entry));

    /// <param name="line">Null: it is chosen there.</param>
    public static string Import(string? line) => PageAddress.Of("activity/import", ("line", line));

    /// <param name="line">Null: it is chosen there.</param>
    public static string Write(string? line) => PageAddress.Of("activity/write", ("line", line));
}
