using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parley.Control;
using Parley.Control.Http;

namespace Parley.Api;

/// <summary>Answers and problems on the wire.</summary>
internal static class Replies
{
    public static Task Answer<TAnswer>(HttpContext context, TAnswer answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return Body(context, JsonSerializer.SerializeToUtf8Bytes(answer, ControlJson.Options));
    }

    public static Task Refuse(HttpContext context, Refusal refusal, string detail) => Write(context, Problem.Of(refusal, detail));

    public static Task Write(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.ContentType = Problem.ContentType;
        if (problem.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
            response.Headers.RetryAfter = Problem.RetrySeconds.ToString(CultureInfo.InvariantCulture);
        if (problem.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        return Body(context, problem.ToJson());
    }

    private static Task Body(HttpContext context, byte[] bytes)
    {
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
