using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Parley.Control;
using Parley.Control.Http;

namespace Parley.Api;

/// <summary>Who asks: the officer of the bearer token (RFC 6750, section 2.1; tokens in forms or addresses are not taken).</summary>
internal sealed class Officers(Func<string, IControl?> signIn, FailedTokens failed, ILogger logger)
{
    private const string Scheme = "Bearer ";

    /// <summary>The officer's face; null when the request was answered with a refusal.</summary>
    public async Task<IControl?> SignIn(HttpContext context)
    {
        var token = TokenOf(context);
        if (token is null)
        {
            await Replies.Refuse(context, Refusal.NotSignedIn, "Show an officer's token in the header Authorization: Bearer TOKEN.");
            return null;
        }

        if (signIn(token) is { } control)
            return control;
        var from = context.Connection.RemoteIpAddress;
        if (failed.Count(from))
        {
            await Replies.Refuse(context, Refusal.NotSignedIn, "The token is not, or no longer, valid; ask an administrator for a new " +
                "one.");
            return null;
        }

        Log.WrongTokens(logger, from);
        var busy = Problem.Of(Refusal.Busy, "Too many wrong tokens came from this address; wait and show a valid one.");
        await Replies.Write(context, busy with { Status = StatusCodes.Status429TooManyRequests });
        return null;
    }

    /// <summary>Whether the token of this request is still valid.</summary>
    public bool IsStillSignedIn(HttpContext context) => TokenOf(context) is { } token && signIn(token) is not null;

    private static string? TokenOf(HttpContext context)
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } text || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var token = text[Scheme.Length..].Trim();
        return token.Length is > 0 and <= Control.Bounds.TokenLength ? token : null;
    }
}
