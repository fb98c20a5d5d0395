using Parley.Exchange.Files;
using Parley.Lines.Notices;

namespace Parley.Exchange.Notices;

/// <summary>The notice formats that come with the program: those of the folder <c>notices</c>.</summary>
public static class FormatShelf
{
    private const string Before = "notice-";
    private const string After = ".yaml";

    /// <summary>Their ids, in order of their letters.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. BuiltIn.Names
            .Where(n => n.StartsWith(Before, StringComparison.Ordinal) && n.EndsWith(After, StringComparison.Ordinal))
            .Select(n => n[Before.Length..^After.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All of them, in that order.</summary>
    public static IReadOnlyList<NoticeFormat> All => Read.Value;

    private static readonly Lazy<IReadOnlyList<NoticeFormat>> Read = new(static () =>
        [.. Ids.Select(static id => FormatFile.Read(Text(id)!, out var problem) ?? throw new InvalidOperationException($"{id}: {problem}"))]);

    /// <summary>The file's text; null when there is none of that id.</summary>
    public static string? Text(string id) => BuiltIn.Text(Before + id + After);
}
