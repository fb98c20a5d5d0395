using System.Globalization;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.PublicWarnings;
using Parley.Ledger;
using Parley.Lines.Parties;
using Parley.Lines.PublicWarnings;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;
using Parley.Volumes;
using Parley.Volumes.Earth;
using Parley.Volumes.Texts;

namespace Parley.Station.Operations;

/// <summary>What others published for everybody, kept so that what is seen is held against it.</summary>
internal static class PublicWarnings
{
    public static Outcome<WarningBatchView> Keep(OperationContext context, KeepWarnings operation)
    {
        var book = context.Memory.Warnings;
        if (operation.Warnings.Count is < 1 or > Bounds.WarningsAtOnce)
            return new Refused<WarningBatchView>(Refusal.TooMany, "1 to 64 public warnings are kept at once. Split the list.");
        List<PublicWarning> read = [];
        List<WarningFlawView> flaws = [];
        var known = 0;
        for (var i = 0; i < operation.Warnings.Count; i++)
        {
            var one = Read(operation.Warnings[i], book.Last + 1 + read.Count, operation.Exercise, context, out var flaw);
            if (one is null)
                flaws.Add(new WarningFlawView(i + 1, flaw, flaw.Words()));
            else if (book.Knows(one) || read.Exists(r => r.Print == one.Print))
                known++;
            else
                read.Add(one);
        }

        if (operation.CheckOnly || read.Count == 0)
            return new Done<WarningBatchView>(new WarningBatchView(null, read.Count, known, flaws));
        if (book.Keep(context.Step, read) is not { } gone)
        {
            return new Refused<WarningBatchView>(
                Refusal.TooMany, "The station keeps 10,000 public warnings, and too few of them ended more than a year ago to make room. Keep those of fewer areas.");
        }

        context.Step.Journal(
            JournalAct.WarningKept, null, read[0].Id, string.Create(CultureInfo.InvariantCulture, $"{read[^1].Number}{(gone > 0 ? $", {gone} made room" : "")}"), operation.Key);
        context.Step.Note(ChangeKind.Observation);
        return new Done<WarningBatchView>(new WarningBatchView(read[0].Number, read.Count, known, flaws));
    }

    public static object List(OperationContext context, ListWarnings operation)
    {
        var now = context.Step.Now;
        if (Explanations.Time(operation.From, now, toEnd: false, out var from) is { } wrong)
            return new Refused<WarningListView>(wrong.Why, wrong.Detail);
        if (Explanations.Time(operation.To, now, toEnd: true, out var to) is { } wrongEnd)
            return new Refused<WarningListView>(wrongEnd.Why, wrongEnd.Detail);
        var begin = from ?? now;
        var end = to ?? begin + TimeSpan.FromDays(Bounds.ObservationDays);
        if (begin > end)
            return new Refused<WarningListView>(Refusal.Malformed, "A time begins before it ends.");
        if (operation.Party is { } party && PartyId.Parse(party) is null)
            return new Refused<WarningListView>(Refusal.UnknownPeer, $"'{party}' is no party.");
        var (mode, held) = (Observations.ModeOf(operation.Exercise), context.Memory.Warnings.Held);
        return new Deferred(() =>
        {
            var all = held.Of(mode);
            var (first, last) = (begin.ToDateTimeOffset(), end.ToDateTimeOffset());
            List<StandingWarning> listed =
            [
                .. all.Where(w => operation.Closed || (w.Closed is null && w.Announced is not null))
                    .Where(w => operation.Party is null || w.Warning.Party?.ToString() == operation.Party)
                    .Where(w => Begin(w) <= last && (w.Warning.Ends ?? Begin(w)) >= first).OrderBy(w => w.Warning.Ends ?? Begin(w)).ThenBy(w => w.Warning.Number),
            ];
            return new Done<WarningListView>(new WarningListView(
                first, last, [.. listed.Take(Bounds.WarningsTold).Select(Row)], Math.Max(0, listed.Count - Bounds.WarningsTold), all.Count, mode));
        });
    }

    public static object Show(OperationContext context, ShowWarning operation)
    {
        var (memory, held) = (context.Memory, context.Memory.Warnings.Held);
        if (!held.All.TryGetValue(operation.Number, out var known))
        {
            return new Refused<WarningView>(
                Refusal.UnknownWarning,
                string.Create(CultureInfo.InvariantCulture, $"There is no public warning {operation.Number}. 'parley warning list' lists those that there are."));
        }

        return new Deferred(() => Whole(memory, known.Number) is not { } whole
            ? new Refused<WarningView>(Refusal.UnknownWarning, "That public warning has made room for others.")
            : (object)new Done<WarningView>(Of(held, whole)));
    }

    private static WarningView Of(Station.PublicWarnings.HeldWarnings held, PublicWarning whole)
    {
        var all = held.Of(whole.Mode);
        var standing = all.First(w => w.Warning.Number == whole.Number);
        return new WarningView(
            Row(standing with { Warning = whole }), whole.Refers, standing.By?.Number, whole.Words, whole.Remarks, whole.Officer, whole.Entered.ToDateTimeOffset(), whole.Mode);
    }

    private static PublicWarning? Read(WarningInput typed, int number, bool isExercise, OperationContext context, out WarningFlaw flaw)
    {
        flaw = WarningFlaw.Party;
        PartyId? party = null;
        if (!string.IsNullOrEmpty(typed.Party) && (party = PartyId.Parse(typed.Party)) is null)
            return null;
        flaw = WarningFlaw.Issued;
        Timestamp? issued = null;
        if (typed.Issued is { } text && (issued = LocalClocks.Read(text)) is null)
            return null;
        flaw = WarningFlaw.Volumes;
        var volumes = typed.Volumes.Select(v => v.Length <= Parley.Lines.Bounds.NoticeVolumeLength && VolumeText.TryParse(v, out var volume, out _) ? volume : null).ToList();
        if (volumes.Contains(null))
            return null;
        var read = new PublicWarning(
            number, typed.Name, party, typed.Effect, typed.Refers ?? [], typed.Kinds, issued, [.. volumes.OfType<Volume>()], typed.Words, typed.Remarks ?? [],
            context.Actor.Name, context.Step.Now, Observations.ModeOf(isExercise));
        if (read.Flaw() is not { } found)
            return read;
        flaw = found;
        return null;
    }

    private static PublicWarning? Whole(StationMemory memory, int number) =>
        memory.Store.Documents(DocumentKind.PublicWarning, PublicWarning.IdOf(number - 1), 1) is [var stored] && stored.Id == PublicWarning.IdOf(number) &&
        memory.Keys.AtRest.Open(Step.ContextOf(stored.Kind, stored.Id), stored.Bytes) is { } bytes
            ? PublicWarning.Parse(stored.Id, bytes)
            : null;

    private static DateTimeOffset Begin(StandingWarning standing) => standing.Warning.Begins ?? standing.Warning.At.ToDateTimeOffset();

    private static WarningRowView Row(StandingWarning standing)
    {
        var warning = standing.Warning;
        return new WarningRowView(
            warning.Number, warning.Reference, warning.Party?.ToString(), warning.Effect, warning.Kinds, warning.Issued?.ToDateTimeOffset(), warning.Begins,
            warning.Ends is { } ends && ends < PublicWarning.Never ? ends : null, standing.Closed,
            [.. warning.Volumes.Select(v => new ActivityVolumeView(VolumeText.Write(v), [], Figure.Of(v.Shapes[0])?.Centroid.ToString() ?? ""))], warning.Remarks.Count > 0);
    }
}
