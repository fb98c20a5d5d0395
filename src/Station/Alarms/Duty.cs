using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Alarms;

namespace Parley.Station.Alarms;

/// <summary>An officer on duty at a level of the roster since a time.</summary>
internal sealed record DutyOfficer(AlarmLevel Level, string Officer, Timestamp Since);

/// <summary>Who is on duty. Saved as the document `shift`: [[level, officer, since] …], ordered by level.</summary>
internal sealed record Duty(IReadOnlyList<DutyOfficer> Officers)
{
    public const string DocumentId = "shift";
    private const int MaxDocument = 1024;

    public static Duty Nobody { get; } = new([]);

    public DutyOfficer? At(AlarmLevel level) => Officers.FirstOrDefault(o => o.Level == level);

    public Duty Without(AlarmLevel level) => new([.. Officers.Where(o => o.Level != level)]);

    public Duty With(DutyOfficer one) => new([.. Without(one.Level).Officers.Append(one).OrderBy(o => o.Level)]);

    public byte[] Encode() => Cbor.Encode(this, static (writer, duty) =>
    {
        writer.WriteStartArray(duty.Officers.Count);
        foreach (var one in duty.Officers)
        {
            writer.WriteStartArray(3);
            writer.WriteUInt32((uint)one.Level);
            writer.WriteTextString(one.Officer);
            writer.WriteUInt64((ulong)one.Since.UnixMilliseconds);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    });

    public static Duty? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, static reader =>
    {
        var officers = new DutyOfficer[reader.ArrayUpTo(Roster.Levels.Count)];
        for (var i = 0; i < officers.Length; i++)
        {
            reader.ArrayOf(3);
            officers[i] = new DutyOfficer((AlarmLevel)reader.UpTo(Roster.Levels.Count - 1), reader.Text(Parley.Lines.Bounds.OfficerNameLength), reader.Time());
            reader.ReadEndArray();
            if (i > 0 && officers[i - 1].Level >= officers[i].Level)
                return null;
        }

        reader.ReadEndArray();
        return new Duty(officers);
    });
}
