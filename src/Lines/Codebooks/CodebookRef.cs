using System.Globalization;
using Parley.Crypto;
using Parley.Lines.Parties;

namespace Parley.Lines.Codebooks;

/// <summary>A codebook as it is named to others. The hash alone decides which one it is; id and version are there so that people know what to look for.
/// Text form: <c>id/version/hash</c>.</summary>
public sealed record CodebookRef(string Id, int Version, Digest Hash)
{
    /// <summary>1 to 32 of <c>a-z 0-9 -</c>.</summary>
    public static bool IsId(string id) => PartyId.Parse(id) is not null;

    /// <summary>1 to 9999.</summary>
    public static bool IsVersion(int version) => version is >= 1 and <= Bounds.CodebookVersion;

    /// <summary>Reads the text form; null for anything else.</summary>
    public static CodebookRef? Parse(string text) =>
        text.Split('/') is [var id, var version, var hash] && IsId(id) && version.Length is > 0 and <= 4 &&
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && IsVersion(number) && version[0] != '0' &&
        Digest.TryParseHex(hash, out var digest)
            ? new CodebookRef(id, number, digest)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}/{Version}/{Hash}");
}
