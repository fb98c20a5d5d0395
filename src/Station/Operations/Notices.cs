using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Control.Stations;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Notices that were said, what was read back of them, and what the parties say of the agreement that they rest on.</summary>
internal static class Notices
{
    private const int MostDays = 3660;

    public static object List(OperationContext context, ListNotices operation)
    {
        if (operation.Days is < 1 or > MostDays)
            return new Refused<IReadOnlyList<NoticeListView>>(Refusal.Malformed, "Notices are read from the last 1 to 3660 days.");
        var memory = context.Memory;
        List<LineState> lines = [.. memory.Lines.Values.Where(l => l.Fold.InForce.Count > 0)];
        if (operation.Line is { } name)
        {
            if (LineNames.Find(memory, name, out var refused) is not { } only)
                return new Refused<IReadOnlyList<NoticeListView>>(refused.Why, refused.Detail);
            lines = [only];
        }

        var readings = lines.ConvertAll(l => Reading(context, l, operation.Language));
        var from = context.Step.Now.ToDateTimeOffset().AddDays(-operation.Days);
        return new Deferred(() => new Done<IReadOnlyList<NoticeListView>>([.. readings
            .Select(r => new NoticeViews(memory, r).List(from, operation.Open))
            .Where(v => operation.Line is not null || v.Matters.Count + v.Others.Count + v.Agreement.Count > 0)]));
    }

    public static object Show(OperationContext context, ShowNotice operation)
    {
        if (Find(context, operation, operation.Language, out var why) is not { } reading)
            return new Refused<NoticeView>(why.Why, why.Detail);
        var entry = EntryRef.Parse(operation.Entry)!.Value;
        return new Deferred(() => reading.One(entry) is { } notice
            ? new Done<NoticeView>(new NoticeViews(context.Memory, reading).Of(notice))
            : new Refused<NoticeView>(Refusal.UnknownEntry, NoNotice));
    }

    public static object ReadBack(OperationContext context, ReadBackNotice operation)
    {
        if (Find(context, operation, null, out var why) is not { } reading)
            return why;
        var entry = EntryRef.Parse(operation.Entry)!.Value;
        if (reading.One(entry) is not { Said: { } said } notice)
            return new Refused<EntryView>(Refusal.UnknownEntry, "This notice cannot be read here, so nothing of it can be read back.");
        if (entry.Party == context.Memory.Own)
            return new Refused<EntryView>(Refusal.NotTheirs, "The notice is our own; its receiver reads it back.");
        List<NoticeValue> values = [];
        foreach (var value in operation.Values)
        {
            if (values.Exists(v => v.Field == value.Field) || Position(said.Format, value) is not { } text)
            {
                return new Refused<EntryView>(
                    Refusal.NoPosition,
                    $"'{value.Field}' is no position of this notice, or what is read back is none: degrees such as 12.34567N 045.67890E, MGRS, or a volume as the notice has it.");
            }

            values.Add(new NoticeValue(value.Field, [text]));
        }

        return values.Count is 0 or > Parley.Lines.Bounds.FormatFields
            ? new Refused<EntryView>(Refusal.NoPosition, "Name at least one position to read back.")
            : Writing.SayAlone(
                context, operation.Line, notice.Header.Precedence, [entry], new ReadBackContent(values).ToWords(), operation.Key, notice.Header.Status);
    }

    public static Outcome<DraftView> State(OperationContext context, StateAgreement operation)
    {
        if (Messages.Repeated(context, operation.Key) is { } before)
            return before;
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<DraftView>(refused.Why, refused.Detail);
        if (!Enum.IsDefined(operation.State) || !Writing.Note(operation.Text, operation.Language, out var note) || note is null)
            return new Refused<DraftView>(Refusal.Malformed, $"The state is inForce, suspended or left, with words that say why. {Writing.NoteRule}");
        SortedSet<string> formats = new(operation.Formats ?? [], StringComparer.Ordinal);
        foreach (var name in formats)
        {
            if (Formats.Find(context.Memory, line, name, out var why) is not { } state || state.Named.Id != name)
                return new Refused<DraftView>(Refusal.UnknownFormat, why.Length > 0 ? why : $"Name formats by their ids, not '{name}'.");
        }

        var frame = new Writing.Frame(operation.Line, Precedence.Immediate, Status.Actual);
        return Calls.Say(context, frame, new AgreementContent(operation.State, [.. formats], note).ToWords(), operation.Key);
    }

    /// <summary>What is to be read of a line's notices for the station at a glance; null for a line on which nothing is said any more.</summary>
    public static Func<IEnumerable<AttentionView>>? Attention(OperationContext context, LineState line)
    {
        if (line.Fold.Current is not { Terms.Formats.Count: > 0 } || line.Fold.IsClosed || line.Fold.LeftBy.Contains(context.Memory.Own))
            return null;
        var (memory, reading) = (context.Memory, Reading(context, line, null));
        return () => new NoticeViews(memory, reading).Attention();
    }

    private const string NoNotice = "There is no such notice on this line. 'notice list' names those that there are.";

    private static NoticeReading Reading(OperationContext context, LineState line, string? language) =>
        new(context.Memory, LineGlance.Of(context, line, language), context.Step.Now);

    private static NoticeReading? Find(OperationContext context, IAboutEntry operation, string? language, out Refused<EntryView> why)
    {
        var line = LineNames.Find(context.Memory, operation.Line, out var refused);
        why = line is null ? new Refused<EntryView>(refused.Why, refused.Detail) : new Refused<EntryView>(Refusal.UnknownEntry, NoNotice);
        return line is not null && EntryRef.Parse(operation.Entry) is { } entry && line.Heads.Covers(entry) ? Reading(context, line, language) : null;
    }

    /// <summary>A position in the notation of notices; null when it is none, or the format has no such field.</summary>
    private static string? Position(NoticeFormat format, NoticeValue value)
    {
        if (value.Items is not [{ Length: > 0 and <= Parley.Lines.Bounds.NoticeItemLength } text])
            return null;
        return format[value.Field]?.Kind switch
        {
            FieldKind.Place => FieldText.AnyPlace(text),
            FieldKind.Volume when FieldText.Volume(text) is not null => text,
            _ => null,
        };
    }
}
