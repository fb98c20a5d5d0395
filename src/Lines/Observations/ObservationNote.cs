using System.Formats.Cbor;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Observations;

/// <summary>What our party does about another one that prepares itself. Numbers are used in encodings.</summary>
public enum ReactionChoice
{
    /// <summary>Do nothing, and know that it was chosen.</summary>
    Nothing = 1,

    /// <summary>Say what we do ourselves, and that it is not aimed at them.</summary>
    Posture = 2,

    /// <summary>Pause a phase of ours.</summary>
    Pause = 3,

    /// <summary>Propose to raise our own readiness in turn. Two persons and a written reason; the station does nothing of it.</summary>
    Mirror = 4,
}

/// <summary>A choice of an officer.</summary>
/// <param name="Reason">Empty: none was given.</param>
/// <param name="Second">Who seconded it; empty: nobody.</param>
/// <param name="SecondedAt">Null: nobody has.</param>
public sealed record ReactionDecision(ReactionChoice Choice, string Reason, string Officer, Timestamp At, string Second, Timestamp? SecondedAt)
{
    /// <summary>Whether it stands: mirroring needs a second person.</summary>
    public bool IsMade => Choice != ReactionChoice.Mirror || SecondedAt is not null;
}

/// <summary>A question that was asked about an observation, or that waits to be released.</summary>
/// <param name="Draft">Id of the draft; empty: an officer attached an entry that was said otherwise.</param>
/// <param name="Entry">Null: the draft was not released yet.</param>
public sealed record ObservationAsked(LineId Line, string Draft, EntryRef? Entry, string Officer, Timestamp At);

/// <summary>What became of one observation in our house: questions that were asked about it and what was chosen. Saved as one document under the observation's number:
/// [[[line, draft, entry, officer, time]], [[choice, reason, officer, time, second, time or null]]].</summary>
public sealed record ObservationNote(int Number, IReadOnlyList<ObservationAsked> Asked, IReadOnlyList<ReactionDecision> Decisions)
{
    public static ObservationNote Empty(int number) => new(number, [], []);

    public string Id => Observation.IdOf(Number);

    /// <summary>What stands now; null: nothing was chosen.</summary>
    public ReactionDecision? Standing => Decisions.LastOrDefault(d => d.IsMade);

    /// <summary>Waits for a second person; null: nothing does.</summary>
    public ReactionDecision? Waiting => Decisions is [.., { IsMade: false } last] ? last : null;

    /// <summary>Whether officers have done something about it.</summary>
    public bool IsTaken => Asked.Count > 0 || Standing is not null;

    public byte[] Encode() => Cbor.Encode(this, static (writer, note) =>
    {
        writer.WriteStartArray(2);
        writer.WriteStartArray(note.Asked.Count);
        foreach (var asked in note.Asked)
        {
            writer.WriteStartArray(5);
            writer.WriteTextString(asked.Line.ToString());
            writer.WriteTextString(asked.Draft);
            writer.WriteTextString(asked.Entry?.ToString() ?? "");
            writer.WriteTextString(asked.Officer);
            writer.WriteUInt64((ulong)asked.At.UnixMilliseconds);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteStartArray(note.Decisions.Count);
        foreach (var decision in note.Decisions)
            Write(writer, decision);
        writer.WriteEndArray();
        writer.WriteEndArray();
    });

    /// <summary>Reads what <see cref="Encode"/> writes for a sound note under that id; null for anything else.</summary>
    public static ObservationNote? Parse(string id, ReadOnlyMemory<byte> bytes)
    {
        if (Observation.NumberOf(id) is not { } number)
            return null;
        var read = Cbor.Read(bytes, Bounds.ObservationNoteSize, reader =>
        {
            reader.ArrayOf(2);
            var asked = new ObservationAsked[reader.ArrayUpTo(Bounds.ObservationQuestions)];
            for (var i = 0; i < asked.Length; i++)
                asked[i] = ReadAsked(reader);
            reader.ReadEndArray();
            var decisions = new ReactionDecision[reader.ArrayUpTo(Bounds.ReactionDecisions)];
            for (var i = 0; i < decisions.Length; i++)
                decisions[i] = ReadDecision(reader);
            reader.ReadEndArray();
            reader.ReadEndArray();
            return new ObservationNote(number, asked, decisions);
        });
        return read is not null && read.IsSound ? read : null;
    }

    private bool IsSound => Asked.All(a => a.Entry is not null || a.Draft.Length > 0) &&
        Decisions.All(d => Enum.IsDefined(d.Choice) && PlainText.IsLine(d.Officer, Bounds.OfficerNameLength) && (d.Second.Length > 0) == (d.SecondedAt is not null) &&
            (d.Reason.Length == 0 ? d.Choice != ReactionChoice.Mirror : MessageContent.IsText(d.Reason)));

    private static void Write(CborWriter writer, ReactionDecision decision)
    {
        writer.WriteStartArray(6);
        writer.WriteUInt32((uint)decision.Choice);
        writer.WriteTextString(decision.Reason);
        writer.WriteTextString(decision.Officer);
        writer.WriteUInt64((ulong)decision.At.UnixMilliseconds);
        writer.WriteTextString(decision.Second);
        if (decision.SecondedAt is { } at)
            writer.WriteUInt64((ulong)at.UnixMilliseconds);
        else
            writer.WriteNull();
        writer.WriteEndArray();
    }

    private static ObservationAsked ReadAsked(CborReader reader)
    {
        reader.ArrayOf(5);
        var line = LineId.Parse(reader.Text(2 * Crypto.Digest.Size)) ?? throw new CborContentException("line");
        var (draft, name) = (reader.Text(Bounds.ShortText), reader.Text(Bounds.ShortText));
        EntryRef? entry = name.Length == 0 ? null : EntryRef.Parse(name) ?? throw new CborContentException("entry");
        var asked = new ObservationAsked(line, draft, entry, reader.Text(Bounds.OfficerNameLength), reader.Time());
        reader.ReadEndArray();
        return asked;
    }

    private static ReactionDecision ReadDecision(CborReader reader)
    {
        reader.ArrayOf(6);
        var (choice, reason, officer) = ((ReactionChoice)reader.UpTo(4), reader.Text(Bounds.ObservationText), reader.Text(Bounds.OfficerNameLength));
        var (at, second) = (reader.Time(), reader.Text(Bounds.OfficerNameLength));
        var decision = new ReactionDecision(choice, reason, officer, at, second, reader.Optional(static r => r.Time()));
        reader.ReadEndArray();
        return decision;
    }

    public bool Equals(ObservationNote? other) => other is not null && Number == other.Number && Encode().AsSpan().SequenceEqual(other.Encode());

    public override int GetHashCode() => HashCode.Combine(Number, Asked.Count, Decisions.Count);
}
