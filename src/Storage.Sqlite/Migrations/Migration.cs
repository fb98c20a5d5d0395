using Microsoft.Data.Sqlite;

namespace Parley.Storage.Sqlite.Migrations;

/// <summary>One step of the schema: what makes <paramref name="Version"/> out of the version before it. Never changed once
/// released.</summary>
/// <param name="Fill">What SQL alone cannot do, in the same transaction.</param>
internal sealed record Migration(int Version, string Sql, Action<SqliteConnection>? Fill = null);
