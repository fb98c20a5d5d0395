using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Parley.Volumes.Index;

namespace Parley.Bench.Volumes;

/// <summary>The same boxes and queries in PostgreSQL on this machine, under each of two indices, by one session, which uses one core. It only counts; the table lies in the
/// order of the index, and all of it in memory. It is asked in both ways: query by query over the connection, and all in one statement, which spares it the way.</summary>
internal static class PostgresTrial
{
    private const int Rounds = 3;
    private const string InOne = "in one statement";
    private const string OneByOne = "one by one";

    // In place of bounds without an end, which GiST's choice of subtrees cannot reckon with. No finite bound of the sets is beyond.
    private const float Endless = 1e9f;

    private static readonly string[] Columns = ["x0", "x1", "y0", "y1", "z0", "z1", "h0", "h1", "t0", "t1"];

    private static readonly Layout[] Layouts =
    [
        new(
            "GiST over cube",
            "cube",
            of => $"cube(ARRAY[{of("x0")}, {of("y0")}, {of("z0")}, {of("h0")}, {of("t0")}]::float8[], " +
                $"ARRAY[{of("x1")}, {of("y1")}, {of("z1")}, {of("h1")}, {of("t1")}]::float8[])",
            (box, _) => $"v.box && {box}",
            "gist_cube_ops"),
        new(
            "GiST over PostGIS geometry",
            "postgis",
            of => $"ST_MakeLine(ST_MakePoint({of("x0")}, {of("y0")}, {of("h0")}, {of("t0")}), ST_MakePoint({of("x1")}, {of("y1")}, {of("h1")}, {of("t1")}))",
            (box, of) => $"v.box &&& {box} AND v.z0 <= {of("z1")} AND {of("z0")} <= v.z1",
            "gist_geometry_ops_nd"),
    ];

    /// <summary>Of each layout, what it counted for the first queries.</summary>
    public static async IAsyncEnumerable<(string Name, int[] Counts)> Run(string connection, DataSet set, int asked, List<Row> rows)
    {
        await using var session = new NpgsqlConnection(connection);
        await session.OpenAsync();
        await Do(session, "SET max_parallel_workers_per_gather = 0; SET jit = off; SET enable_seqscan = off; SET client_min_messages = warning");
        await Copy(session, "boxes", set.Boxes);
        await Copy(session, "asked", set.Queries[..Math.Min(asked, set.Queries.Length)]);
        foreach (var layout in Layouts)
        {
            var seconds = await Build(session, layout);
            var (best, way, counts) = await Best(session, layout, set, asked);
            rows.Add(new Row($"{set.Name}: PostgreSQL {session.PostgreSqlVersion}, {layout.Name}", best, "a core second", null,
                string.Create(CultureInfo.InvariantCulture, $"{way}; best of {Rounds}; index built in {seconds:0} s")));
            yield return (layout.Name, counts);
        }
    }

    private static async Task<double> Build(NpgsqlConnection session, Layout layout)
    {
        await Do(session, $"CREATE EXTENSION IF NOT EXISTS {layout.Extension}");
        await Do(session, $"DROP TABLE IF EXISTS v; CREATE TABLE v AS SELECT id, z0, z1, {layout.Box(c => c)} AS box FROM boxes");
        await Do(session, $"DROP TABLE IF EXISTS q; CREATE TABLE q AS SELECT id, z0, z1, {layout.Box(c => c)} AS box FROM asked");
        VolumesBench.Say($"PostgreSQL builds {layout.Name}");
        var began = Stopwatch.GetTimestamp();
        await Do(session, $"CREATE INDEX v_box ON v USING gist (box {layout.Operators})");
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await Do(session, "CLUSTER v USING v_box");
        await Do(session, "VACUUM (ANALYZE) v");
        await Do(session, "VACUUM (ANALYZE) q");
        return seconds;
    }

