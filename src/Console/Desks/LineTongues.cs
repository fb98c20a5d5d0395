using Parley.Console.Words;
using Parley.Control.Lines;

namespace Parley.Console.Desks;

/// <summary>In which languages words are written on a line.</summary>
internal static class LineTongues
{
    /// <summary>Those of the charter; the reader's own where it names none.</summary>
    public static IReadOnlyList<string> Of(LineView? line, Language say) => line?.Terms.Languages is { Count: > 0 } agreed ? agreed : [say.Tag];

    /// <summary>The reader's own where the charter has it, otherwise its first.</summary>
    public static string FirstOf(LineView line, Language say) => Of(line, say) is var all && all.Contains(say.Tag) ? say.Tag : all[0];
}
