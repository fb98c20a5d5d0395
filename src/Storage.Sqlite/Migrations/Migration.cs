namespace Parley.Storage.Sqlite.Migrations;

/// <summary>One step of the schema: what makes <paramref name="Version"/> out of the version before it. Never changed once
/// released.</summary>
internal sealed record Migration(int Version, string Sql);
