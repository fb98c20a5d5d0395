using System.Buffers;
using System.Globalization;
using Parley.Control;
using Parley.Control.Reports;
using Parley.Control.Stations;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Reports;
using Parley.Lines.Silence;
using Parley.Lines.Transcripts;
using Parley.Station.Journals;
using Parley.Station.Silence;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Signed reports. The loop notes what there is at one moment and that a report was asked for; the asker's own thread reads the store, and signs.</summary>
internal static class Reports
{
    public static object Silence(OperationContext context, MakeSilenceReport operation)
    {
        if (Frame(context, operation, out var frame) is { } noPeriod)
            return noPeriod;
        if (Lines(context, operation.Lines, out var lines) is { } noLines)
            return noLines;
        var sources = lines.Select(l => Source(context, l, frame)).ToList();
        if (sources.Sum(s => s.Whole.Entries) > Bounds.ReportEntries)
        {
            return Refuse(Refusal.TooMany, string.Create(CultureInfo.InvariantCulture,
                $"These lines say more than {Bounds.ReportEntries} entries; name fewer of them with --line."));
        }

        var mode = lines[0].Mode;
        context.Step.Journal(JournalAct.Reported, lines.Count == 1 ? lines[0].Id : null, note: $"{frame.From} to {frame.Until}, {lines.Count} lines");
        return new Deferred(() =>
        {
            var inputs = sources.Select(s => s.Read(frame)).OfType<LineInput>().ToList();
            if (inputs.Count == 0)
                return Refuse(Refusal.UnknownEntry, "Nothing had been said on these lines by then.");
            if (inputs.Sum(i => (long)i.Proof.Length) > Parley.Lines.Bounds.ReportSize / 2)
                return Refuse(Refusal.TooMany, "The proofs would fill more than a report can hold; name fewer lines with --line.");
            var (_, bytes) = ReportFile.Make(frame, inputs, sources[0].Whole.Key);
            return new Done<ExportFile>(new ExportFile(mode, NameOf(frame, mode), bytes));
        });
    }

    private static string NameOf(ReportFrame frame, LineMode mode)
    {
        static string Day(Timestamp at) => at.ToDateTimeOffset().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var name = $"silence-{frame.By}-{Day(frame.From)}-{Day(frame.Until)}";
        return mode == LineMode.Exercise ? $"EXERCISE-{name}-EXERCISE.report" : $"{name}.report";
    }

    private static Refused<ExportFile>? Frame(OperationContext context, MakeSilenceReport operation, out ReportFrame frame)
    {
        var now = context.Step.Now;
        frame = new ReportFrame(context.Memory.Own, now, now, now, operation.Year is not null, operation.Words);
        var (from, until) = (operation.From, operation.Until);
        if (operation.Year is { } year)
        {
            if (from is not null || until is not null || year is < 1970 or > 9999)
                return Refuse(Refusal.Malformed, "A yearly review is of one year, such as 2022, and has no other period.");
            (from, until) = (string.Create(CultureInfo.InvariantCulture, $"{year}-01-01"), string.Create(CultureInfo.InvariantCulture, $"{year}-12-31"));
        }

        if (from is null || until is null)
            return Refuse(Refusal.Malformed, "A report is of a period: say from when until when, or a year.");
        if (LocalClocks.ReadDay(from, toEnd: false, now) is not { } begins || LocalClocks.ReadDay(until, toEnd: true, now) is not { } ends)
        {
            return LocalClocks.IsZoneless(from) || LocalClocks.IsZoneless(until)
                ? Refuse(Refusal.TimeWithoutZone, LocalClocks.Rule)
                : Refuse(Refusal.Malformed, $"A period begins and ends with a day such as 2022-02-25, or a time. {LocalClocks.Rule}");
        }

        // Of a year that goes on, as much as has passed.
        ends = operation.Year is not null && ends > now ? now : ends;
        frame = frame with { From = begins, Until = ends };
        return begins > now || ends > now ? Refuse(Refusal.TimeAhead, "A report tells what was; the period lies ahead.")
            : begins >= ends ? Refuse(Refusal.Malformed, "The period ends before it begins.")
            : null;
    }

