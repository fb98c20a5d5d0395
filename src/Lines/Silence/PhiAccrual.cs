using Parley.Ledger;

namespace Parley.Lines.Silence;

/// <summary>How surprising it is that nothing has come for so long, given the rhythm of what came before: phi = -log10 of the probability that the next sign
/// of life comes later than now, with intervals taken as normally distributed (Hayashibara et al., The phi accrual failure detector, 2004). One missing sign never
/// makes a loss: the deviation is not taken as less than half of the agreed interval.</summary>
public sealed class PhiAccrual(TimeSpan interval)
{
    /// <summary>From this on a station counts as lost: one time in a hundred million the rhythm alone does that.</summary>
    public const double Lost = 8;

    private readonly Queue<double> intervals = new();
    private double sum;
    private double squares;

    /// <summary>When a sign of life came last; null: never.</summary>
    public Timestamp? Last { get; private set; }

    /// <summary>Of the last 128 intervals, milliseconds; the agreed one before the first.</summary>
    public double Mean => intervals.Count == 0 ? interval.TotalMilliseconds : sum / intervals.Count;

    /// <summary>Milliseconds.</summary>
    public double Deviation
    {
        get
        {
            var least = interval.TotalMilliseconds / 2;
            if (intervals.Count == 0)
                return least;
            var mean = Mean;
            return Math.Max(least, Math.Sqrt(Math.Max(0, (squares / intervals.Count) - (mean * mean))));
        }
    }

    /// <summary>A sign of life. A clock that went back begins the rhythm anew; an interval that was itself a loss is none of the rhythm.</summary>
    public void Heard(Timestamp now)
    {
        var last = Last;
        Last = now;
        if (last is not { } before)
            return;
        var took = (now - before).TotalMilliseconds;
        if (took < 0)
        {
            Forget();
            Last = now;
        }
        else if (took <= Bounds.RhythmIntervals * interval.TotalMilliseconds)
        {
            intervals.Enqueue(took);
            (sum, squares) = (sum + took, squares + (took * took));
            if (intervals.Count <= Bounds.Rhythm)
                return;
            var gone = intervals.Dequeue();
            (sum, squares) = (sum - gone, squares - (gone * gone));
        }
    }

    /// <summary>0 while something came just now; grows without bound.</summary>
    /// <param name="since">From when on to reckon where nothing ever came: when this station began to listen.</param>
    public double At(Timestamp now, Timestamp since)
    {
        var y = ((now - (Last ?? since)).TotalMilliseconds - Mean) / Deviation;
        // The logistic form of the normal distribution (Bowling et al., 2009); its error is under 0.0002, which matters to no threshold here.
        var power = y * (1.5976 + (0.070566 * y * y));
        var phi = Math.Log10(1 + Math.Exp(Math.Min(power, 600)));
        return Math.Min(phi, MostPhi);
    }

    /// <summary>The clock was set: what was measured by it says nothing.</summary>
    public void Forget()
    {
        intervals.Clear();
        (sum, squares) = (0, 0);
        Last = null;
    }

    /// <summary>Beyond it numbers say no more.</summary>
    public const double MostPhi = 99;
}
