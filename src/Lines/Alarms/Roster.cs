using Parley.Lines.Handling;

namespace Parley.Lines.Alarms;

/// <summary>Whom a level of the roster rings for, and by which outlets. No outlets: by all there are.</summary>
public sealed record RosterRow(AlarmLevel Level, IReadOnlyList<string> Names, IReadOnlyList<string> Outlets);

/// <summary>Who hears alarms here, level by level. Names stay at home: no outlet is given one.</summary>
public sealed class Roster
{
    private const int MaxRoster = 16 * 1024;

    private Roster(IReadOnlyList<RosterRow> rows) => Rows = rows;

    public static IReadOnlyList<AlarmLevel> Levels { get; } = Enum.GetValues<AlarmLevel>();

    /// <summary>Nobody named, every outlet for every level.</summary>
    public static Roster Empty { get; } = new([.. Levels.Select(static l => new RosterRow(l, [], []))]);

    /// <summary>One row a level, in order.</summary>
    public IReadOnlyList<RosterRow> Rows { get; }

    public Roster With(RosterRow row) => new([.. Rows.Select(r => r.Level == row.Level ? row : r)]);

    /// <summary>What rings for a level: its outlets and those of the levels before it, of the ones that there are. All of them when none of those works: an alarm
    /// that nobody hears is none.</summary>
    public IReadOnlyList<string> Outlets(AlarmLevel level, IReadOnlyCollection<string> all, Func<string, bool> works)
    {
        var named = Rows.Where(r => r.Level <= level).ToList();
        List<string> chosen = [.. all.Where(o => named.Exists(r => r.Outlets.Count == 0 || r.Outlets.Contains(o)))];
        return chosen.Exists(o => works(o)) ? chosen : [.. all];
    }

    /// <summary>1 to 32 of <c>a-z 0-9 -</c>.</summary>
    public static bool IsOutletName(string name) =>
        name.Length is > 0 and <= Bounds.OutletNameLength && !name.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>A person or an office, written as an action addressee's role is.</summary>
    public static bool IsName(string name) => ActionAddressee.IsRole(name);

    /// <summary>[[[name …], [outlet …]] …], one a level.</summary>
    public byte[] Encode() => Cbor.Encode(this, static (writer, roster) =>
    {
        writer.WriteStartArray(roster.Rows.Count);
        foreach (var row in roster.Rows)
        {
            writer.WriteStartArray(2);
            foreach (var list in (IReadOnlyList<string>[])[row.Names, row.Outlets])
            {
                writer.WriteStartArray(list.Count);
                foreach (var one in list)
                    writer.WriteTextString(one);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    });

    public static Roster? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxRoster, static reader =>
    {
        reader.ArrayOf(Levels.Count);
        var rows = new List<RosterRow>();
        foreach (var level in Levels)
        {
            reader.ArrayOf(2);
            rows.Add(new RosterRow(level, Texts(reader, IsName), Texts(reader, IsOutletName)));
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        return new Roster(rows);
    });

    private static string[] Texts(System.Formats.Cbor.CborReader reader, Func<string, bool> isSound)
    {
        var texts = new string[reader.ArrayUpTo(Bounds.RosterNames)];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = reader.Text(Bounds.RoleLength);
            if (!isSound(texts[i]))
                Cbor.Refuse("roster");
        }

        reader.ReadEndArray();
        return texts;
    }
}
