using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Parley.Console.Sessions;

/// <summary>Forms that one of our own pages posts.</summary>
internal sealed class PostedForm(IAntiforgery forms)
{
    /// <summary>The form; null when it does not come from a page of ours, or from one of before the station started anew.</summary>
    public async Task<IFormCollection?> Read(HttpContext context) =>
        context.Request.HasFormContentType && await forms.IsRequestValidAsync(context) ? await context.Request.ReadFormAsync() : null;
}
