using Parley.Control;
using Parley.Control.Notices;
using Parley.Control.Plans;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Notices;
using Parley.Lines.Plans;
using Parley.Station.Journals;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>What our party plans, the calendar, and what the other side will see. Nothing of it ever leaves the station.</summary>
internal static class Plans
{
    private const int MostDays = 3660;
    private const int DefaultDays = 366;

    public static object Keep(OperationContext context, KeepPlan operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (operation.Key is { } key && memory.Remembered.TryGetValue(key, out var made) && made.Split(' ') is ["plan", var id] &&
            memory.Plans.Values.FirstOrDefault(p => p.Id == id) is { } before)
            return Shown(context, before);
        LineId? line = null;
        if (operation.Line is { } name)
        {
            if (LineNames.Find(memory, name, out var refused) is not { } found)
                return Refuse(refused.Why, refused.Detail);
            line = found.Id;
        }

        if (operation.Number is { } known && !memory.Plans.ContainsKey(known))
            return Refuse(Refusal.UnknownPlan, NoPlan(known));
        if (operation.Number is null && memory.Plans.Count >= Bounds.Plans)
            return Refuse(Refusal.TooMany, "The station keeps at most 1,000 plans. 'plan remove' those that are over.");
        if (operation.Format is { Length: > 0 } format && memory.Formats.Values.All(f => f.Format.Id != format))
            return Refuse(Refusal.UnknownFormat, $"There is no notice format '{format}' here. 'notice formats' names those that there are.");
        if (!Timestamp.TryFrom(operation.Start.ToUnixTimeMilliseconds(), out var start) || !Timestamp.TryFrom(operation.End.ToUnixTimeMilliseconds(), out var end))
            return Refuse(Refusal.Malformed, RuleOf(PlanFlaw.Times));
        var plan = new Plan(
            operation.Number ?? memory.Plans.Keys.DefaultIfEmpty(0).Max() + 1, line, operation.Title, operation.Format ?? "", start, end,
            [.. (operation.Signs ?? []).Distinct().Order()], operation.Note ?? "", context.Actor.Name, step.Now);
        if (plan.Flaw() is { } flaw)
            return Refuse(Refusal.Malformed, RuleOf(flaw));
        memory.Plans[plan.Number] = plan;
        step.Put(DocumentKind.Plan, plan.Id, plan.Encode());
        step.Journal(JournalAct.PlanKept, line, plan.Id, key: operation.Key);
        memory.Remember(operation.Key, $"plan {plan.Id}");
        step.Note(ChangeKind.Line, line, text: "a plan was kept");
        return Shown(context, plan);
    }

    /// <summary>A draft of the notice that is missing: an officer asked for it, others fill it in, verify it and release it.</summary>
    public static object Draft(OperationContext context, DraftPlan operation)
    {
        var memory = context.Memory;
        if (!memory.Plans.TryGetValue(operation.Number, out var plan))
            return new Refused<NoticeDraftView>(Refusal.UnknownPlan, NoPlan(operation.Number));
        if ((operation.Line ?? (plan.Line is { } id && memory.Lines.TryGetValue(id, out var planned) ? LineNames.HandleOf(memory, planned) : null)) is not { } name)
            return new Refused<NoticeDraftView>(Refusal.UnknownLine, "The plan names no line; say on which one its notice is drafted.");
        if (LineNames.Find(memory, name, out var refused) is not { } line)
            return new Refused<NoticeDraftView>(refused.Why, refused.Detail);
        var form = operation.Format ?? plan.Format;
        if (form.Length == 0)
            return new Refused<NoticeDraftView>(Refusal.UnknownFormat, "The plan names no form; say which one.");
        return Formats.Find(memory, line, form, out var why) is { Format: { } format }
            ? NoticeDrafts.Draft(context, new DraftNotice(name, format.Id, operation.Language, PlanForm.Values(plan, format)) { Key = operation.Key })
            : new Refused<NoticeDraftView>(Refusal.UnknownFormat, why);
    }

    public static Outcome<Nothing> Remove(OperationContext context, RemovePlan operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (operation.Key is { } key && memory.Remembered.ContainsKey(key))
            return new Done<Nothing>(Nothing.Value);
        if (!memory.Plans.Remove(operation.Number, out var plan))
            return new Refused<Nothing>(Refusal.UnknownPlan, NoPlan(operation.Number));
        step.Remove(DocumentKind.Plan, plan.Id);
        step.Journal(JournalAct.PlanRemoved, plan.Line, plan.Id, key: operation.Key);
        memory.Remember(operation.Key, "done");
        step.Note(ChangeKind.Line, plan.Line, text: "a plan was removed");
        return new Done<Nothing>(Nothing.Value);
    }

    public static object List(OperationContext context, ListPlans operation)
    {
        List<Plan> plans =
        [
            .. context.Memory.Plans.Values.Where(p => operation.Past || p.End > context.Step.Now).OrderBy(p => p.Start).ThenBy(p => p.Number),
        ];
        var reading = PlanReading.For(context, plans);
        return new Deferred(() => new Done<IReadOnlyList<PlanView>>(plans.ConvertAll(reading.View)));
    }

    public static object Calendar(OperationContext context, ShowCalendar operation)
    {
        var from = operation.From is { } begin ? LocalClocks.Read(begin) : context.Step.Now;
        var to = operation.To is { } end ? LocalClocks.Read(end) : from + TimeSpan.FromDays(DefaultDays);
        foreach (var text in new[] { operation.From, operation.To }.OfType<string>().Where(t => LocalClocks.Read(t) is null))
        {
            var (why, detail) = LocalClocks.Wrong(text);
            return new Refused<PlanCalendarView>(why, detail);
        }

        if (from is not { } first || to is not { } last || last <= first || last - first > TimeSpan.FromDays(MostDays))
            return new Refused<PlanCalendarView>(Refusal.Malformed, "A calendar begins before it ends, and spans at most 3660 days.");
        var mode = operation.Exercise ? LineMode.Exercise : LineMode.Live;
        List<Plan> plans = [.. context.Memory.Plans.Values];
        var reading = PlanReading.Whole(context, mode);
        return new Deferred(() => new Done<PlanCalendarView>(reading.Calendar(plans, mode, new NoticeSpan(first.ToDateTimeOffset(), last.ToDateTimeOffset()))));
    }

    public static object Signs(OperationContext context, ShowSigns operation)
    {
        if (!context.Memory.Plans.TryGetValue(operation.Number, out var plan))
            return new Refused<PlanSignsView>(Refusal.UnknownPlan, NoPlan(operation.Number));
        var reading = PlanReading.For(context, [plan]);
        return new Deferred(() => new Done<PlanSignsView>(reading.Signs(plan)));
    }

    private static Deferred Shown(OperationContext context, Plan plan)
    {
        var reading = PlanReading.For(context, [plan]);
        return new Deferred(() => new Done<PlanView>(reading.View(plan)));
    }

    private static string NoPlan(int number) => $"There is no plan {number}. 'plan list' names those that there are.";

    private static string RuleOf(PlanFlaw flaw) => flaw switch
    {
        PlanFlaw.Title => "A plan has a title of 1 to 100 characters on one line.",
        PlanFlaw.Format => "The form of a plan is the id of a notice format, or none.",
        PlanFlaw.Times => "A plan ends after it starts, between 1970 and 9999.",
        PlanFlaw.Signs => "Signs are those that 'plan keep --help' names.",
        _ => "The note of a plan is plain text of at most 1,000 characters.",
    };

    private static Refused<PlanView> Refuse(Refusal why, string detail) => new(why, detail);
}
