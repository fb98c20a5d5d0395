using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Maps;
using Parley.Control;
using Parley.Control.Notices;
using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Console.Notices;

/// <summary>One notice: its lines as its form numbers them, its clocks, what followed, how far it got, and what can follow.</summary>
public sealed partial class NoticePage : RoundPage
{
    private NoticeView? notice;
    private NoticeMatterView? matter;
    private NoticeStepView? step;
    private NoticeFormat? format;
    private IReadOnlyList<FormatView> formats = [];
    private IReadOnlyList<MapItem> places = [];
    private string shown = "";
    private string told = "";

    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    /// <summary>Its ref.</summary>
    [SupplyParameterFromQuery]
    public string? Entry { get; set; }

    private bool IsOurs => notice!.Party == Desk.Party;

    private int Tongue => format?.LanguageFor(Say.Tag) ?? 0;

    private IEnumerable<FormatView> FollowUps => format is null ? [] : formats.Where(f => f.Regards.Contains(format.Id) && NoticeLinks.MayFollow(f.Effect, IsOurs));

    private IReadOnlyList<NoticeField> Positions =>
        [.. (format?.Fields ?? []).Where(f => f.Kind is FieldKind.Place or FieldKind.Volume && notice!.Values.Any(v => v.Field == f.Name))];

    private IEnumerable<(string Name, DateTimeOffset At)> Clocks => new[]
    {
        ("lead-due", notice!.Clocks.LeadDue), ("start", notice.Clocks.Start), ("end", notice.Clocks.End), ("valid", notice.Clocks.ValidUntil), ("answer", notice.Clocks.AnswerDue),
        ("answer-receipt", notice.Clocks.AnswerDueByReceipt), ("completion", notice.Clocks.CompletionDue),
    }.Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!.Value));

    private string? LeadWords => notice!.Clocks.Lead == LeadStanding.NoClock ? null : Say["notice.lead." + notice.Clocks.Lead.ToString().ToLowerInvariant()];

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Handled or ChangeKind.Line;

    protected override async Task Load()
    {
        if (shown != $"{Line} {Entry}")
            (shown, told, notice, matter, step, format, places) = ($"{Line} {Entry}", "", null, null, null, null, []);
        if (await Ask(new ShowNotice(Line ?? "", Entry ?? "", Say.Tag)) is not { } found)
            return;
        notice = found;
        if (format is null && found.Effect is not null && await Desk.Ask(new ShowFormat(found.Format, Say.Tag)) is { Answer: { } texts })
            format = NoticeFormat.Parse(texts.Encoding);
        formats = (await Desk.Ask(new ListFormats(found.Line, Say.Tag))).Answer ?? formats;
        var isOfMatter = found.Effect is { } effect && (effect == NoticeEffect.Announces || NoticeFold.IsStep(effect));
        if (isOfMatter && await Ask(new ListNotices(found.Line, Language: Say.Tag)) is [var list])
        {
            matter = list.Matters.FirstOrDefault(m => m.Notice.Entry == found.Entry || m.Steps.Any(s => s.Entry == found.Entry));
            step = matter?.Steps.FirstOrDefault(s => s.Entry == found.Entry);
        }

        places = format is null ? [] : NoticePlaces.Of(found, format, new NoticePlaces.Reader(Say, Tongue, Desk.Party, Desk.Now), IsCalledOff);
    }

    private string LabelOf(string field) => format?[field]?.Texts[Tongue] ?? field;

    private bool IsCounted(string name, DateTimeOffset at) => at > Desk.Now && name != "answer-receipt" && matter is not { IsOpen: false };

    private bool IsCalledOff => step is null && matter is { Events.Count: > 0 } && IsCancelled;

    private bool IsCancelled => matter!.Events.All(e => e.State == EventState.Cancelled);

    private static string NumberOf(string entry) => EntryRef.Parse(entry) is { } known ? MessageNumber.Of(known).ToString() : entry;

    private async Task Told(string words)
    {
        told = words;
        await LoadAnew();
    }
}
