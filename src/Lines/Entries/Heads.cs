using System.Formats.Cbor;
using Parley.Lines.Parties;

namespace Parley.Lines.Entries;

/// <summary>How far one party's two lanes of one generation reach.</summary>
public readonly record struct HeadRow(PartyId Party, GenerationId Generation, long Urgent, long Ordinary)
{
    public long Size(Lane lane) => lane == Lane.Urgent ? Urgent : Ordinary;

    internal int Order(HeadRow other)
    {
        var c = Party.CompareTo(other.Party);
        return c != 0 ? c : Generation.CompareTo(other.Generation);
    }
}

/// <summary>Sizes of a line's feeds at one moment: what a header's `held` and `seen` state. Rows are ordered by party and generation, none
/// is empty in both lanes, none stands twice.</summary>
public sealed class Heads : IEquatable<Heads>
{
    private readonly HeadRow[] rows;

    private Heads(HeadRow[] rows) => this.rows = rows;

    public static Heads None { get; } = new([]);

    public IReadOnlyList<HeadRow> Rows => rows;

    /// <summary>Orders the rows and leaves out empty ones.</summary>
    public static Heads Of(IEnumerable<HeadRow> rows)
    {
        var kept = rows.Where(r => r.Urgent > 0 || r.Ordinary > 0).ToArray();
        Array.Sort(kept, static (a, b) => a.Order(b));
        return kept.Length == 0 ? None : new Heads(kept);
    }

    /// <summary>Entries of that feed covered here; 0 when it is not named.</summary>
    public long SizeOf(PartyId party, GenerationId generation, Lane lane)
    {
        foreach (var row in rows)
        {
            if (row.Generation == generation && row.Party == party)
                return row.Size(lane);
        }

        return 0;
    }

    /// <summary>Whether that entry is among those covered here.</summary>
    public bool Covers(EntryRef entry) => SizeOf(entry.Party, entry.Generation, entry.Lane) > entry.Index;

    /// <summary>Whether everything covered there is covered here. Both are in order, so one pass is enough.</summary>
    public bool Covers(Heads other)
    {
        if (ReferenceEquals(this, other))
            return true;
        var at = 0;
        foreach (var row in other.rows)
        {
            while (at < rows.Length && rows[at].Order(row) < 0)
                at++;
            if (at == rows.Length || rows[at].Order(row) != 0 || rows[at].Urgent < row.Urgent || rows[at].Ordinary < row.Ordinary)
                return false;
        }

        return true;
    }

    /// <summary>What is covered here or there.</summary>
    public Heads With(Heads other)
    {
        if (Covers(other))
            return this;
        return other.Covers(this) ? other : Of(rows.Concat(other.rows).GroupBy(r => (r.Party, r.Generation))
            .Select(g => new HeadRow(g.Key.Party, g.Key.Generation, g.Max(r => r.Urgent), g.Max(r => r.Ordinary))));
    }

    /// <summary>The same heads with one lane of one row set to <paramref name="size"/>.</summary>
    public Heads With(PartyId party, GenerationId generation, Lane lane, long size)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Generation != generation || rows[i].Party != party)
                continue;
            var copy = (HeadRow[])rows.Clone();
            copy[i] = lane == Lane.Urgent ? rows[i] with { Urgent = size } : rows[i] with { Ordinary = size };
            return copy[i].Urgent == 0 && copy[i].Ordinary == 0 ? Of(copy) : new Heads(copy);
        }

        return size == 0
            ? this
            : Of(rows.Append(lane == Lane.Urgent
                ? new HeadRow(party, generation, size, 0)
                : new HeadRow(party, generation, 0, size)));
    }

    public void Write(CborWriter writer)
    {
        writer.WriteStartArray(rows.Length);
        foreach (var row in rows)
        {
            writer.WriteStartArray(4);
            writer.WriteTextString(row.Party.ToString());
            writer.WriteByteString(row.Generation.ToArray());
            writer.WriteUInt64((ulong)row.Urgent);
            writer.WriteUInt64((ulong)row.Ordinary);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    public static Heads Read(CborReader reader)
    {
        var count = reader.ArrayUpTo(Bounds.HeadRows);
        var rows = new HeadRow[count];
        for (var i = 0; i < count; i++)
        {
            reader.ArrayOf(4);
            if (PartyId.Parse(reader.Text(Bounds.PartyIdLength)) is not { } party)
                throw new CborContentException("party");
            rows[i] = new HeadRow(party, GenerationId.From(reader.Bytes(GenerationId.Size)), reader.Count(), reader.Count());
            reader.ReadEndArray();
            if (i > 0 && rows[i - 1].Order(rows[i]) >= 0)
                Cbor.Refuse("head rows out of order");
            if (rows[i].Urgent == 0 && rows[i].Ordinary == 0)
                Cbor.Refuse("empty head row");
        }

        reader.ReadEndArray();
        return count == 0 ? None : new Heads(rows);
    }

    /// <inheritdoc/>
    public bool Equals(Heads? other) => other is not null && rows.AsSpan().SequenceEqual(other.rows);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Heads);

    /// <inheritdoc/>
    public override int GetHashCode() => rows.Length == 0 ? 0 : HashCode.Combine(rows.Length, rows[0], rows[^1]);
}
