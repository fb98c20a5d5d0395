namespace Parley.Storage.Sqlite;

/// <summary>Statements that both the writer and the readers use.</summary>
internal static class Sql
{
    public const string LineNumber = "SELECT id FROM lines WHERE digest = $digest";

    public const string FeedNumber =
        """
        SELECT f.id FROM lines l JOIN feeds f ON f.line = l.id
        WHERE l.digest = $digest AND f.party = $party AND f.generation = $generation AND f.lane = $lane
        """;
}
