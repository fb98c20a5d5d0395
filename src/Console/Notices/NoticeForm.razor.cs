using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Control;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Notices;
using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Console.Notices;

/// <summary>Fills in a form that the charter names. It is checked as one types, and kept as a draft, complete or not; nothing leaves from here. What is typed stays in
/// the tab until the station has it.</summary>
public sealed partial class NoticeForm : DeskPage
{
    private const int DayMinutes = 1440;
    private readonly List<string> regards = [];
    private readonly HashSet<string> addressees = new(StringComparer.Ordinal);
    private readonly Sender sender = new();
    private IReadOnlyList<LineView> lines = [];
    private IReadOnlyList<FormatView> formats = [];
    private IReadOnlyList<NoticeView> before = [];
    private LineView? line;
    private FormatView? view;
    private NoticeSheet? sheet;
    private NoticeCheckView? check;
    private NoticeDraftView? old;
    private ElementReference form;
    private IJSObjectReference? browser;
    private ITimer? pause;
    private string opened = "";
    private string held = "";
    private string language = "";
    private string refused = "";
    private Precedence precedence;
    private int? minutes;
    private bool isTest;
    private bool restored;
    private int typed;

    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    /// <summary>Id of a format of the line's charter.</summary>
    [SupplyParameterFromQuery]
    public string? Format { get; set; }

    /// <summary>Refs of the notices that it follows.</summary>
    [SupplyParameterFromQuery(Name = "regards")]
    public string[]? About { get; set; }