    private static Refused<ExportFile>? Lines(OperationContext context, IReadOnlyList<string> names, out List<LineState> lines)
    {
        var memory = context.Memory;
        lines = [];
        foreach (var name in names.Distinct())
        {
            if (LineNames.Find(memory, name, out var refused) is not { } line)
                return Refuse(refused.Why, refused.Detail);
            lines.Add(line);
        }

        if (names.Count == 0)
            lines = [.. memory.Lines.Values.Where(l => l.Mode == LineMode.Live && IsReported(l))];
        lines = [.. lines.DistinctBy(l => l.Id).OrderBy(l => LineNames.HandleOf(memory, l), StringComparer.Ordinal)];
        return lines.Count == 0 ? Refuse(Refusal.UnknownLine, "There is no live line with counterparts or checks; name lines with --line.")
            : lines.Count > Parley.Lines.Bounds.ReportLines ? Refuse(Refusal.TooMany, $"A report is of at most {Parley.Lines.Bounds.ReportLines} lines.")
            : lines.DistinctBy(l => l.Mode).Count() > 1 ? Refuse(Refusal.Malformed, "Exercises and live lines never stand in one report; name the one or the other.")
            : null;
    }

    private static bool IsReported(LineState line) => line.Fold.Current?.Terms is { } terms && (terms.Counterparts.Count > 0 || terms.Checks is not null);

    private static LineSource Source(OperationContext context, LineState line, ReportFrame frame) => new(
        LineNames.HandleOf(context.Memory, line),
        LineExport.Of(context, line),
        [.. context.Memory.Silence.Notes.Where(n => n.Line == line.Id).SelectMany(n => Stated(n, frame))],
        line.Fold.InForce.Any(c => c.Terms.Checks is not null) ? CheckReading.Of(context, line, frame.Until) : null);

    /// <summary>Silences that overlap the period; what came of one after it is not told.</summary>
    private static IEnumerable<StatedSilence> Stated(SilenceNote note, ReportFrame frame)
    {
        foreach (var past in note.Past.Where(p => p.Until >= frame.From && p.From <= frame.Until))
            yield return new StatedSilence(note.Party, past.From, past.Until <= frame.Until ? past.Until : null, Names(past.Causes));
        if (note.From is { } from && from <= frame.Until)
            yield return new StatedSilence(note.Party, from, null, Names(note.All));
    }

    private static string[] Names(IEnumerable<SilenceCause> causes) => [.. causes.Select(c => c.Name())];

    private sealed record LineSource(string Name, LineExport Whole, IReadOnlyList<StatedSilence> Silences, CheckReading? Checks)
    {
        /// <summary>Null: nothing had been said by the end of the period.</summary>
        public LineInput? Read(ReportFrame frame)
        {
            var (whole, proof) = (new ArrayBufferWriter<byte>(1 << 16), new ArrayBufferWriter<byte>(1 << 16));
            Whole.Write(bytes => whole.Write(bytes));
            var file = TranscriptFile.Read(whole.WrittenMemory, out var fault) ?? throw new InvalidOperationException($"our own export cannot be read: {fault}");
            if (!ReportProof.Write(file, frame, Whole.Suite, Whole.Key, bytes => proof.Write(bytes)))
                return null;
            List<StatedMaintenance> windows =
                [.. (Checks?.Maintenance(frame.From) ?? []).Select(w => new StatedMaintenance(w.By, w.Said, w.From, w.Until)).Where(w => w.Said <= frame.Until)];
            return new LineInput(Name, proof.WrittenMemory, [.. Silences.Take(Parley.Lines.Bounds.ReportStated)], [.. windows.Take(Parley.Lines.Bounds.ReportStated)]);
        }
    }

    private static Refused<ExportFile> Refuse(Refusal why, string detail) => new(why, detail);
}
