using System.Text;
using Parley.Crypto;

namespace Parley.Ledger;

/// <summary>What a peer's station says when it signs another's checkpoint: that it verified and stored the feed so far, when, and the
/// contents that are absent or unreadable there. It is the receipt. After the model of C2SP tlog-cosignature, with a first line of our
/// own so that neither passes for the other:
/// <code>
/// parley/1/cosignature
/// by name
/// time milliseconds
/// own sizes
/// lacks ranges
///
/// the checkpoint's body
/// </code>
/// The constructor throws <see cref="ArgumentException"/> for what could not be parsed again; for values from outside use
/// <see cref="TryCreate"/>.</summary>
/// <param name="By">Name of the cosigner: printable ASCII without space and plus, at most <see cref="Bounds.MaxNameLength"/>
/// characters.</param>
/// <param name="Time">When it was signed, by the cosigner's clock.</param>
/// <param name="Own">Sizes of the cosigner's own feeds at that moment, opaque here: 1 to <see cref="Bounds.MaxOwnLength"/> characters of
/// printable ASCII.</param>
/// <param name="Lacks">Indexes below the checkpoint's size whose contents the receipt does not cover, at most
/// <see cref="Bounds.MaxRanges"/> ranges (<see cref="RangeSet.Coarsen"/>).</param>
public sealed record Cosignature(string By, Timestamp Time, string Own, RangeSet Lacks)
{
    private const string FirstLine = "parley/1/cosignature";

    public string By { get; } = StrictText.IsName(By) ? By : throw new ArgumentException("Not a name.", nameof(By));

    public string Own { get; } = StrictText.IsOwn(Own) ? Own : throw new ArgumentException("Not one line of sizes.", nameof(Own));

    public RangeSet Lacks { get; } = Lacks is { Ranges.Count: <= Bounds.MaxRanges }
        ? Lacks
        : throw new ArgumentException("No set, or too many ranges.", nameof(Lacks));

    /// <summary>Null when one of the values could not stand in a cosignature.</summary>
    public static Cosignature? TryCreate(string by, Timestamp time, string own, RangeSet lacks) =>
        StrictText.IsName(by) && StrictText.IsOwn(own) && lacks is { Ranges.Count: <= Bounds.MaxRanges }
            ? new Cosignature(by, time, own, lacks)
            : null;

    /// <summary>Whether this can be said of the checkpoint: it lacks nothing beyond the checkpoint's size.</summary>
    public bool Fits(Checkpoint over)
    {
        ArgumentNullException.ThrowIfNull(over);
        return Lacks.End <= over.Feed.Size;
    }

    /// <summary>The bytes that are signed. Throws <see cref="ArgumentException"/> unless it <see cref="Fits"/>.</summary>
    public byte[] ToSignedText(Checkpoint over)
    {
        if (!Fits(over))
        {
            throw new ArgumentException("Lacks an index beyond the checkpoint.", nameof(over));
        }

        return Encoding.ASCII.GetBytes(
            $"{FirstLine}\nby {By}\ntime {StrictText.Decimal(Time.UnixMilliseconds)}\nown {Own}\nlacks {Lacks}\n\n{over.ToText()}");
    }

    /// <summary>Reads exactly what <see cref="ToSignedText"/> writes; null for anything else.</summary>
    public static (Cosignature Cosignature, Checkpoint Over)? Parse(ReadOnlySpan<byte> signedText)
    {
        if (StrictText.Decode(signedText, Bounds.MaxCosignatureLength) is not { } decoded)
        {
            return null;
        }

        var text = decoded.AsSpan();
        if (!StrictText.TryTakeLine(ref text, out var first) || !first.SequenceEqual(FirstLine)
            || !StrictText.TryTakeField(ref text, "by", out var by)
            || !StrictText.TryTakeField(ref text, "time", out var time)
            || !StrictText.TryTakeField(ref text, "own", out var own)
            || !StrictText.TryTakeField(ref text, "lacks", out var lacks)
            || !StrictText.TryTakeLine(ref text, out var blank) || !blank.IsEmpty
            || Checkpoint.Parse(text) is not { } over
            || !StrictText.TryDecimal(time, out var milliseconds)
            || !Timestamp.TryFrom(milliseconds, out var instant)
            || RangeSet.Parse(lacks) is not { } absent)
        {
            return null;
        }

        return TryCreate(by.ToString(), instant, own.ToString(), absent) is { } cosignature && cosignature.Fits(over)
            ? (cosignature, over)
            : null;
    }

    /// <summary>Whether the signature is the key's over this cosignature of that checkpoint.</summary>
    public bool Verify(Checkpoint over, VerifyingKey key, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Fits(over) && key.Verify(ToSignedText(over), signature);
    }
}
