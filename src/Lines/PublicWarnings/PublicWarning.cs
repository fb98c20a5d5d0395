using System.Globalization;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Observations;
using Parley.Lines.Parties;
using Parley.Volumes;

namespace Parley.Lines.PublicWarnings;

/// <summary>What a public warning does to earlier ones. Numbers are used in encodings.</summary>
public enum WarningEffect
{
    /// <summary>It announces something.</summary>
    Announces = 1,

    /// <summary>It takes the place of those that it names.</summary>
    Replaces = 2,

    /// <summary>It ends those that it names, and announces nothing.</summary>
    Cancels = 3,
}

/// <summary>What somebody published for everybody, such as a navigational warning or a NOTAM, as an officer or a program of ours entered it. What was seen is held against it
/// as against a notice. Nobody said it on a line, and nothing proves who wrote it. Kept as one document; nothing is written over.</summary>
/// <param name="Number">From 1, of this station.</param>
/// <param name="Name">As the author counts, such as <c>HYDROLANT 215/16(24)</c>; empty: it has no number.</param>
/// <param name="Party">Whose doing it announces; null: not known.</param>
/// <param name="Refers">Names of those that it replaces or cancels.</param>
/// <param name="Kinds">What it is about; one at least.</param>
/// <param name="Issued">When it was published; null: it does not say.</param>
/// <param name="Volumes">Where and when; none in a cancellation.</param>
/// <param name="Words">As published.</param>
/// <param name="Remarks">What was lost or mended when it was read.</param>
/// <param name="Officer">Who entered it.</param>
/// <param name="Entered">From when on we knew it.</param>
/// <param name="Mode">What is played in an exercise explains nothing real.</param>
public sealed record PublicWarning(
    int Number,
    string Name,
    PartyId? Party,
    WarningEffect Effect,
    IReadOnlyList<string> Refers,
    IReadOnlyList<AnnouncedKind> Kinds,
    Timestamp? Issued,
    IReadOnlyList<Volume> Volumes,
    string Words,
    IReadOnlyList<string> Remarks,
    string Officer,
    Timestamp Entered,
    LineMode Mode = LineMode.Live)
{
    /// <summary>The end of what stands until further notice.</summary>
    public static DateTimeOffset Never { get; } = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    /// <summary>By which it is kept: its number in eight digits.</summary>
    public string Id => IdOf(Number);

    /// <summary>How officers find it.</summary>
    public string Reference => Name.Length > 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"warning {Number}");

    /// <summary>When it was published, or entered where it does not say.</summary>
    public Timestamp At => Issued ?? Entered;

    /// <summary>The same for two that say the same under the same name: one that was entered before is not kept again.</summary>
    public Digest Print => Digest.Of(Cbor.Encode(this, static (writer, warning) =>
    {
        writer.WriteStartArray(4);
        writer.WriteUInt32((uint)warning.Mode);
        writer.WriteTextString(warning.Name);
        writer.WriteUInt64((ulong)(warning.Issued?.UnixMilliseconds ?? 0));
        writer.WriteTextString(warning.Words);
        writer.WriteEndArray();
    }));

    /// <summary>When the first of its volumes begins; null: it has none.</summary>
    public DateTimeOffset? Begins => Volumes.Count == 0 ? null : Volumes.Min(v => v.Schedule.Validity.From);

    /// <summary>When the last of its volumes ends; null: it has none.</summary>
    public DateTimeOffset? Ends => Volumes.Count == 0 ? null : Volumes.Max(v => v.Schedule.Validity.Until);

    public static string IdOf(int number) => Observation.IdOf(number);

    /// <summary>The number that such an id names; null for anything else.</summary>
    public static int? NumberOf(string id) => Observation.NumberOf(id);

    /// <summary>The first flaw; null when it is good.</summary>
    public WarningFlaw? Flaw() => WarningRules.Flaw(this);

    /// <summary>Deterministic CBOR.</summary>
    public byte[] Encode() => Cbor.Encode(this, WarningCode.Write);

    /// <summary>Reads what <see cref="Encode"/> writes for a warning without flaws under that id; null for anything else.</summary>
    public static PublicWarning? Parse(string id, ReadOnlyMemory<byte> bytes)
    {
        if (NumberOf(id) is not { } number)
            return null;
        var read = Cbor.Read(bytes, Bounds.WarningSize, reader => WarningCode.Read(reader, number));
        return read?.Flaw() is null ? read : null;
    }
}
