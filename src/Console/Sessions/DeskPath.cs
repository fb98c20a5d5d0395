using Microsoft.AspNetCore.Http;

namespace Parley.Console.Sessions;

/// <summary>An officer's desk has an address of its own, <c>/desk/NAME/…</c>, so that two officers of one station fit in one browser: the cookie of each bears the
/// officer's name. What stands after it is routed as if nothing stood before.</summary>
internal sealed class DeskPath
{
    private const string Root = "/desk";

    /// <summary>The base of an officer's pages.</summary>
    public static string Of(string officer) => $"{Root}/{Uri.EscapeDataString(officer)}";

    public static string CookieOf(string party, string officer) => $"parley-{party}-{Uri.EscapeDataString(officer)}";

    /// <summary>The officer at whose desk a request is; null: none.</summary>
    public static string? OfficerOf(HttpContext context) => context.Items.TryGetValue(typeof(DeskPath), out var officer) ? (string?)officer : null;

    public static Task Split(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Root, out var rest) || rest.Value is not { Length: > 1 } path)
            return next(context);
        var end = path.IndexOf('/', 1);
        var officer = end < 0 ? path[1..] : path[1..end];
        if (officer.Length > Parley.Lines.Bounds.OfficerNameLength)
            return next(context);
        context.Request.PathBase = context.Request.PathBase.Add(Root).Add("/" + officer);
        context.Request.Path = end < 0 ? "/" : path[end..];
        context.Items[typeof(DeskPath)] = officer;
        return next(context);
    }
}
