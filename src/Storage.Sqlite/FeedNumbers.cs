using Microsoft.Data.Sqlite;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Storage.Sqlite;

/// <summary>What the writer knows of a feed: its number and its line's, how many entries and how many cosignatures are recorded.</summary>
internal sealed class FeedRow
{
    public required long Number { get; init; }

    public required long Line { get; init; }

    public required long Size { get; set; }

    public required long Cosignatures { get; set; }
}

/// <summary>The small numbers that stand for feeds and lines in rows, given out by the writer. Each is looked up once and remembered;
/// <see cref="Forget"/> after a change that was not committed.</summary>
internal sealed class FeedNumbers : IDisposable
{
    private readonly Dictionary<FeedId, FeedRow> known = [];
    private readonly Statement findLine;
    private readonly Statement addLine;
    private readonly Statement findFeed;
    private readonly Statement addFeed;
    private readonly Statement lastEntry;
    private readonly Statement lastCosignature;

    public FeedNumbers(SqliteConnection connection)
    {
        findLine = new Statement(connection, Sql.LineNumber, "$digest");
        addLine = new Statement(connection, "INSERT INTO lines (digest) VALUES ($digest) RETURNING id", "$digest");
        findFeed = new Statement(connection, Sql.FeedNumber, "$digest", "$party", "$generation", "$lane");
        addFeed = new Statement(
            connection,
            "INSERT INTO feeds (line, party, generation, lane) VALUES ($line, $party, $generation, $lane) RETURNING id",
            "$line", "$party", "$generation", "$lane");
        lastEntry = new Statement(
            connection, "SELECT id FROM entries WHERE id >= $from AND id < $until ORDER BY id DESC LIMIT 1", "$from", "$until");
        lastCosignature = new Statement(
            connection, "SELECT number FROM cosignatures WHERE feed = $feed ORDER BY number DESC LIMIT 1", "$feed");
    }

    /// <summary>The feed, or null when nothing was ever recorded of it.</summary>
    public FeedRow? Find(FeedId feed)
    {
        if (known.TryGetValue(feed, out var row))
            return row;
        if (FeedNumber(feed) is not { } number || LineNumber(feed.Line) is not { } line)
            return null;
        var last = lastEntry.Number(EntryKey.Of(number, 0), EntryKey.Of(number + 1, 0));
        row = new FeedRow
        {
            Number = number,
            Line = line,
            Size = last is { } key ? EntryKey.Index(key) + 1 : 0,
            Cosignatures = lastCosignature.Number(number) ?? 0,
        };
        known.Add(feed, row);
        return row;
    }

    /// <summary>The feed, numbered now if it is new.</summary>
    public FeedRow FindOrAdd(FeedId feed)
    {
        if (Find(feed) is { } row)
            return row;
        var line = LineNumber(feed.Line) ?? Given(addLine, feed.Line.Value.ToArray());
        var number = Given(addFeed, line, feed.Party.ToString(), feed.Generation.ToArray(), (long)feed.Lane);
        row = new FeedRow { Number = number, Line = line, Size = 0, Cosignatures = 0 };
        known.Add(feed, row);
        return row;
    }

    public void Forget() => known.Clear();

    public void Dispose()
    {
        findLine.Dispose();
        addLine.Dispose();
        findFeed.Dispose();
        addFeed.Dispose();
        lastEntry.Dispose();
        lastCosignature.Dispose();
    }

    private long? LineNumber(LineId line) => findLine.Number(line.Value.ToArray());

    private long? FeedNumber(FeedId feed) =>
        findFeed.Number(feed.Line.Value.ToArray(), feed.Party.ToString(), feed.Generation.ToArray(), (long)feed.Lane);

    private static long Given(Statement insert, params ReadOnlySpan<object?> values) =>
        insert.Number(values) ?? throw new InvalidOperationException("An insert that returns its key returned none.");
}
