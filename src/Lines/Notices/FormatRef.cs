using System.Globalization;
using Parley.Crypto;
using Parley.Lines.Codebooks;

namespace Parley.Lines.Notices;

/// <summary>A notice format as it is named to others. The hash alone decides which one it is; id and version are there so that people know what to look for.
/// Text form: <c>id/version/hash</c>.</summary>
public sealed record FormatRef(string Id, int Version, Digest Hash)
{
    public static FormatRef Of(NoticeFormat format) => new(format.Id, format.Version, format.Hash());

    /// <summary>Reads the text form; null for anything else.</summary>
    public static FormatRef? Parse(string text) => CodebookRef.Parse(text) is { } named ? new FormatRef(named.Id, named.Version, named.Hash) : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}/{Version}/{Hash}");
}
