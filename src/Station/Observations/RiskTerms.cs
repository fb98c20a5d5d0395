using System.Globalization;
using Parley.Control.Observations;
using Parley.Ledger;
using Parley.Lines.Observations;
using Parley.Station.Operations;

namespace Parley.Station.Observations;

/// <summary>Terms of risk, each with its interval. They are shown to who turned them on and go nowhere: no trigger and no message reads them.</summary>
internal static class RiskTerms
{
    private const int Week = 7;
    private const int MostTold = 100;

    // Of the normal distribution, for an interval of 95 in 100.
    private const double Deviations = 1.96;

    public static RiskView Of(ObservationReading reading, int weeks)
    {
        var now = reading.Now;
        var from = now - TimeSpan.FromDays(Week * weeks);
        var seen = reading.Between(from, now, null);
        return new RiskView(
            from.ToDateTimeOffset(), now.ToDateTimeOffset(), Answers(reading, from), [.. Enumerable.Range(0, weeks).Select(w => Share(seen, from + TimeSpan.FromDays(Week * w)))],
            [.. NearMisses(seen).Take(MostTold)]);
    }

    /// <summary>The median of some times, and its interval by the order of the values: a rank of n/2 less or more 1.96 times half the root of n.</summary>
    public static ClarificationView Clarification(int asked, IReadOnlyList<int> minutes)
    {
        int[] sorted = [.. minutes.Order()];
        var n = sorted.Length;
        if (n == 0)
            return new ClarificationView(asked, 0, null, null, null);
        var spread = Deviations * Math.Sqrt(n) / 2;
        var (low, high) = ((int)Math.Floor(n / 2.0 - spread) - 1, (int)Math.Ceiling(n / 2.0 + spread));
        return low < 0 || high >= n
            ? new ClarificationView(asked, n, sorted[(n - 1) / 2], null, null)
            : new ClarificationView(asked, n, sorted[(n - 1) / 2], sorted[low], sorted[high]);
    }

    /// <summary>Per cent of a share and its interval (E. B. Wilson, 1927).</summary>
    public static (int Low, int High) Interval(int part, int whole)
    {
        if (whole == 0)
            return (0, 100);
        var (p, z) = ((double)part / whole, Deviations * Deviations);
        var middle = p + z / (2 * whole);
        var reach = Deviations * Math.Sqrt(p * (1 - p) / whole + z / (4.0 * whole * whole));
        var scale = 1 + z / whole;
        return ((int)Math.Floor(100 * Math.Max(0, (middle - reach) / scale)), (int)Math.Ceiling(100 * Math.Min(1, (middle + reach) / scale)));
    }

    private static ClarificationView Answers(ObservationReading reading, Timestamp from)
    {
        var asked = 0;
        List<int> minutes = [];
        foreach (var one in reading.Notes.Values.SelectMany(n => n.Asked).Where(a => a.Entry is not null && a.At >= from).DistinctBy(a => (a.Line, a.Entry)))
        {
            if (reading.Lines.FirstOrDefault(l => l.Id == one.Line)?.Questions.One(one.Entry!.Value) is not { } question)
                continue;
            asked++;
            if (ObservationQuestions.Leg(question, null)?.AnsweredAt is { } at)
                minutes.Add((int)(at - question.AskedAt).TotalMinutes);
        }

        return Clarification(asked, minutes);
    }

    private static UnexplainedWeekView Share(Seen seen, Timestamp from)
    {
        var until = from + TimeSpan.FromDays(Week);
        var all = seen.Now.Verdicts.Where(v => v.Observation.Span.From >= from && v.Observation.Span.From < until).ToList();
        var unexplained = all.Count(v => v.Kind == VerdictKind.Unexplained);
        var (low, high) = Interval(unexplained, all.Count);
        return new UnexplainedWeekView(from.ToDateTimeOffset(), all.Count, unexplained, low, high);
    }

    private static IEnumerable<string> NearMisses(Seen seen) => seen.Now.Verdicts
        .Where(v => v.Kind is not (VerdictKind.ConsistentWith or VerdictKind.Unexplained))
        .Select(v => (At: v.Observation.Span.From, Text: string.Create(CultureInfo.InvariantCulture, $"observation {v.Observation.Number}: {v.Sentence}")))
        .Concat(seen.Reading.Lines.SelectMany(l => l.FalseAlarms(seen.Reading.Now - TimeSpan.FromDays(Bounds.ObservationMostDays))))
        .OrderByDescending(n => n.At).Select(n => $"{EntryText.Clock(n.At)}  {n.Text}");
}
