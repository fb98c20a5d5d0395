using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parley.Console.Sessions;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Peers;
using Parley.Control.Pouches;
using Parley.Control.Reports;
using Parley.Control.Stations;

namespace Parley.Console.Frame;

/// <summary>A file for somebody to keep.</summary>
internal sealed record Download(string Name, byte[] Bytes, string Type = "application/octet-stream");

/// <summary>Files that officers take away, under their desk's address: what only asks by GET, what does something by a form of ours. A refusal is one sentence of plain
/// text; pages open these addresses in a new tab, so that it takes no page's place.</summary>
internal static class Downloads
{
    /// <summary>The folder of the addresses.</summary>
    public const string Folder = "/files";

    private const string CalendarName = "calendar";

    /// <summary>The address of a call's calendar file within a desk.</summary>
    public static string Calendar(string line, string entry, string language) =>
        $"files/{CalendarName}?line={Uri.EscapeDataString(line)}&entry={Uri.EscapeDataString(entry)}&language={Uri.EscapeDataString(language)}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        Get(routes, "card", static _ => new ShowCard(), static card => new Download($"{card.Party}.card", Encoding.UTF8.GetBytes(card.CardFile), "text/plain; charset=utf-8"));
        Get(routes, CalendarName, static query => new ExportCalendar(query["line"].ToString(), query["entry"].ToString(), Filled(query["language"])),
            static file => new Download(file.Name, file.Bytes, "text/calendar; charset=utf-8"));
        Get(routes, "line", static query => new ExportLine(query["line"].ToString()), static file => new Download(file.Name, file.Bytes));
        Post(routes, "pouch", static form => new ExportPouch(form["peer"].ToString()), static (files, form, _) => Pouch(files, form["peer"].ToString()));
        Post(routes, "silence-report", Report, static (file, form, options) => Report(file, form["as"] == "page" ? options.Files?.ReportPage : null));
    }

    /// <summary>A file that a query answers with.</summary>
    public static void Get<TAnswer>(IEndpointRouteBuilder routes, string name, Func<IQueryCollection, Query<TAnswer>> ask, Func<TAnswer, Download> file) =>
        routes.MapGet($"{Folder}/{name}", (Delegate)((HttpContext context) => Answer(context, ask(context.Request.Query), file))).ExcludeFromDescription();

    /// <summary>A file that an operation makes; <paramref name="file"/> answers null when there is nothing to take away.</summary>
    public static void Post<TAnswer>(
        IEndpointRouteBuilder routes, string name, Func<IFormCollection, Operation<TAnswer>> ask, Func<TAnswer, IFormCollection, ConsoleOptions, Download?> file) =>
        routes.MapPost($"{Folder}/{name}", (Delegate)(async (HttpContext context) =>
        {
            var forms = context.RequestServices.GetRequiredService<IAntiforgery>();
            if (!context.Request.HasFormContentType || !await forms.IsRequestValidAsync(context))
                return Said(StatusCodes.Status400BadRequest, "This form was too old. Close this tab, load the page anew and try again.");
            var form = await context.Request.ReadFormAsync();
            var options = context.RequestServices.GetRequiredService<ConsoleOptions>();
            return await Answer(context, ask(form), answer => file(answer, form, options));
        })).ExcludeFromDescription();

    private static async Task<IResult> Answer<TAnswer>(HttpContext context, Operation<TAnswer> operation, Func<TAnswer, Download?> file)
    {
        var book = context.RequestServices.GetRequiredService<SessionBook>();
        if (SessionGate.SessionOf(context, book) is not { } session)
            return Said(StatusCodes.Status401Unauthorized, "You are not signed in any more.");
        try
        {
            return await session.Control.Do(operation, context.RequestAborted) switch
            {
                Done<TAnswer> { Answer: var answer } => file(answer) is { } made
                    ? Results.File(made.Bytes, made.Type, Path.GetFileName(made.Name))
                    : Said(StatusCodes.Status200OK, "There is nothing to take away: the other side lacks nothing."),
                Refused<TAnswer> refused => Said(StatusCodes.Status409Conflict, refused.Detail),
                _ => throw new InvalidOperationException("outcomes are a closed family"),
            };
        }
        catch (ControlFault fault)
        {
            return Said(StatusCodes.Status503ServiceUnavailable, fault.Message);
        }
    }

    private static IResult Said(int status, string sentence) => Results.Text(sentence, "text/plain; charset=utf-8", Encoding.UTF8, status);

    // One file as it is; several in an archive, out of which they are taken before a courier gets them.
    private static Download? Pouch(IReadOnlyList<PouchFile> files, string peer)
    {
        if (files.Count < 2)
            return files.Count == 0 ? null : new Download(files[0].Name, files[0].Bytes);
        using var whole = new MemoryStream();
        using (var archive = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using var entry = archive.CreateEntry(Path.GetFileName(file.Name), CompressionLevel.NoCompression).Open();
                entry.Write(file.Bytes);
            }
        }

        return new Download($"{peer}-pouch.zip", whole.ToArray(), "application/zip");
    }

    private static MakeSilenceReport Report(IFormCollection form)
    {
        var isYear = form["of"] == "year";
        return new MakeSilenceReport(
            [.. form["line"].OfType<string>()], isYear ? null : Filled(form["from"]), isYear ? null : Filled(form["until"]),
            isYear && int.TryParse(form["year"], out var year) ? year : null, form["words"] == "yes");
    }

    private static Download Report(ExportFile file, Func<byte[], byte[]>? page) => page is null
        ? new Download(file.Name, file.Bytes, "application/json")
        : new Download(Path.ChangeExtension(file.Name, ".html"), page(file.Bytes), "text/html; charset=utf-8");

    private static string? Filled(string? text) => text?.Trim() is { Length: > 0 } some ? some : null;
}
