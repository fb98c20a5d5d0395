using System.Formats.Cbor;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Station.Alarms;

/// <summary>Something that rings until an officer takes it, and stands until it is dealt with: an entry that nobody here has read, or an outlet that failed. Saved as
/// one document: [kind, since, rung, last ring, taken by, taken at or null, more, why, by an officer]; its id is line and entry, or `outlet/NAME`.</summary>
/// <param name="Since">When the entry was recorded here, or the outlet failed.</param>
/// <param name="Rung">How many rings are behind it; see <see cref="AlarmSchedule"/>.</param>
/// <param name="Last">When it rang last.</param>
/// <param name="TakenBy">The officer who took it, or empty.</param>
/// <param name="More">Later alarms of the same author and line that are counted with this one.</param>
/// <param name="Why">How the outlet failed.</param>
/// <param name="ByOfficer">An officer did not hear the outlet, whatever it says itself.</param>
internal sealed record OpenAlarm(
    AlarmKind Kind, LineId? Line, EntryRef? Entry, string Outlet, Timestamp Since, int Rung = 0, Timestamp Last = default, string TakenBy = "",
    Timestamp? TakenAt = null, long More = 0, string Why = "", bool ByOfficer = false)
{
    private const string OfOutlet = "outlet/";
    private const int MaxDocument = 2048;

    public string Id => Line is { } line ? IdOf(line, Entry!.Value) : IdOf(Outlet);

    public bool Rings => TakenAt is null;

    public static string IdOf(LineId line, EntryRef entry) => $"{line}/{entry}";

    public static string IdOf(string outlet) => OfOutlet + outlet;

    public bool IsDue(Timestamp now) => Rings && DueAt(now) <= now;

    public Timestamp DueAt(Timestamp now) => AlarmSchedule.Due(Since, Rung, Last, now);

    public byte[] Encode() => Cbor.Encode(this, static (writer, alarm) =>
    {
        writer.WriteStartArray(9);
        writer.WriteUInt32((uint)alarm.Kind);
        writer.WriteUInt64((ulong)alarm.Since.UnixMilliseconds);
        writer.WriteUInt32((uint)alarm.Rung);
        writer.WriteUInt64((ulong)alarm.Last.UnixMilliseconds);
        writer.WriteTextString(alarm.TakenBy);
        writer.WriteOptionalTime(alarm.TakenAt);
        writer.WriteUInt64((ulong)alarm.More);
        writer.WriteTextString(alarm.Why);
        writer.WriteBoolean(alarm.ByOfficer);
        writer.WriteEndArray();
    });

    public static OpenAlarm? Parse(string id, ReadOnlyMemory<byte> bytes)
    {
        LineId? line = null;
        EntryRef? entry = null;
        var outlet = id.StartsWith(OfOutlet, StringComparison.Ordinal) ? id[OfOutlet.Length..] : "";
        if (outlet.Length == 0 && id.IndexOf('/', StringComparison.Ordinal) is var cut and > 0)
            (line, entry) = (LineId.Parse(id[..cut]), EntryRef.Parse(id[(cut + 1)..]));
        if (outlet.Length == 0 ? line is null || entry is null : !Roster.IsOutletName(outlet))
            return null;
        return Cbor.Read(bytes, MaxDocument, reader =>
        {
            reader.ArrayOf(9);
            var alarm = new OpenAlarm(
                (AlarmKind)reader.UpTo((int)AlarmKind.Test), line, entry, outlet, reader.Time(), reader.UpTo(int.MaxValue), reader.Time(),
                reader.Text(Parley.Lines.Bounds.OfficerNameLength), reader.OptionalTime(), reader.Count(), reader.Text(Bounds.OutletFailure), reader.ReadBoolean());
            reader.ReadEndArray();
            return (alarm.Kind == AlarmKind.OutletFailed) == (outlet.Length > 0) ? alarm : null;
        });
    }
}

/// <summary>Times that may be missing, as alarms save them.</summary>
internal static class AlarmTimes
{
    public static void WriteOptionalTime(this CborWriter writer, Timestamp? time)
    {
        if (time is { } at)
            writer.WriteUInt64((ulong)at.UnixMilliseconds);
        else
            writer.WriteNull();
    }

    public static Timestamp? OptionalTime(this CborReader reader) => reader.Optional(static r => r.Time());
}
