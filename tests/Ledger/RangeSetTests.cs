using FsCheck;
using FsCheck.Fluent;

namespace Parley.Ledger.Tests;

public sealed class RangeSetTests
{
    private const int Universe = 40;

    [Theory]
    [InlineData("-", 0)]
    [InlineData("0", 1)]
    [InlineData("3-5,9", 4)]
    [InlineData("0-1,3,5-1000", 999)]
    [InlineData("9007199254740990", 1)]
    [InlineData("0-9007199254740990", Bounds.MaxLogSize)]
    public void Writes_and_reads_one_spelling(string text, long count)
    {
        var set = RangeSet.Parse(text);

        Assert.NotNull(set);
        Assert.Equal(count, set.Count);
        Assert.Equal(text, set.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("-,1")]
    [InlineData("1,-")]
    [InlineData("3-3")]
    [InlineData("5-3")]
    [InlineData("3,4")]
    [InlineData("3-5,6")]
    [InlineData("3-5,5-7")]
    [InlineData("9,3")]
    [InlineData("1,")]
    [InlineData(",1")]
    [InlineData("1,,3")]
    [InlineData("01")]
    [InlineData("1-03")]
    [InlineData("1 ,3")]
    [InlineData("+1")]
    [InlineData("1-")]
    [InlineData("-1")]
    [InlineData("1-2-3")]
    [InlineData("9007199254740991")]
    [InlineData("1-9007199254740991")]
    [InlineData("99999999999999999999")]
    [InlineData("٣")]
    public void Refuses_every_other_spelling(string text) => Assert.Null(RangeSet.Parse(text));

    [Fact]
    public void Parses_up_to_the_bound_of_ranges_and_no_further()
    {
        var most = string.Join(',', Enumerable.Range(0, Bounds.MaxRanges).Select(i => 2 * i));

        Assert.Equal(Bounds.MaxRanges, RangeSet.Parse(most)?.Ranges.Count);
        Assert.Null(RangeSet.Parse($"{most},{2 * Bounds.MaxRanges}"));
    }

    [Fact]
    public void The_operations_are_those_of_sets() => Prop.ForAll(Sets().Two().ToArbitrary(), pair =>
    {
        var (a, b) = pair;
        var (left, right) = (Of(a), Of(b));
        return IsThe(a.Union(b), left.Union(right))
            && IsThe(a.Except(b), left.Except(right))
            && IsThe(a.Intersect(b), left.Intersect(right));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Adding_and_removing_are_union_and_except() => Prop.ForAll(
        (from set in Sets()
         from a in Gen.Choose(0, Universe)
         from b in Gen.Choose(0, Universe)
         select (set, Math.Min(a, b), Math.Max(a, b))).ToArbitrary(),
        c =>
        {
            var (set, from, to) = c;
            var span = Enumerable.Range(from, to - from).Select(i => (long)i);
            return IsThe(set.Add(from, to), Of(set).Union(span)) && IsThe(set.Remove(from, to), Of(set).Except(span));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Every_set_round_trips_and_equal_sets_have_equal_texts() => Prop.ForAll(Sets().Two().ToArbitrary(), pair =>
    {
        var (a, b) = pair;
        return a.Equals(RangeSet.Parse(a.ToString()))
            && a.Equals(b) == (a.ToString() == b.ToString())
            && (!a.Equals(b) || a.GetHashCode() == b.GetHashCode());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_coarser_set_holds_the_finer_one() => Prop.ForAll(
        (from set in Sets() from most in Gen.Choose(1, 6) select (set, most)).ToArbitrary(),
        c =>
        {
            var coarse = c.set.Coarsen(c.most);
            return coarse.Ranges.Count <= c.most
                && c.set.Except(coarse).Equals(RangeSet.Empty)
                && coarse.End == c.set.End
                && IsCanonical(coarse);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Coarsening_closes_the_smallest_gaps() =>
        Assert.Equal("0-4,100,200", RangeSet.Parse("0,2,4,100,200")!.Coarsen(3).ToString());

    [Fact]
    public void Ranges_outside_the_log_are_faults()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RangeSet.Empty.Add(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => RangeSet.Empty.Add(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => RangeSet.Empty.Remove(0, Bounds.MaxLogSize + 1));
    }

    private static Gen<RangeSet> Sets() =>
        from indexes in Gen.Choose(0, Universe - 1).ListOf()
        select indexes.Aggregate(RangeSet.Empty, (set, index) => set.Add(index, index + 1));

    private static bool IsThe(RangeSet set, IEnumerable<long> indexes) =>
        Of(set).SequenceEqual(indexes.Order()) && set.Count == Of(set).Count() && IsCanonical(set);

    private static bool IsCanonical(RangeSet set) =>
        set.Ranges.All(range => range.From < range.ToExclusive)
        && set.Ranges.Zip(set.Ranges.Skip(1)).All(pair => pair.First.ToExclusive < pair.Second.From);

    // Asks the set for every index instead of reading its ranges, so that Contains is tried too.
    private static IEnumerable<long> Of(RangeSet set) => Enumerable.Range(-1, Universe + 3).Select(i => (long)i).Where(set.Contains);
}
