using Parley.Control;
using Parley.Control.Handling;
using Parley.Control.Notices;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using Parley.Lines.Notices;
using Parley.Lines.Parties;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>A notice as it is typed, turned into what travels. Gaps stay; what could not be written at all is refused.</summary>
internal static class NoticeInputs
{
    private const int DefaultMinutes = 1440;

    /// <summary>Null when <paramref name="content"/> is made.</summary>
    public static Refused<NoticeDraftView>? Read(
        OperationContext context, DraftNotice operation, out LineState line, out NoticeFormat format, out NoticeContent content)
    {
        (format, content) = (null!, null!);
        line = LineNames.Find(context.Memory, operation.Line, out var refused)!;
        if (line is null)
            return Refuse(refused.Why, refused.Detail);
        if (Formats.Find(context.Memory, line, operation.Format, out var why) is not { } state)
            return Refuse(Refusal.UnknownFormat, why);
        format = state.Format;
        if (!MessageContent.IsLanguage(operation.Language))
            return Refuse(Refusal.Malformed, "The language is a tag such as en, ru, zh-Hant.");
        if (operation.Precedence is { } precedence && !Enum.IsDefined(precedence))
            return Refuse(Refusal.Malformed, "The precedence is flash, immediate, priority or routine.");
        if (Values(operation.Values, out var values) is { } unwritable)
            return unwritable;
        if (Wish(context, line, operation, format, out var wish) is { } noWish)
            return noWish;
        if (Addressees(context, line, operation, format, out var addressees) is { } unknown)
            return unknown;
        content = new NoticeContent(state.Named, new Notice(format.Id, format.Version, operation.Language, values), wish, addressees);
        var made = content.ToWords(format, 1).ToContent(new byte[Content.SeedSize]);
        return made.Encode().Length > Parley.Lines.Bounds.NoticeSize - 1024 ? Refuse(
                Refusal.TooLong, "The notice is too long: at most 255 KiB in all. Send the rest as an attachment.")
            : NoticeContent.From(made) is null ? Refuse(Refusal.Malformed, "The notice cannot be written as it is filled in: a table needs cells, and every other field one text.")
            : null;
    }

    private static Refused<NoticeDraftView>? Values(IReadOnlyList<NoticeValue> asked, out IReadOnlyList<NoticeValue> values)
    {
        values = [.. asked.Where(v => v.Items.Any(i => i.Length > 0))];
        if (values.Count > Parley.Lines.Bounds.FormatFields)
            return Refuse(Refusal.TooMany, "A notice has at most 64 fields.");
        foreach (var value in values)
        {
            if (!NoticeContent.IsName(value.Field) || values.Count(v => v.Field == value.Field) > 1)
                return Refuse(Refusal.Malformed, "A field is named by 1 to 24 of a-z, 0-9 and hyphen, and stands once.");
            if (value.Items.Any(i => i.Length > Parley.Lines.Bounds.NoticeItemLength || !NoticeContent.IsSound(i)) ||
                value.Items.Count > Parley.Lines.Bounds.NoticeRows * Parley.Lines.Bounds.FormatFields)
                return Refuse(Refusal.Malformed, $"What stands in '{value.Field}' is too long, or has control characters other than line ends and tabs.");
        }

        return null;
    }

    private static Refused<NoticeDraftView>? Wish(OperationContext context, LineState line, DraftNotice operation, NoticeFormat format, out NoticeWish? wish)
    {
        wish = null;
        if (format.Effect != NoticeEffect.Asks)
        {
            return operation.AnswerMinutes is null && operation.AnswerFrom is null ? null
                : Refuse(Refusal.Malformed, $"The form {format.Id} asks for no answer.");
        }

        var own = context.Memory.Own;
        SortedSet<PartyId> others = [.. line.Fold.Members.Concat(line.Fold.Founding?.ByHand ?? []).Where(p => p != own)];
        SortedSet<PartyId> from = [];
        foreach (var name in operation.AnswerFrom ?? [])
        {
            if (PartyId.Parse(name) is not { } party || !others.Contains(party))
                return Refuse(Refusal.UnknownPeer, $"'{name}' is no other party of this line; an answer is asked of {string.Join(", ", others)}.");
            from.Add(party);
        }

        if (from.Count == 0)
            from = others;
        if (from.Count == 0 || (operation.AnswerMinutes ?? format.Clocks.Answer) is not { } minutes || minutes is < 1 or > Parley.Lines.Bounds.FormatMinutes)
            return Refuse(Refusal.Malformed, "An answer is asked of another party, within 1 to 527040 minutes.");
        wish = new NoticeWish(minutes, [.. from]);
        return null;
    }

    /// <summary>Those that are named; otherwise the roles of the format, where the charter has them of another party.</summary>
    private static Refused<NoticeDraftView>? Addressees(
        OperationContext context, LineState line, DraftNotice operation, NoticeFormat format, out IReadOnlyList<Addressed> addressees)
    {
        var found = new List<Addressed>();
        addressees = found;
        var terms = (line.Fold.Current ?? line.Fold.Founding!).Terms;
        var minutes = terms.AnswerMinutes[(int)(operation.Precedence ?? format.Precedence)] is var asked and > 0 ? asked : DefaultMinutes;
        var named = operation.Addressees ?? [.. terms.Addressees.Where(a => a.Party != context.Memory.Own && format.Addressees.Contains(a.Role))
            .Select(a => new AddresseeInput(a.ToString(), minutes))];
        return Messages.Addressees(context, line, named, found) is { } refused ? Refuse(refused.Why, refused.Detail) : null;
    }

    private static Refused<NoticeDraftView> Refuse(Refusal why, string detail) => new(why, detail);
}
