using System.Text;

namespace Parley.Ledger;

/// <summary>Indexes from <paramref name="From"/> up to and without <paramref name="ToExclusive"/>.</summary>
public readonly record struct IndexRange(long From, long ToExclusive)
{
    /// <summary>Indexes covered.</summary>
    public long Count => ToExclusive - From;
}

/// <summary>An immutable set of indexes, kept as sorted ranges that neither overlap nor touch. Its text lists them with inclusive ends,
/// <c>3-5,9</c>, or is <c>-</c> when the set is empty; every set has one text. Indexes lie below <see cref="Bounds.MaxLogSize"/>.</summary>
public sealed class RangeSet : IEquatable<RangeSet>
{
    private const string EmptyText = "-";

    private readonly IndexRange[] _ranges;

    private RangeSet(IndexRange[] ranges) => _ranges = ranges;

    /// <summary>The set without indexes.</summary>
    public static RangeSet Empty { get; } = new([]);

    /// <summary>The ranges in ascending order.</summary>
    public IReadOnlyList<IndexRange> Ranges => _ranges;

    /// <summary>Indexes in the set.</summary>
    public long Count => _ranges.Sum(range => range.Count);

    /// <summary>One past the greatest index, 0 when empty.</summary>
    public long End => _ranges.Length == 0 ? 0 : _ranges[^1].ToExclusive;

    public bool Contains(long index)
    {
        var at = FirstEndingAfter(index);
        return at < _ranges.Length && _ranges[at].From <= index;
    }

    /// <summary>With these indexes as well. Throws <see cref="ArgumentOutOfRangeException"/> unless
    /// 0 &lt;= from &lt;= toExclusive &lt;= <see cref="Bounds.MaxLogSize"/>; an empty range adds nothing.</summary>
    public RangeSet Add(long from, long toExclusive) => Union(Of(from, toExclusive));

    /// <summary>Without these indexes; the same limits as <see cref="Add"/>.</summary>
    public RangeSet Remove(long from, long toExclusive) => Except(Of(from, toExclusive));

    public RangeSet Union(RangeSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._ranges.Length == 0 || _ranges.Length == 0)
        {
            return _ranges.Length == 0 ? other : this;
        }

        var merged = new List<IndexRange>(_ranges.Length + other._ranges.Length);
        var (mine, theirs) = (0, 0);
        while (mine < _ranges.Length || theirs < other._ranges.Length)
        {
            var takeMine = theirs == other._ranges.Length || (mine < _ranges.Length && _ranges[mine].From <= other._ranges[theirs].From);
            var next = takeMine ? _ranges[mine++] : other._ranges[theirs++];
            if (merged.Count > 0 && next.From <= merged[^1].ToExclusive)
            {
                merged[^1] = merged[^1] with { ToExclusive = Math.Max(merged[^1].ToExclusive, next.ToExclusive) };
            }
            else
            {
                merged.Add(next);
            }
        }

