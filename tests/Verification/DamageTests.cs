using System.Globalization;
using Parley.Station.Verification;

namespace Parley.Verification.Tests;

/// <summary>One byte of one row is changed, a row is taken away, two rows change places: verifying finds it and names it, whatever row it is.</summary>
public sealed class DamageTests : IClassFixture<DamageTests.Store>
{
    private readonly Store store;

    public DamageTests(Store store) => this.store = store;

    public sealed class Store : IDisposable
    {
        private readonly Conversation talk = Conversation.Held();

        public Store() => Copy = new DamagedCopy(talk.Astra);

        internal DamagedCopy Copy { get; }

        public void Dispose()
        {
            Copy.Dispose();
            talk.Dispose();
        }
    }

    public static TheoryData<string, string> Columns { get; } = new()
    {
        { "schema", "id" }, { "schema", "version" },
        { "store", "id" }, { "store", "position" }, { "store", "term" },
        { "lines", "id" }, { "lines", "digest" },
        { "feeds", "id" }, { "feeds", "line" }, { "feeds", "party" }, { "feeds", "generation" }, { "feeds", "lane" },
        { "entries", "id" }, { "entries", "line" }, { "entries", "place" }, { "entries", "header" }, { "entries", "sealed" }, { "entries", "opened" },
        { "entries", "listed" },
        { "regards", "line" }, { "regards", "regarded" }, { "regards", "entry" },
        { "checkpoints", "feed" }, { "checkpoints", "size" }, { "checkpoints", "signed" },
        { "cosignatures", "feed" }, { "cosignatures", "number" }, { "cosignatures", "party" }, { "cosignatures", "size" }, { "cosignatures", "signed" },
        { "journal", "id" }, { "journal", "leaf" }, { "journal", "detail" },
        { "documents", "kind" }, { "documents", "id" }, { "documents", "bytes" },
    };

    public static TheoryData<string> Rows { get; } = ["lines", "feeds", "entries", "regards", "checkpoints", "cosignatures", "journal", "documents", "store", "schema"];

    [Fact]
    public void Every_column_of_the_file_is_among_those_that_are_flipped()
    {
        var columns = store.Copy.Query(
            "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'", r => r.GetString(0));
        Assert.Equal(
            columns.Order(StringComparer.Ordinal),
            Columns.Select(c => $"{c.Data.Item1}.{c.Data.Item2}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_flipped_byte_is_found_and_named(string table, string column)
    {
        var values = store.Copy.Query($"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL", r => (Row: r.GetInt64(0), Value: r.GetValue(1)));
        Assert.NotEmpty(values);
        foreach (var (row, value) in values)
        {
            foreach (var flipped in Flips(value))
            {
                var report = store.Copy.After($"UPDATE {table} SET {column} = $value WHERE rowid = $row", ("$value", flipped), ("$row", row));
                if (report is null)
                    continue;
                Assert.False(report.Ok, $"{table}.{column} of row {row}: {value} became {flipped}");
                Assert.NotEqual("", report.Findings[0].Record);
            }
        }
    }

    [Theory]
    [InlineData("header")]
    [InlineData("sealed")]
    [InlineData("opened")]
    [InlineData("place")]
    public void A_flipped_byte_of_an_entry_names_that_entry_first(string column)
    {
        foreach (var (row, value) in store.Copy.Query($"SELECT id, {column} FROM entries WHERE {column} IS NOT NULL", r => (r.GetInt64(0), r.GetFieldValue<byte[]>(1))))
        {
            var flipped = (byte[])value.Clone();
            flipped[^1] ^= 1;
            var report = store.Copy.After($"UPDATE entries SET {column} = $value WHERE id = $row", ("$value", flipped), ("$row", row))!;
            var feed = store.Copy.Query(
                $"SELECT lower(hex(l.digest)), f.party, lower(hex(f.generation)), f.lane FROM feeds f JOIN lines l ON l.id = f.line WHERE f.id = {row >> 40}",
                r => $"{r.GetString(1)}/{r.GetString(2)}/{(r.GetInt64(3) == 0 ? "urgent" : "ordinary")}").Single();
            Assert.EndsWith($"{feed}/{row & ((1L << 40) - 1)}", report.Findings[0].Record, StringComparison.Ordinal);
            Assert.StartsWith("entry ", report.Findings[0].Record, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_that_was_taken_away_is_found(string table)
    {
        foreach (var row in store.Copy.Query($"SELECT rowid FROM {table}", r => r.GetInt64(0)))
        {
            var report = store.Copy.After($"DELETE FROM {table} WHERE rowid = $row", ("$row", row))!;
            Assert.False(report.Ok, $"row {row} of {table}");
        }
    }

    [Theory]
    [InlineData("entries", "header")]
    [InlineData("entries", "sealed")]
    [InlineData("entries", "opened")]
    [InlineData("checkpoints", "signed")]
    [InlineData("cosignatures", "signed")]
    [InlineData("journal", "leaf")]
    [InlineData("journal", "detail")]
    [InlineData("documents", "bytes")]
    public void Two_rows_that_changed_places_are_found(string table, string column)
    {
        var rows = store.Copy.Query($"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL", r => (Row: r.GetInt64(0), Value: r.GetFieldValue<byte[]>(1)));
        foreach (var (one, other) in rows.Zip(rows.Skip(1)))
        {
            var report = store.Copy.After(
                $"UPDATE {table} SET {column} = $other WHERE rowid = $one; UPDATE {table} SET {column} = $value WHERE rowid = $another",
                ("$other", other.Value), ("$one", one.Row), ("$value", one.Value), ("$another", other.Row))!;
            Assert.False(report.Ok, $"{table}.{column} of rows {one.Row} and {other.Row}");
        }
    }

    [Fact]
    public void A_content_that_was_taken_away_is_found()
    {
        foreach (var column in new[] { "sealed", "opened" })
        {
            foreach (var row in store.Copy.Query($"SELECT id FROM entries WHERE {column} IS NOT NULL", r => r.GetInt64(0)))
            {
                var report = store.Copy.After($"UPDATE entries SET {column} = NULL WHERE id = {row}")!;
                Assert.Equal(StoreFailure.PresenceMismatch, report.Findings[0].How);
            }
        }
    }

    private static IEnumerable<object> Flips(object value)
    {
        switch (value)
        {
            case long number:
                return [number ^ 1, number ^ 0x40, number ^ (1L << 33)];
            case string text:
                var at = text.Length / 2;
                return [.. new[] { 0, at, text.Length - 1 }.Distinct().Select(i =>
                    string.Create(CultureInfo.InvariantCulture, $"{text[..i]}{(char)(text[i] ^ 1)}{text[(i + 1)..]}"))];
            default:
                var bytes = (byte[])value;
                return [.. new[] { 0, bytes.Length / 3, 2 * bytes.Length / 3, bytes.Length - 1 }.Distinct().Select(i =>
                {
                    var flipped = (byte[])bytes.Clone();
                    flipped[i] ^= (byte)(1 << (i % 8));
                    return flipped;
                })];
        }
    }
}
