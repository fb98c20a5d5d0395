using Parley.Control.Shifts;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Alarms;
using Parley.Station.Alarms;

namespace Parley.Station.Shifts;

/// <summary>A handover and who has signed it. Saved as one document: [text, state, taken by, ended at or null]; its id is its number in six digits.</summary>
/// <param name="TakenBy">The incoming officer, or empty.</param>
/// <param name="EndedAt">When it was taken or withdrawn.</param>
internal sealed record SignedHandover(HandoverText Text, HandoverState State = HandoverState.Waits, string TakenBy = "", Timestamp? EndedAt = null)
{
    private const int MaxDocument = HandoverText.MaxSize + 512;

    public string Id => HandoverText.IdOf(Text.Number);

    public bool Waits => State == HandoverState.Waits;

    /// <summary>Who has signed it, and what the journal says of that.</summary>
    public IEnumerable<(string Officer, string Note)> Signatures()
    {
        yield return (Text.Officer, Note(Text, isTaken: false));
        if (State == HandoverState.Taken)
            yield return (TakenBy, Note(Text, isTaken: true));
    }

    /// <summary>What the journal says of a signature.</summary>
    public static string Note(HandoverText text, bool isTaken) => $"{text.Level.Name()}, {(isTaken ? "taken over" : "handed over")}: {text.Digest()}";

    public byte[] Encode()
    {
        var text = Text.Encode();
        return Cbor.Encode((Handover: this, Text: text), static (writer, one) =>
        {
            writer.WriteStartArray(4);
            writer.WriteByteString(one.Text);
            writer.WriteUInt32((uint)one.Handover.State);
            writer.WriteTextString(one.Handover.TakenBy);
            writer.WriteOptionalTime(one.Handover.EndedAt);
            writer.WriteEndArray();
        });
    }

    public static SignedHandover? Parse(string id, ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, reader =>
    {
        reader.ArrayOf(4);
        var text = HandoverText.Parse(reader.BytesUpTo(HandoverText.MaxSize));
        var state = (HandoverState)reader.UpTo((int)HandoverState.Withdrawn);
        var (by, at) = (reader.Text(Parley.Lines.Bounds.OfficerNameLength), reader.OptionalTime());
        reader.ReadEndArray();
        var isWhole = state == HandoverState.Waits ? at is null && by.Length == 0 : at is not null && state == HandoverState.Taken == by.Length > 0;
        return text is not null && isWhole && HandoverText.IdOf(text.Number) == id ? new SignedHandover(text, state, by, at) : null;
    });
}
