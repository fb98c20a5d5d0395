using Parley.Crypto;

namespace Parley.Ledger;

/// <summary>Size and root of a Merkle log (RFC 9162, section 2.1).</summary>
/// <param name="Size">Leaves.</param>
/// <param name="Root">Merkle tree hash of the leaves; of none, SHA-256 of the empty string.</param>
public readonly record struct LogHead(long Size, Digest Root)
{
    /// <summary>The log without leaves.</summary>
    public static LogHead Empty { get; } = new(0, Digest.Of([]));

    /// <summary>Size within <see cref="Bounds.MaxLogSize"/>, and the empty root at size 0. Says nothing about the root of leaves.</summary>
    public bool IsWellFormed => Size is > 0 and <= Bounds.MaxLogSize || this == Empty;

    internal static LogHead? Parse(ReadOnlySpan<char> size, ReadOnlySpan<char> root)
    {
        if (!StrictText.TryDecimal(size, out var leaves) || StrictText.Base64(root, Digest.Size) is not { Length: Digest.Size } bytes)
        {
            return null;
        }

        var head = new LogHead(leaves, new Digest(bytes));
        return head.IsWellFormed ? head : null;
    }

    internal string RootText() => Convert.ToBase64String(Root.ToArray());
}
