using Parley.Crypto;
using Parley.Lines.Entries;

namespace Parley.Lines.Notices;

/// <summary>What a notice does to those before it. Numbers are used in encodings.</summary>
public enum NoticeEffect
{
    /// <summary>Tells of something to come: opens a window that stays open until each announced event is closed.</summary>
    Announces = 1,

    /// <summary>Says that it has begun.</summary>
    Starts = 2,

    /// <summary>Takes the place of the notice that it regards.</summary>
    Amends = 3,

    /// <summary>Moves its times, and nothing else.</summary>
    Slips = 4,

    /// <summary>Says that it will not take place.</summary>
    Cancels = 5,

    /// <summary>Says that it is over.</summary>
    Completes = 6,

    /// <summary>Asks for an answer within the format's clock.</summary>
    Asks = 7,

    /// <summary>Answers.</summary>
    Answers = 8,

    /// <summary>Tells of something that is or was.</summary>
    Informs = 9,
}

/// <summary>How likely it is that the other side takes what is announced for an attack, seen without the notice. Of the format's makers, not of a treaty.</summary>
public enum AlarmPotential
{
    None = 0,
    Low = 1,
    Medium = 2,
    High = 3,
}

/// <summary>Clocks in minutes; null: the format has none of that kind.</summary>
/// <param name="Lead">From receipt to the start, at least.</param>
/// <param name="Validity">From the start: how long the notice stands where no end is said.</param>
/// <param name="Answer">From receipt to the answer, at most.</param>
/// <param name="Completion">From the end to the notice of completion, at most.</param>
/// <param name="Reminders">Before the start, greatest first: both ends are reminded.</param>
public sealed record FormatClocks(int? Lead, int? Validity, int? Answer, int? Completion, IReadOnlyList<int> Reminders)
{
    public bool Equals(FormatClocks? other) => other is not null && (Lead, Validity, Answer, Completion) == (other.Lead, other.Validity, other.Answer, other.Completion) &&
        Reminders.SequenceEqual(other.Reminders);

    public override int GetHashCode() => HashCode.Combine(Lead, Validity, Answer, Completion, Reminders.Count);
}

/// <summary>From this number on the notice is a duty.</summary>
public sealed record FormatThreshold(string Field, long Least, string Rule);

/// <summary>No nearer to an area that the charter names than this many metres.</summary>
public sealed record FormatStandOff(string Field, string Area, int Metres, string Rule);

/// <summary>A form of notices that parties agree on by hash. It is data: a party adds one by writing a file (<c>docs/formats/notice-format.md</c>).</summary>
/// <param name="Id">1 to 32 of <c>a-z 0-9 -</c>.</param>
/// <param name="Version">From 1.</param>
/// <param name="Number">As it is printed.</param>
/// <param name="Basis">What it is modelled on. No format says that it is official.</param>
/// <param name="Regards">Ids of formats, one of which it must name as predecessor; empty: none.</param>
/// <param name="Languages">Tags in order of their letters.</param>
/// <param name="Officers">Who must release it: one or two.</param>
/// <param name="Voluntary">Nobody is bound to send it.</param>
/// <param name="Start">Name of the field that says when it begins; empty: at receipt.</param>
/// <param name="End">Name of the field that says when it ends; empty: by the validity, or by a word.</param>
/// <param name="Events">Name of the field that says how many events it announces; empty: one.</param>
/// <param name="Event">Name of the field that says which of the announced events it is about; empty: all of them.</param>
/// <param name="Discrepancy">Metres from which a read-back or a later plan is another place; 0: any.</param>
/// <param name="Addressees">Roles on the other side that must acknowledge.</param>
/// <param name="Titles">In each language, in their order.</param>
/// <param name="Fields">In the order in which they are printed.</param>
public sealed record NoticeFormat(
    string Id,
    int Version,
    string Number,
    string Basis,
    NoticeEffect Effect,
    IReadOnlyList<string> Regards,
    IReadOnlyList<string> Languages,
    int Officers,
    Precedence Precedence,
    bool Voluntary,
    AlarmPotential Alarm,
    string Start,
    string End,
    string Events,
    string Event,
    int Discrepancy,
    FormatClocks Clocks,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<FormatThreshold> Thresholds,
    IReadOnlyList<FormatStandOff> StandOffs,
    IReadOnlyList<string> Titles,
    IReadOnlyList<NoticeField> Fields)
{
    private static readonly byte[] HashContext = "parley/1/notice-format\n"u8.ToArray();

    /// <summary>The field of that name; null when there is none.</summary>
    public NoticeField? this[string name] => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>SHA-256("parley/1/notice-format\n", encoding): what a charter names.</summary>
    public Digest Hash() => Digest.Of(HashContext, Encode());

    /// <summary>Where a reader's language stands; the format's English, or its first, where it is none of them.</summary>
    public int LanguageFor(string? tag)
    {
        var at = Languages.ToList();
        return tag is not null && at.IndexOf(tag) is >= 0 and var own ? own : Math.Max(0, at.IndexOf("en"));
    }

    /// <summary>Deterministic CBOR; see <see cref="FormatCode"/>.</summary>
    public byte[] Encode() => Cbor.Encode(this, FormatCode.Write);

    /// <summary>Reads what <see cref="Encode"/> writes for a format without flaws; null for anything else.</summary>
    public static NoticeFormat? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, Bounds.FormatSize, static reader =>
    {
        var format = FormatCode.Read(reader);
        return FormatRules.Problems(format).Count == 0 ? format : null;
    });

    public bool Equals(NoticeFormat? other) => other is not null && Encode().AsSpan().SequenceEqual(other.Encode());

    public override int GetHashCode() => HashCode.Combine(Id, Version, Fields.Count);
}