    /// <summary>The draft that is edited.</summary>
    [SupplyParameterFromQuery]
    public string? Draft { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private string Wanted => string.Join('|', "notice", Line, Format, string.Join(',', About ?? []), Draft);

    private int Tongue => sheet!.Format.LanguageFor(Say.Tag);

    private IReadOnlyList<string> Tongues => LineTongues.Of(line, Say);

    private IReadOnlyList<string> Roles => [.. (line?.Terms.Addressees ?? []).Where(a => !a.StartsWith(Desk.Party + ":", StringComparison.Ordinal))];

    private IEnumerable<NoticeGapView> Strays => (check?.Gaps ?? []).Where(g => sheet!.Format[g.Field] is null);

    // A list from which something is taken is at its first entry again.
    private string Chosen => "";

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Line;

    protected override async Task Load()
    {
        if (await Ask(new ListLines()) is not { } all)
            return;
        lines = [.. all.Where(l => l.State == LineState.Open && l.Terms.Formats is { Count: > 0 }).OrderBy(l => l.Mode).ThenBy(l => l.Handle, StringComparer.Ordinal)];
        var wanted = Wanted;
        if (opened == wanted)
            return;
        (sheet, view, check, old, restored, refused) = (null, null, null, null, false, "");
        if (Draft is not null && (old = await Ask(new ShowNoticeDraft(Draft, Say.Tag))) is null)
            return;
        line = (old?.Draft.Line ?? Line) is { } name ? all.FirstOrDefault(l => l.Handle == name) : lines is [var only] ? only : null;
        if (line is null)
        {
            Trouble = Line is null && old is null ? "" : Say["line.unknown", Line ?? old!.Draft.Line];
            return;
        }

        if (await Ask(new ListFormats(line.Handle, Say.Tag)) is not { } agreed)
            return;
        formats = agreed;
        if ((old is null ? Format : NoticeLinks.IdOf(old.Format)) is { } id)
            await Open(id);
        if (Trouble.Length == 0)
            opened = wanted;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (sheet is null || form.Id is null || held == opened || opened.Length == 0)
            return;
        held = opened;
        browser ??= await Script.InvokeAsync<IJSObjectReference>("import", PackedFiles.Of("console.js"));
        if (await browser.InvokeAsync<Dictionary<string, string>?>("keptForm", held) is { } kept)
            restored = sheet.Restore(kept);
        await browser.InvokeVoidAsync("keepForm", form, held);
        await Check();
    }

    protected override void OnInitialized() =>
        pause = Desk.Time.CreateTimer(_ => _ = InvokeAsync(Check), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    protected override void Close() => pause?.Dispose();

    private async Task Open(string id)
    {
        if (formats.FirstOrDefault(f => f.Id == id) is not { } found)
        {
            Trouble = Say["form.no-format", id];
            return;
        }

        if (await Ask(new ShowFormat(found.Name, Say.Tag)) is not { } texts)
            return;
        if (NoticeFormat.Parse(texts.Encoding) is not { } format)
        {
            Trouble = Say["form.no-format", id];
            return;
        }

        before = format.Regards.Count > 0 ? await Predecessors(format) : [];
        (view, sheet) = (found, new NoticeSheet(format));
        Begin(format);
    }

    // As the format says, or as the draft was kept.
    private void Begin(NoticeFormat format)
    {
        regards.Clear();
        regards.AddRange(old?.Draft.Regards ?? About ?? []);
        precedence = old?.Draft.Precedence ?? format.Precedence;
        isTest = old?.Draft.Status == Status.Test;
        minutes = old?.Draft.Answer is { } wish ? (int)Math.Round((wish.By - Desk.Now).TotalMinutes) : format.Clocks.Answer;
        language = old?.Language ?? (Tongues.Contains(Say.Tag) ? Say.Tag : Tongues[0]);
        addressees.Clear();
        addressees.UnionWith(Roles.Where(r => old is null
            ? format.Addressees.Contains(r.Split(':', 2)[^1])
            : old.Draft.Addressees.Any(a => a.StartsWith(r + " by ", StringComparison.Ordinal))));
        if (old is not null)
            sheet!.Fill(old.Values);
    }

    private async Task<IReadOnlyList<NoticeView>> Predecessors(NoticeFormat format)
    {
        if (await Ask(new ListNotices(line!.Handle, Language: Say.Tag)) is not [var list])
            return [];
        return [.. list.Matters.Where(m => m.IsOpen || !NoticeFold.IsStep(format.Effect)).Select(m => m.Notice).Concat(list.Others)
            .Where(n => format.Regards.Contains(NoticeLinks.IdOf(n.Format)) && NoticeLinks.MayFollow(format.Effect, n.Party == Desk.Party))];
    }

    private List<NoticeGapView> GapsOf(NoticeField field) => [.. (check?.Gaps ?? []).Where(g => g.Field == field.Name)];

    private string NameOf(string entry) => before.FirstOrDefault(b => b.Entry == entry) is { } known ? $"{known.Party} · {Summary(known)}" : "";

    private static string Summary(NoticeView notice) => notice.Lines.FirstOrDefault(l => l.Text is not null)?.Text is { } first ? $"{notice.Title}: {first}" : notice.Title;

    private void Typed()
    {
        typed++;
        pause!.Change(Bounds.TypingPause, Timeout.InfiniteTimeSpan);
    }

    private void Link(string? entry)
    {
        if (entry is { Length: > 0 } && !regards.Contains(entry) && regards.Count < Parley.Lines.Bounds.Regards)
            regards.Add(entry);
        Typed();
    }

    private void Unlink(string entry)
    {
        regards.Remove(entry);
        Typed();
    }

    private void Choose(string role, bool chosen)
    {
        if (chosen)
            addressees.Add(role);
        else
            addressees.Remove(role);
    }

    // What was typed while the station was asked is asked about again.
    private async Task Check()
    {
        if (sheet is null || line is null || !Desk.MayWrite)
            return;
        var asked = typed;
        var reply = await Desk.Ask(new CheckNotice(line.Handle, sheet.Format.Id, language, sheet.Values(), regards));
        if (asked != typed)
            return;
        (check, refused) = (reply.Answer ?? check, reply.Trouble);
        StateHasChanged();
    }

    private async Task Go(NoticeGapView gap)
    {
        if (browser is null || sheet?.Format[gap.Field] is not { } field)
            return;
        var column = field.Columns.FirstOrDefault(c => c.Name == gap.Column);
        var row = gap.Row > 0 && sheet.SentRow(field, gap.Row) is { } sent ? sheet.RowsOf(field).ToList().IndexOf(sent) : 0;
        await browser.InvokeVoidAsync("focus", field.Kind != FieldKind.Rows ? FormField.IdOf(field) : RowsInput.IdOf(field, row, column ?? field.Columns[0]));
    }

    private async Task Anew()
    {
        if (browser is null || sheet is null)
            return;
        await browser.InvokeVoidAsync("note", held, null);
        sheet = new NoticeSheet(sheet.Format);
        Begin(sheet.Format);
        restored = false;
        await Check();
    }

    private async Task Keep()
    {
        if (sheet is null || line is null)
            return;
        var asks = sheet.Format.Effect == NoticeEffect.Asks;
        var draft = new DraftNotice(
            line.Handle, sheet.Format.Id, language, sheet.Values(), regards, isTest ? Status.Test : Status.Actual, precedence, asks ? minutes : null,
            asks ? old?.Draft.Answer?.From : null, [.. Roles.Where(addressees.Contains).Select(a => new AddresseeInput(a, AddresseeMinutes))], Draft);
        if (await sender.Send(Desk, draft) is not { } kept)
            return;
        if (browser is not null)
            await browser.InvokeVoidAsync("note", held, null);
        Address.NavigateTo(NoticeLinks.Draft(kept.Draft.Id));
    }

    // As long as the charter gives an answer of that precedence; a day where it says nothing.
    private int AddresseeMinutes => line!.Terms.AnswerMinutes is { Count: 4 } clocks && clocks[(int)precedence] > 0 ? clocks[(int)precedence] : DayMinutes;
}
