using System.Formats.Cbor;
using System.Globalization;

namespace Parley.Lines.Charters;

/// <summary>What the parties of a line keep between their activities. Closer than all three is an overlap. Text form:
/// <c>horizontal=9260;vertical=300;minutes=15;plan=2000</c>.</summary>
/// <param name="Horizontal">Metres along the ground.</param>
/// <param name="Vertical">Metres.</param>
/// <param name="Minutes">Between the end of one and the begin of the other.</param>
/// <param name="Plan">Metres by which what is planned later, or read back, may differ from what was notified before a warning is due.</param>
public sealed record KeptSeparation(int Horizontal, int Vertical, int Minutes, int Plan)
{
    private static readonly string[] Names = ["horizontal", "vertical", "minutes", "plan"];

    /// <summary>Where a charter says nothing: 5 nautical miles, 1,000 feet and 15 minutes; 2 km for a plan.</summary>
    public static KeptSeparation Default { get; } = new(9_260, 305, 15, 2_000);

    public bool IsSound => Horizontal is >= 0 and <= Bounds.SeparationMetres && Vertical is >= 0 and <= Bounds.SeparationHeight &&
        Minutes is >= 0 and <= Bounds.SeparationMinutes && Plan is >= 1 and <= Bounds.PlanMetres;

    /// <summary>Reads the text form: all four numbers in that order; null for anything else.</summary>
    public static KeptSeparation? Parse(string text)
    {
        var parts = text.Split(';');
        var numbers = new int[Names.Length];
        if (parts.Length != Names.Length)
            return null;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (parts[i].Trim().Split('=') is not [var name, var number] || name != Names[i] ||
                !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }

        var made = new KeptSeparation(numbers[0], numbers[1], numbers[2], numbers[3]);
        return made.IsSound ? made : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"horizontal={Horizontal};vertical={Vertical};minutes={Minutes};plan={Plan}");

    internal void Write(CborWriter writer)
    {
        writer.WriteStartArray(Names.Length);
        foreach (var number in (int[])[Horizontal, Vertical, Minutes, Plan])
            writer.WriteUInt32((uint)number);
        writer.WriteEndArray();
    }

    internal static KeptSeparation Read(CborReader reader)
    {
        reader.ArrayOf(Names.Length);
        var read = new KeptSeparation(
            reader.UpTo(Bounds.SeparationMetres), reader.UpTo(Bounds.SeparationHeight), reader.UpTo(Bounds.SeparationMinutes), reader.UpTo(Bounds.PlanMetres));
        reader.ReadEndArray();
        if (!read.IsSound)
            Cbor.Refuse("separation");
        return read;
    }
}
