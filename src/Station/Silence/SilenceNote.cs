using System.Formats.Cbor;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Charters;
using Parley.Lines.Parties;
using Parley.Lines.Silence;

namespace Parley.Station.Silence;

/// <summary>A silence that is over.</summary>
/// <param name="From">When the first of its evidence is from.</param>
/// <param name="Until">When nothing was left to explain.</param>
/// <param name="Causes">All that stood at some time of it.</param>
/// <param name="Last">Those that were left when it ended.</param>
internal sealed record PastSilence(Timestamp From, Timestamp Until, IReadOnlyList<SilenceCause> Causes, IReadOnlyList<SilenceCause> Last);

/// <summary>What stands of one line and one other party, so that it goes on after a restart. Saved as one document: [since, from or null, heard or null,
/// [cause …], [cause of this silence …], agreement, line, declared, observed, [[from, until, [cause …], [cause …]] …]]; its id is line and party.</summary>
/// <param name="Since">Since when the same is said.</param>
/// <param name="From">When the silence that goes on began; null: there is none.</param>
/// <param name="Heard">When their station was last heard before.</param>
/// <param name="All">Every cause that stood in the silence that goes on.</param>
/// <param name="Past">Oldest first, the last few.</param>
internal sealed record SilenceNote(
    LineId Line,
    PartyId Party,
    Timestamp Since,
    Timestamp? From,
    Timestamp? Heard,
    IReadOnlyList<SilenceCause> Causes,
    IReadOnlyList<SilenceCause> All,
    AgreementState Agreement,
    MachineState Machine,
    DeclaredState Declared,
    HumanState Observed,
    IReadOnlyList<PastSilence> Past)
{
    private const int MaxDocument = 16 * 1024;

    public string Id => $"{Line}/{Party}";

    public byte[] Encode() => Cbor.Encode(this, static (writer, note) =>
    {
        writer.WriteStartArray(10);
        writer.WriteUInt64((ulong)note.Since.UnixMilliseconds);
        Write(writer, note.From);
        Write(writer, note.Heard);
        Write(writer, note.Causes);
        Write(writer, note.All);
        writer.WriteUInt32((uint)note.Agreement);
        writer.WriteUInt32((uint)note.Machine);
        writer.WriteUInt32((uint)note.Declared);
        writer.WriteUInt32((uint)note.Observed);
        writer.WriteStartArray(note.Past.Count);
        foreach (var past in note.Past)
        {
            writer.WriteStartArray(4);
            writer.WriteUInt64((ulong)past.From.UnixMilliseconds);
            writer.WriteUInt64((ulong)past.Until.UnixMilliseconds);
            Write(writer, past.Causes);
            Write(writer, past.Last);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    });

    public static SilenceNote? Parse(string id, ReadOnlyMemory<byte> bytes)
    {
        var parts = id.Split('/');
        if (parts.Length != 2 || LineId.Parse(parts[0]) is not { } line || PartyId.Parse(parts[1]) is not { } party)
            return null;
        var note = Cbor.Read(bytes, MaxDocument, reader =>
        {
            reader.ArrayOf(10);
            var since = reader.Time();
            var from = reader.Optional(static r => r.Time());
            var heard = reader.Optional(static r => r.Time());
            var (causes, all) = (ReadCauses(reader), ReadCauses(reader));
            var (agreement, machine) = ((AgreementState)reader.UpTo((int)AgreementState.Ended), (MachineState)reader.UpTo((int)MachineState.NoStation));
            var (declared, observed) = ((DeclaredState)reader.UpTo((int)DeclaredState.Suspended), (HumanState)reader.UpTo((int)HumanState.Excused));
            var past = new PastSilence[reader.ArrayUpTo(Bounds.PastSilences)];
            for (var i = 0; i < past.Length; i++)
            {
                reader.ArrayOf(4);
                past[i] = new PastSilence(reader.Time(), reader.Time(), ReadCauses(reader), ReadCauses(reader));
                reader.ReadEndArray();
            }

            reader.ReadEndArray();
            reader.ReadEndArray();
            return new SilenceNote(line, party, since, from, heard, causes, all, agreement, machine, declared, observed, past);
        });
        return note?.Id == id ? note : null;
    }

    private static void Write(CborWriter writer, Timestamp? at)
    {
        if (at is { } time)
            writer.WriteUInt64((ulong)time.UnixMilliseconds);
        else
            writer.WriteNull();
    }

    private static void Write(CborWriter writer, IReadOnlyList<SilenceCause> causes)
    {
        writer.WriteStartArray(causes.Count);
        foreach (var cause in causes)
            writer.WriteUInt32((uint)cause);
        writer.WriteEndArray();
    }

    private static SilenceCause[] ReadCauses(CborReader reader)
    {
        var causes = new SilenceCause[reader.ArrayUpTo((int)SilenceCause.Suspended + 1)];
        for (var i = 0; i < causes.Length; i++)
        {
            causes[i] = (SilenceCause)reader.UpTo((int)SilenceCause.Suspended);
            if (i > 0 && causes[i] <= causes[i - 1])
                Cbor.Refuse("causes out of order");
        }

        reader.ReadEndArray();
        return causes;
    }
}
