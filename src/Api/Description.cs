using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Parley.Control;
using Parley.Control.Http;

namespace Parley.Api;

/// <summary>The OpenAPI document: what the framework cannot see of the catalogue is added here.</summary>
internal static class Description
{
    public const string Path = HttpControl.Root + "openapi.json";
    public const string AnyType = "*/*";
    private const string Bearer = "bearer";

    public static void Set(OpenApiOptions options)
    {
        options.AddDocumentTransformer(Head);
        options.AddOperationTransformer(Members);
        options.AddSchemaTransformer(RolesAsNames);
    }

    private static Task Head(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Parley station",
            Version = "v1",
            Description = "The face of one station for its officers. A request that is refused is answered with " +
                "application/problem+json; its member refusal names why.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An officer's token.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        document.Servers = [];
        return Task.CompletedTask;
    }

    // Queries have their members in the query string, operations their key in a header.
    private static async Task Members(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var entry = context.Description.ActionDescriptor.EndpointMetadata.OfType<CatalogueEntry>().FirstOrDefault();
        if (entry is null)
            return;
        operation.Parameters ??= [];
        if (!entry.IsQuery)
        {
            operation.RequestBody?.Content?.Remove(AnyType);
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = HttpControl.KeyHeader,
                In = ParameterLocation.Header,
                Description = "The same key again is answered like the first time and not done twice.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Control.Bounds.KeyLength },
            });
            return;
        }

        foreach (var member in ControlJson.Options.GetTypeInfo(entry.Operation).Properties.Where(m => m.Name != "key"))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = member.Name,
                In = ParameterLocation.Query,
                Required = member.IsRequired,
                Schema = await context.GetOrCreateSchemaAsync(member.PropertyType, null, cancel),
            });
        }
    }

    private static Task RolesAsNames(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if (context.JsonTypeInfo.Type == typeof(Roles))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = new OpenApiSchema
            {
                Type = JsonSchemaType.String, Enum = [.. RolesText.Names.Select(n => JsonSerializer.SerializeToNode(n)!)],
            };
        }

        return Task.CompletedTask;
    }
}
