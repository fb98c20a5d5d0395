using Parley.Ledger;

namespace Parley.Lines.Silence;

/// <summary>How often a station gives signs of life, tests itself and judges silences, and how long what it found counts. All of it follows from the interval of its
/// beacons: up to one of 20 s these are the usual times, and a station with rarer beacons takes its time in the same proportion. Where an hour passes between
/// two signs of life, a test of an hour ago is no older than the last sign.</summary>
/// <param name="Beacons">Between two beacons.</param>
public sealed record Rhythm(TimeSpan Beacons)
{
    /// <summary>Of a station with the usual beacons.</summary>
    public static Rhythm Usual { get; } = new(TimeSpan.Zero);

    /// <summary>From one test of ourselves to the next; also how exactly a station knows afterwards when it was last alive.</summary>
    public TimeSpan Test => AtLeast(Bounds.SelfTestMilliseconds, 1);

    /// <summary>From one judgement of silences to the next.</summary>
    public TimeSpan Weigh => AtLeast(Bounds.WeighMilliseconds, 0.5);

    /// <summary>How long a passed test of ourselves excludes our own fault.</summary>
    public TimeSpan TestValid => AtLeast(Bounds.SelfTestValidMilliseconds, 6);

    /// <summary>How long after a loss what shows their station alive begins to count: a third station keeps a dead circuit for a while before it says so.</summary>
    public TimeSpan HeardByMargin => AtLeast(Bounds.HeardByMarginMilliseconds, 3);

    /// <summary>How long a station must have been down to say so.</summary>
    public TimeSpan Down => AtLeast(Bounds.DownMilliseconds, 0.5);

    /// <summary>How old the last sign of a station may be for its clock to be compared with ours.</summary>
    public TimeSpan ClockHeard => AtLeast(Bounds.ClockHeardMilliseconds, 3);

    /// <summary>How long what was read of people and calls counts at most while nothing came and nothing fell due.</summary>
    public TimeSpan Reading => AtLeast(Bounds.ReadingMilliseconds, 24);

    /// <summary>Whether a test of ourselves excludes a fault of our own at that time: passed, and not too old.</summary>
    public bool Excludes(SelfTest? test, Timestamp now) => test is { IsPassed: true } && test.At <= now && now - test.At <= TestValid;

    private TimeSpan AtLeast(long milliseconds, double beacons)
    {
        var (least, scaled) = (TimeSpan.FromMilliseconds(milliseconds), Beacons * beacons);
        return scaled > least ? scaled : least;
    }
}
