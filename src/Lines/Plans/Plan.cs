using System.Globalization;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Codebooks;
using Parley.Lines.Messages;
using Parley.Lines.Notices;

namespace Parley.Lines.Plans;

/// <summary>What can be wrong with a plan.</summary>
public enum PlanFlaw
{
    /// <summary>The title is not one plain line of 1 to 100 characters.</summary>
    Title,

    /// <summary>The form is no id of one.</summary>
    Format,

    /// <summary>The end is not after the start.</summary>
    Times,

    /// <summary>A sign stands twice, out of order, or is none.</summary>
    Signs,

    /// <summary>The note is no plain text of at most 1,000 characters.</summary>
    Note,
}

/// <summary>An activity that our party plans and has perhaps told nobody of. It never leaves the station. Saved as one document: [line, title, form, start, end,
/// [signs], note, officer, time kept]; line, form and note are empty where there is none.</summary>
/// <param name="Number">From 1, of this station.</param>
/// <param name="Line">The line whose other parties it may concern; null: any.</param>
/// <param name="Format">Id of the form in which its notice is expected; empty: none.</param>
/// <param name="Signs">In order of their numbers, none twice.</param>
/// <param name="Officer">Who kept it last.</param>
public sealed record Plan(
    int Number, LineId? Line, string Title, string Format, Timestamp Start, Timestamp End, IReadOnlyList<Sign> Signs, string Note, string Officer, Timestamp Kept)
{
    private const int MaxDocument = 16 * 1024;
    private const int Digits = 6;

    /// <summary>[start, end).</summary>
    public NoticeSpan Span => new(Start.ToDateTimeOffset(), End.ToDateTimeOffset());

    /// <summary>By which it is kept: its number in six digits.</summary>
    public string Id => IdOf(Number);

    public static string IdOf(int number) => number.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The first flaw; null when it is good.</summary>
    public PlanFlaw? Flaw() =>
        !PlainText.IsLine(Title, Bounds.PlanTitleLength) ? PlanFlaw.Title
        : Format.Length > 0 && !CodebookRef.IsId(Format) ? PlanFlaw.Format
        : End <= Start ? PlanFlaw.Times
        : !Signs.All(Enum.IsDefined) || !CodebookRules.IsAscending(Signs, static (a, b) => a.CompareTo(b)) ? PlanFlaw.Signs
        : Note.Length > 0 && (Note.Length > Bounds.PlanNoteLength || !MessageContent.IsText(Note)) ? PlanFlaw.Note
        : null;

    public byte[] Encode() => Cbor.Encode(this, static (writer, plan) =>
    {
        writer.WriteStartArray(9);
        writer.WriteTextString(plan.Line?.ToString() ?? "");
        writer.WriteTextString(plan.Title);
        writer.WriteTextString(plan.Format);
        writer.WriteUInt64((ulong)plan.Start.UnixMilliseconds);
        writer.WriteUInt64((ulong)plan.End.UnixMilliseconds);
        writer.WriteStartArray(plan.Signs.Count);
        foreach (var sign in plan.Signs)
            writer.WriteUInt32((uint)sign);
        writer.WriteEndArray();
        writer.WriteTextString(plan.Note);
        writer.WriteTextString(plan.Officer);
        writer.WriteUInt64((ulong)plan.Kept.UnixMilliseconds);
        writer.WriteEndArray();
    });

    /// <summary>Reads what <see cref="Encode"/> writes for a plan without flaws under that id; null for anything else.</summary>
    public static Plan? Parse(string id, ReadOnlyMemory<byte> bytes)
    {
        if (id.Length != Digits || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            return null;
        var plan = Cbor.Read(bytes, MaxDocument, reader =>
        {
            reader.ArrayOf(9);
            var line = reader.Text(2 * Digest.Size);
            var (title, format) = (reader.Text(Bounds.PlanTitleLength), reader.Text(Bounds.PartyIdLength));
            var (start, end) = (reader.Time(), reader.Time());
            var signs = new Sign[reader.ArrayUpTo(Plans.Signs.All.Count)];
            for (var i = 0; i < signs.Length; i++)
                signs[i] = (Sign)reader.UpTo(Plans.Signs.All.Count - 1);
            reader.ReadEndArray();
            var read = new Plan(
                number, LineId.Parse(line), title, format, start, end, signs, reader.Text(Bounds.PlanNoteLength), reader.Text(Bounds.OfficerNameLength), reader.Time());
            reader.ReadEndArray();
            return (read.Line?.ToString() ?? "") == line ? read : null;
        });
        return plan?.Flaw() is null ? plan : null;
    }

    public bool Equals(Plan? other) => other is not null && Number == other.Number && Encode().AsSpan().SequenceEqual(other.Encode());

    public override int GetHashCode() => HashCode.Combine(Number, Title, Start);
}
