using System.Globalization;
using Parley.Console.Frame;

namespace Parley.Console.PublicWarnings;

/// <summary>Addresses of the pages of public warnings.</summary>
internal static class WarningLinks
{
    /// <param name="from">A day; null: now.</param>
    /// <param name="to">Null: 14 days later.</param>
    /// <param name="closed">Also those that were replaced or cancelled.</param>
    /// <param name="exercise">What is played, in place of what is real.</param>
    public static string All(string? from = null, string? to = null, bool closed = false, bool exercise = false) =>
        PageAddress.Of("warnings", ("from", from), ("to", to), ("closed", closed ? "yes" : null), ("exercise", exercise ? "yes" : null));

    public static string One(int number) => $"warnings/{number.ToString(CultureInfo.InvariantCulture)}";
}
