using Parley.Console.Words;
using Parley.Lines.Calls;

namespace Parley.Console.Calls;

/// <summary>Reasons for declining a call, in the reader's language. One of another list is shown as the station says it.</summary>
internal static class CallReasons
{
    /// <summary>Names of the list.</summary>
    public static IReadOnlyList<string> Names => DeclineReason.Names;

    public static string Words(string name, Language say) => say.Find("reason." + name) ?? DeclineReason.Named(name)?.Words ?? name;

    /// <param name="reason">Version and number.</param>
    /// <param name="words">As the station says it.</param>
    public static string Words(string? reason, string? words, Language say) =>
        reason is not null && DeclineReason.Parse(reason) is { IsKnown: true } known ? Words(Names[known.Number], say) : words ?? reason ?? "?";
}
