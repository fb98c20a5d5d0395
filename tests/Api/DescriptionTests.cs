using System.Text.Json;
using Parley.Control;

namespace Parley.Api.Tests;

public sealed class DescriptionTests
{
    [Fact]
    public async Task The_document_lists_every_operation_with_its_schemas()
    {
        await using var server = await Server.Start();
        using var client = server.Plain(signedIn: false);
        using var document = JsonDocument.Parse(await client.GetStringAsync("/api/v1/openapi.json"));
        var paths = document.RootElement.GetProperty("paths");
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        foreach (var entry in Catalogue.All)
        {
            var operation = paths.GetProperty($"/api/v1/{entry.Name}").GetProperty(entry.IsQuery ? "get" : "post");
            Assert.Equal(entry.Summary, operation.GetProperty("summary").GetString());
            Assert.True(operation.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("application/json", out _));
            if (entry.IsQuery)
                continue;
            var body = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Assert.Equal($"#/components/schemas/{entry.Operation.Name}", body.GetProperty("$ref").GetString());
            Assert.True(schemas.TryGetProperty(entry.Operation.Name, out _));
        }

        Assert.Equal(Catalogue.All.Count + 1, paths.EnumerateObject().Count());
    }

    [Fact]
    public async Task A_query_says_its_members_and_roles_are_names()
    {
        await using var server = await Server.Start();
        using var client = server.Plain(signedIn: false);
        using var document = JsonDocument.Parse(await client.GetStringAsync("/api/v1/openapi.json"));
        var read = document.RootElement.GetProperty("paths").GetProperty("/api/v1/message/read").GetProperty("get");
        var names = read.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString());
        Assert.Equal(["line", "after", "before", "limit", "all", "language"], names);
        var roles = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Roles");
        Assert.Equal("array", roles.GetProperty("type").GetString());
    }
}
