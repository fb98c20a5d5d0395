using System.Text;
using Parley.Crypto;

namespace Parley.Ledger;

/// <summary>The head of a feed as its station signs it, in the layout of C2SP tlog-checkpoint with one extension line, the head of the
/// station's journal:
/// <code>
/// origin
/// size, decimal
/// root, base64
/// journal size root
/// </code>
/// The constructor throws <see cref="ArgumentException"/> for what could not be parsed again; for values from outside use
/// <see cref="TryCreate"/>.</summary>
/// <param name="Origin">Names the log: printable ASCII without space and plus, at most <see cref="Bounds.MaxNameLength"/>
/// characters.</param>
/// <param name="Feed">The head that is signed.</param>
/// <param name="Journal">Head of the station's journal at that moment.</param>
public sealed record Checkpoint(string Origin, LogHead Feed, LogHead Journal)
{
    private const string JournalWord = "journal";

    public string Origin { get; } = StrictText.IsName(Origin) ? Origin : throw new ArgumentException("Not an origin.", nameof(Origin));

    public LogHead Feed { get; } = Feed.IsWellFormed ? Feed : throw new ArgumentException("Not a head.", nameof(Feed));

    public LogHead Journal { get; } = Journal.IsWellFormed ? Journal : throw new ArgumentException("Not a head.", nameof(Journal));

    /// <summary>Null when one of the values could not stand in a checkpoint.</summary>
    public static Checkpoint? TryCreate(string origin, LogHead feed, LogHead journal) =>
        StrictText.IsName(origin) && feed.IsWellFormed && journal.IsWellFormed ? new Checkpoint(origin, feed, journal) : null;

    /// <summary>The bytes that are signed: ASCII, every line ended by a newline.</summary>
    public byte[] ToBody() => Encoding.ASCII.GetBytes(ToText());

    /// <summary>Reads exactly what <see cref="ToBody"/> writes; null for anything else, other extension lines included.</summary>
    public static Checkpoint? Parse(ReadOnlySpan<byte> body) =>
        StrictText.Decode(body, Bounds.MaxCheckpointLength) is { } text ? Parse(text.AsSpan()) : null;

    /// <summary>Whether the signature is the key's over this checkpoint.</summary>
    public bool Verify(VerifyingKey key, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Verify(ToBody(), signature);
    }

    internal string ToText() =>
        $"{Origin}\n{StrictText.Decimal(Feed.Size)}\n{Feed.RootText()}\n"
        + $"{JournalWord} {StrictText.Decimal(Journal.Size)} {Journal.RootText()}\n";

    internal static Checkpoint? Parse(ReadOnlySpan<char> text)
    {
        if (!StrictText.TryTakeLine(ref text, out var origin)
            || !StrictText.TryTakeLine(ref text, out var size)
            || !StrictText.TryTakeLine(ref text, out var root)
            || !StrictText.TryTakeField(ref text, JournalWord, out var journal)
            || !text.IsEmpty)
        {
            return null;
        }

        var space = journal.IndexOf(' ');
        if (space < 0
            || LogHead.Parse(size, root) is not { } feedHead
            || LogHead.Parse(journal[..space], journal[(space + 1)..]) is not { } journalHead)
        {
            return null;
        }

        return TryCreate(origin.ToString(), feedHead, journalHead);
    }
}
