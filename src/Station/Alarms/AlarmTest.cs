using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Alarms;

namespace Parley.Station.Alarms;

/// <summary>One outlet in a test: what it says of itself, and whether an officer heard it; null while neither is known.</summary>
internal sealed record OutletTrial(string Name, bool? Rang = null, string Failure = "", bool? Heard = null);

/// <summary>The last alarm test. Saved as the document `test`: [at, by, [[outlet, rang, failure, heard] …], confirmed by, confirmed at or null].</summary>
internal sealed record AlarmTest(Timestamp At, string By, IReadOnlyList<OutletTrial> Outlets, string ConfirmedBy = "", Timestamp? ConfirmedAt = null)
{
    public const string DocumentId = "test";
    private const int MaxDocument = 16 * 1024;

    public AlarmTest With(OutletTrial trial) => this with { Outlets = [.. Outlets.Select(o => o.Name == trial.Name ? trial : o)] };

    public byte[] Encode() => Cbor.Encode(this, static (writer, test) =>
    {
        writer.WriteStartArray(5);
        writer.WriteUInt64((ulong)test.At.UnixMilliseconds);
        writer.WriteTextString(test.By);
        writer.WriteStartArray(test.Outlets.Count);
        foreach (var outlet in test.Outlets)
        {
            writer.WriteStartArray(4);
            writer.WriteTextString(outlet.Name);
            writer.WriteUInt32(NumberOf(outlet.Rang));
            writer.WriteTextString(outlet.Failure);
            writer.WriteUInt32(NumberOf(outlet.Heard));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteTextString(test.ConfirmedBy);
        writer.WriteOptionalTime(test.ConfirmedAt);
        writer.WriteEndArray();
    });

    public static AlarmTest? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, static reader =>
    {
        reader.ArrayOf(5);
        var (at, by) = (reader.Time(), reader.Text(Parley.Lines.Bounds.OfficerNameLength));
        var outlets = new OutletTrial[reader.ArrayUpTo(Bounds.Outlets)];
        for (var i = 0; i < outlets.Length; i++)
        {
            reader.ArrayOf(4);
            outlets[i] = new OutletTrial(
                reader.Text(Parley.Lines.Bounds.OutletNameLength), YesOf(reader.UpTo(2)), reader.Text(Bounds.OutletFailure), YesOf(reader.UpTo(2)));
            reader.ReadEndArray();
            if (!Roster.IsOutletName(outlets[i].Name))
                return null;
        }

        reader.ReadEndArray();
        var test = new AlarmTest(at, by, outlets, reader.Text(Parley.Lines.Bounds.OfficerNameLength), reader.OptionalTime());
        reader.ReadEndArray();
        return test;
    });

    private static uint NumberOf(bool? yes) => yes switch { null => 0, true => 1, false => 2 };

    private static bool? YesOf(int number) => number switch { 1 => true, 2 => false, _ => null };
}
