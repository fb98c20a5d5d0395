using FsCheck;
using FsCheck.Fluent;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;

namespace Parley.Storage.Sqlite.Tests;

public class PlaceTests
{
    private static readonly Arbitrary<TranscriptPosition> Places = (
        from time in Gen.Elements<long>(0, 1, 255, 256, 1_700_000_000_000, Timestamp.MaxValue.UnixMilliseconds)
        from depth in Gen.Elements<long>(long.MinValue, -1, 0, 1, 255, 256, 1L << 53, long.MaxValue)
        from party in Gen.Elements("a", "a-", "a0", "aa", "-", "0", "z", new string('z', 32))
        from generation in Gen.Elements<UInt128>(
            UInt128.MinValue, UInt128.One, 256, UInt128.One << 64, UInt128.One << 127, UInt128.MaxValue)
        from lane in Gen.Elements(Lane.Urgent, Lane.Ordinary)
        from index in Gen.Elements<long>(-1, 0, 1, 255, 256, 1L << 40, long.MaxValue)
        select new TranscriptPosition(
            new Timestamp(time), depth, PartyId.Parse(party) ?? default, new GenerationId(generation), lane, index)).ToArbitrary();

    [Fact]
    public void The_order_of_the_bytes_is_that_of_the_positions() => Prop.ForAll(Places, Places, (a, b) =>
        Math.Sign(Place.Write(a).AsSpan().SequenceCompareTo(Place.Write(b))) == Math.Sign(a.CompareTo(b)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void A_position_comes_back_and_lies_between_the_ends() => Prop.ForAll(Places, place =>
        Place.Read(Place.Write(place)) == place &&
        Place.Write(place).AsSpan().SequenceCompareTo(Place.BeforeAll) > 0 &&
        Place.Write(place).AsSpan().SequenceCompareTo(Place.AfterAll) < 0)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_position_without_a_party_is_damaged() =>
        Assert.Throws<Parley.Station.Storage.StoreFault>(() => Place.Read(Place.Write(default)));
}