        return new RangeSet([.. merged]);
    }

    /// <summary>The indexes of this set that the other lacks.</summary>
    public RangeSet Except(RangeSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var kept = new List<IndexRange>(_ranges.Length + other._ranges.Length);
        foreach (var range in _ranges)
        {
            var from = range.From;
            for (var i = other.FirstEndingAfter(from); i < other._ranges.Length && other._ranges[i].From < range.ToExclusive; i++)
            {
                if (other._ranges[i].From > from)
                {
                    kept.Add(new IndexRange(from, other._ranges[i].From));
                }

                from = other._ranges[i].ToExclusive;
            }

            if (from < range.ToExclusive)
            {
                kept.Add(range with { From = from });
            }
        }

        return kept.Count == 0 ? Empty : new RangeSet([.. kept]);
    }

    /// <summary>The indexes that both sets hold.</summary>
    public RangeSet Intersect(RangeSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var shared = new List<IndexRange>();
        foreach (var range in _ranges)
        {
            for (var i = other.FirstEndingAfter(range.From); i < other._ranges.Length && other._ranges[i].From < range.ToExclusive; i++)
            {
                var theirs = other._ranges[i];
                shared.Add(new IndexRange(Math.Max(range.From, theirs.From), Math.Min(range.ToExclusive, theirs.ToExclusive)));
            }
        }

        return shared.Count == 0 ? Empty : new RangeSet([.. shared]);
    }

    /// <summary>A superset of at most so many ranges, made by closing the smallest gaps. What a receipt lacks is widened with it when
    /// it has too many holes to name, because to promise less is safe.</summary>
    /// <param name="maxRanges">At least 1.</param>
    public RangeSet Coarsen(int maxRanges)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRanges, 1);
        if (_ranges.Length <= maxRanges)
        {
            return this;
        }

        var keptGaps = Enumerable.Range(1, _ranges.Length - 1)
            .OrderByDescending(i => _ranges[i].From - _ranges[i - 1].ToExclusive)
            .Take(maxRanges - 1)
            .Order();
        var coarse = new List<IndexRange>(maxRanges);
        var first = 0;
        foreach (var gap in keptGaps)
        {
            coarse.Add(new IndexRange(_ranges[first].From, _ranges[gap - 1].ToExclusive));
            first = gap;
        }

        coarse.Add(new IndexRange(_ranges[first].From, End));
        return new RangeSet([.. coarse]);
    }

    /// <summary>Reads exactly what <see cref="ToString"/> writes. Null for any other spelling (unsorted, overlapping, touching, leading
    /// zeros, spaces) and for more than <see cref="Bounds.MaxRanges"/> ranges.</summary>
    public static RangeSet? Parse(ReadOnlySpan<char> text)
    {
        if (text.SequenceEqual(EmptyText))
        {
            return Empty;
        }

        if (text.Length > Bounds.MaxRangesLength)
        {
            return null;
        }

        var ranges = new List<IndexRange>();
        foreach (var part in text.Split(','))
        {
            if (ranges.Count == Bounds.MaxRanges
                || ParseRange(text[part]) is not { } range
                || (ranges.Count > 0 && range.From <= ranges[^1].ToExclusive))
            {
                return null;
            }

            ranges.Add(range);
        }

        return new RangeSet([.. ranges]);
    }

    public override string ToString()
    {
        if (_ranges.Length == 0)
        {
            return EmptyText;
        }

        var text = new StringBuilder();
        foreach (var range in _ranges)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(StrictText.Decimal(range.From));
            if (range.Count > 1)
            {
                text.Append('-').Append(StrictText.Decimal(range.ToExclusive - 1));
            }
        }

        return text.ToString();
    }

    public bool Equals(RangeSet? other) => other is not null && _ranges.AsSpan().SequenceEqual(other._ranges);

    public override bool Equals(object? obj) => Equals(obj as RangeSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var range in _ranges)
        {
            hash.Add(range);
        }

        return hash.ToHashCode();
    }

    private static RangeSet Of(long from, long toExclusive)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(toExclusive, from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toExclusive, Bounds.MaxLogSize);
        return from == toExclusive ? Empty : new RangeSet([new IndexRange(from, toExclusive)]);
    }

    private static IndexRange? ParseRange(ReadOnlySpan<char> text)
    {
        var hyphen = text.IndexOf('-');
        if (!StrictText.TryDecimal(hyphen < 0 ? text : text[..hyphen], out var first) || first == Bounds.MaxLogSize)
        {
            return null;
        }

        if (hyphen < 0)
        {
            return new IndexRange(first, first + 1);
        }

        return StrictText.TryDecimal(text[(hyphen + 1)..], out var last) && last > first && last < Bounds.MaxLogSize
            ? new IndexRange(first, last + 1)
            : null;
    }

    // Position of the first range that ends beyond the index, by bisection; the number of ranges when there is none.
    private int FirstEndingAfter(long index)
    {
        var (low, high) = (0, _ranges.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ranges[middle].ToExclusive > index ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
