using System.Formats.Cbor;
using Parley.Lines.Charters;
using Parley.Lines.Parties;

namespace Parley.Lines.Calls;

/// <summary>What can be tried when a request for a call stays without an answer. Closed.</summary>
public enum RungKind
{
    /// <summary>A deputy of the same pair.</summary>
    Deputy = 0,

    /// <summary>Another pair: the argument is its id.</summary>
    Staff = 1,

    /// <summary>A prepared notice: the argument is the number of a code, or the name of a text that both sides know.</summary>
    Notice = 2,

    /// <summary>Another line: the argument is its name.</summary>
    Line = 3,

    /// <summary>A third party passes it on: the argument is its id.</summary>
    Third = 4,
}

/// <summary>One rung of a charter's ladder. Written as <c>deputy</c>, <c>staff chiefs</c>, <c>notice 12</c>, <c>line deconfliction</c>, <c>third corvia</c>. A rung is
/// offered to officers; no station climbs by itself.</summary>
/// <param name="Argument">Empty for a deputy.</param>
public sealed record Rung(RungKind Kind, string Argument = "")
{
    private static readonly string[] Names = ["deputy", "staff", "notice", "line", "third"];

    /// <summary>Whether the argument is one of what the kind asks for.</summary>
    public bool IsSound => Kind switch
    {
        RungKind.Deputy => Argument.Length == 0,
        RungKind.Staff => Counterpart.IsPair(Argument),
        RungKind.Notice => PlainText.IsLine(Argument, Bounds.RungArgument),
        RungKind.Line => Charter.IsLineName(Argument) && PlainText.IsLine(Argument, Bounds.LineNameLength),
        RungKind.Third => PartyId.Parse(Argument) is not null,
        _ => false,
    };

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static Rung? Parse(string text)
    {
        var at = text.IndexOf(' ', StringComparison.Ordinal);
        var (name, argument) = at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
        return Array.IndexOf(Names, name) is var kind and >= 0 && (at < 0 || argument.Length > 0) && new Rung((RungKind)kind, argument) is { IsSound: true } rung ? rung : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Argument.Length == 0 ? Names[(int)Kind] : $"{Names[(int)Kind]} {Argument}";

    /// <summary>Whether a charter can have that ladder beside that table: no rung twice, and no pair that is not in the table.</summary>
    public static bool IsLadder(IReadOnlyList<Rung> rungs, IReadOnlyList<Counterpart> table) =>
        rungs.Count <= Bounds.Rungs && rungs.All(r => r.IsSound) && rungs.Distinct().Count() == rungs.Count &&
        rungs.All(r => r.Kind != RungKind.Staff || table.Any(c => c.Pair == r.Argument));

    internal static void Write(CborWriter writer, IReadOnlyList<Rung> rungs)
    {
        writer.WriteStartArray(rungs.Count);
        foreach (var rung in rungs)
            writer.WriteTextString(rung.ToString());
        writer.WriteEndArray();
    }

    internal static Rung[] Read(CborReader reader)
    {
        var texts = Rows.ReadTexts(reader, Bounds.Rungs, Bounds.RungArgument + 8);
        return [.. texts.Select(t => Parse(t) ?? throw new CborContentException("rung"))];
    }
}
