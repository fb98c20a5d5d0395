using System.Formats.Cbor;
using Parley.Lines.Charters;
using Parley.Lines.Observations;
using Parley.Lines.Parties;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Lines.PublicWarnings;

/// <summary>A public warning in deterministic CBOR: [name, party or "", effect, [refers], [kinds], issued or null, [volumes], words, [remarks], officer, entered, mode]. A volume
/// is its text (docs/formats/volume.md).</summary>
internal static class WarningCode
{
    private const int Parts = 12;

    public static void Write(CborWriter writer, PublicWarning w)
    {
        writer.WriteStartArray(Parts);
        writer.WriteTextString(w.Name);
        writer.WriteTextString(w.Party?.ToString() ?? "");
        writer.WriteUInt32((uint)w.Effect);
        Write(writer, w.Refers);
        writer.WriteStartArray(w.Kinds.Count);
        foreach (var kind in w.Kinds)
            writer.WriteUInt32((uint)kind);
        writer.WriteEndArray();
        if (w.Issued is { } issued)
            writer.WriteUInt64((ulong)issued.UnixMilliseconds);
        else
            writer.WriteNull();
        Write(writer, [.. w.Volumes.Select(VolumeText.Write)]);
        writer.WriteTextString(w.Words);
        Write(writer, w.Remarks);
        writer.WriteTextString(w.Officer);
        writer.WriteUInt64((ulong)w.Entered.UnixMilliseconds);
        writer.WriteUInt32((uint)w.Mode);
        writer.WriteEndArray();
    }

    public static PublicWarning Read(CborReader reader, int number)
    {
        reader.ArrayOf(Parts);
        var (name, party) = (reader.Text(Bounds.ShortText), reader.Text(Bounds.PartyIdLength));
        PartyId? whose = party.Length == 0 ? null : PartyId.Parse(party) ?? throw new CborContentException("party");
        var (effect, refers) = ((WarningEffect)reader.UpTo(3), Lines(reader, Bounds.WarningRefers, Bounds.ShortText));
        var kinds = new AnnouncedKind[reader.ArrayUpTo(AnnouncedKinds.All.Count)];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = (AnnouncedKind)reader.UpTo(AnnouncedKinds.All.Count);
        reader.ReadEndArray();
        var issued = reader.Optional(static r => r.Time());
        var volumes = Array.ConvertAll(Lines(reader, Bounds.WarningVolumes, Bounds.NoticeVolumeLength), Volume);
        var (words, remarks) = (reader.Text(Bounds.WarningWords), Lines(reader, Bounds.WarningRemarks, Bounds.ShortText));
        var read = new PublicWarning(
            number, name, whose, effect, refers, kinds, issued, volumes, words, remarks, reader.Text(Bounds.OfficerNameLength), reader.Time(),
            (LineMode)reader.UpTo((int)LineMode.Exercise));
        reader.ReadEndArray();
        return read;
    }

    private static Volume Volume(string text) => VolumeText.TryParse(text, out var volume, out _) ? volume : throw new CborContentException("volume");

    private static void Write(CborWriter writer, IReadOnlyList<string> lines)
    {
        writer.WriteStartArray(lines.Count);
        foreach (var line in lines)
            writer.WriteTextString(line);
        writer.WriteEndArray();
    }

    private static string[] Lines(CborReader reader, int most, int length)
    {
        var lines = new string[reader.ArrayUpTo(most)];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = reader.Text(length);
        reader.ReadEndArray();
        return lines;
    }
}