    private static async Task<(double Rate, string Way, int[] Counts)> Best(NpgsqlConnection session, Layout layout, DataSet set, int asked)
    {
        var best = (Rate: 0.0, Way: "", Counts: Array.Empty<int>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var bitmaps in (bool[])[true, false])
            {
                await Do(session, $"SET enable_bitmapscan = {(bitmaps ? "on" : "off")}");
                foreach (var way in (string[])[InOne, OneByOne])
                {
                    var (began, used) = (Stopwatch.GetTimestamp(), ProcessorSeconds(session.ProcessID));
                    var counts = await (way == InOne ? AskAll(session, layout) : AskEach(session, layout, set, asked));
                    var rate = counts.Length / (ProcessorSeconds(session.ProcessID) - used);
                    var clock = counts.Length / Stopwatch.GetElapsedTime(began).TotalSeconds;
                    if (best.Counts.Length > 0 && !best.Counts.SequenceEqual(counts))
                        throw new InvalidOperationException($"{layout.Name}: PostgreSQL does not agree with itself");
                    if (rate > best.Rate)
                        best = (rate, string.Create(CultureInfo.InvariantCulture, $"{way}, {clock:0} a second by the clock"), counts);
                }
            }
        }

        return best;
    }

    private static async Task<int[]> AskAll(NpgsqlConnection session, Layout layout)
    {
        var counts = new List<int>();
        await using var command = new NpgsqlCommand(
            $"SELECT (SELECT count(*) FROM v WHERE {layout.Where("q.box", c => $"q.{c}")}) FROM q ORDER BY q.id", session);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            counts.Add((int)reader.GetInt64(0));
        return [.. counts];
    }

    private static async Task<int[]> AskEach(NpgsqlConnection session, Layout layout, DataSet set, int asked)
    {
        var where = layout.Where(layout.Box(Parameter), Parameter);
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM v WHERE {where}", session);
        foreach (var _ in Columns)
            command.Parameters.Add(new NpgsqlParameter<float> { NpgsqlDbType = NpgsqlDbType.Real });
        await command.PrepareAsync();
        var counts = new int[Math.Min(asked, set.Queries.Length)];
        for (var i = 0; i < counts.Length; i++)
        {
            var values = Values(set.Queries[i]);
            for (var column = 0; column < values.Length; column++)
                ((NpgsqlParameter<float>)command.Parameters[column]).TypedValue = values[column];
            counts[i] = (int)(long)(await command.ExecuteScalarAsync())!;
        }

        return counts;
        static string Parameter(string column) => $"${Array.IndexOf(Columns, column) + 1}";
    }

    private static async Task Copy(NpgsqlConnection session, string table, IndexBox[] boxes)
    {
        await Do(session, $"DROP TABLE IF EXISTS {table}; CREATE TABLE {table}(id int, {string.Join(", ", Columns.Select(c => c + " real"))})");
        await using var import = await session.BeginBinaryImportAsync($"COPY {table} FROM STDIN (FORMAT BINARY)");
        for (var id = 0; id < boxes.Length; id++)
        {
            await import.StartRowAsync();
            await import.WriteAsync(id, NpgsqlDbType.Integer);
            foreach (var value in Values(boxes[id]))
                await import.WriteAsync(value, NpgsqlDbType.Real);
        }

        await import.CompleteAsync();
    }

    private static float[] Values(in IndexBox box) =>
    [
        .. ((float[])[box.MinX, box.MaxX, box.MinY, box.MaxY, box.MinZ, box.MaxZ, box.MinAltitude, box.MaxAltitude, box.MinMinute, box.MaxMinute])
            .Select(v => Math.Clamp(v, -Endless, Endless)),
    ];

    // Of the server's process for our session, which has one thread; what the client uses is not counted against it. The kernel gives nanoseconds.
    private static double ProcessorSeconds(int process) =>
        long.Parse(File.ReadAllText($"/proc/{process}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e9;

    private static async Task Do(NpgsqlConnection session, string what)
    {
        await using var command = new NpgsqlCommand(what, session) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    /// <param name="Extension">Where its type is from.</param>
    /// <param name="Box">What stands for a box, given how its columns are named. The four dimensions of a geometry are x, y, height and time: z follows from x and y but
    /// for the hemisphere, so it is the one to be looked up in the table.</param>
    /// <param name="Where">Which boxes of v meet the one that is given, given how its columns are named.</param>
    private sealed record Layout(
        string Name, string Extension, Func<Func<string, string>, string> Box, Func<string, Func<string, string>, string> Where, string Operators);
}
