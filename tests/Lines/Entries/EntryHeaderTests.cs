using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Entries;

public sealed class EntryHeaderTests
{
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly GenerationId First = GenerationId.Parse("0123456789abcdef0123456789abcdef")!.Value;
    private static readonly FeedId Feed = new(new LineId(Digest.Of([1])), Astra, First, Lane.Urgent);

    private readonly EntryHeader header = new(
        Feed, 12, 1, new Timestamp(1_800_000_000_000), Precedence.Flash, Status.Actual, EntryKind.Message,
        [new EntryRef(Boreal, First, Lane.Urgent, 2), new EntryRef(Boreal, First, Lane.Ordinary, 1)],
        Heads.Of([new HeadRow(Astra, First, 12, 3), new HeadRow(Boreal, First, 4, 0)]),
        Heads.Of([new HeadRow(Boreal, First, 3, 0)]), Digest.Of([2]), Digest.Of([3]));

    [Fact]
    public void Is_read_strictly() => Strict.Check(header.Encode(), b => EntryHeader.Parse(b)?.Encode());

    [Fact]
    public void Survives_the_wire() => Assert.Equal(header, EntryHeader.Parse(header.Encode()));

    [Fact]
    public void The_prefix_is_all_but_the_last_field_and_no_header()
    {
        var (whole, prefix) = (header.Encode(), header.EncodePrefix());
        Assert.Equal(0x90, whole[0]);
        Assert.Equal(0x8f, prefix[0]);
        Assert.Equal(whole[1..^34], prefix[1..]);
        Assert.Null(EntryHeader.Parse(prefix));
        Assert.Equal(prefix, (header with { Content = default }).EncodePrefix());
    }

    [Fact]
    public void Only_notices_and_agreements_are_listed()
    {
        Assert.Null(header.Listed);
        Assert.Null((header with { Kind = EntryKind.ReadBack }).Listed);
        Assert.Equal("notice", (header with { Kind = EntryKind.Notice }).Listed);
        Assert.Equal("agreement", (header with { Kind = EntryKind.Agreement }).Listed);
        Assert.All((string[])["notice", "agreement", "read-back"], kind =>
        {
            Assert.True(EntryKind.IsTalk(kind));
            Assert.True(EntryKind.HasPlaceOn(kind, LineKind.Hot));
            Assert.False(EntryKind.HasPlaceOn(kind, LineKind.Operator));
        });
    }

    [Fact]
    public void Its_own_lane_is_held_up_to_it()
    {
        Refused(header with { Index = 11 });
        Refused(header with { Held = Heads.None });
        Refused(header with { Feed = Feed.Sibling });
    }

    [Fact]
    public void Contradictions_and_bounds()
    {
        Refused(header with { Kind = "" });
        Refused(header with { Kind = "Message" });
        Refused(header with { Kind = new string('a', Bounds.KindLength + 1) });
        Refused(header with { Precedence = (Precedence)4 });
        Refused(header with { Status = (Status)3 });
        Refused(header with { Regards = [.. header.Regards.Reverse()] });
        Refused(header with { Regards = [header.Regards[0], header.Regards[0]] });
        Refused(header with { Regards = [.. Enumerable.Range(0, Bounds.Regards + 1)
            .Select(i => new EntryRef(Boreal, First, Lane.Urgent, i))] });
        Assert.NotNull(EntryHeader.Parse((header with { Kind = "new-kind-2" }).Encode()));
    }

    [Fact]
    public void Rows_stand_in_order_and_none_is_empty()
    {
        var rows = Enumerable.Range(0, Bounds.HeadRows + 1).Select(i => new HeadRow(Boreal, new GenerationId((UInt128)i), 1, 1)).ToArray();
        Refused(header with { Seen = Heads.Of(rows) });
        Assert.NotNull(EntryHeader.Parse((header with { Seen = Heads.Of(rows.Skip(1).Reverse()) }).Encode()));
        Assert.Equal(Heads.None, Heads.Of([new HeadRow(Astra, First, 0, 0)]));
    }

    [Fact]
    public void Heads_change_one_lane()
    {
        var heads = Heads.None.With(Boreal, First, Lane.Urgent, 3).With(Astra, First, Lane.Ordinary, 2);
        Assert.Equal([Astra, Boreal], heads.Rows.Select(r => r.Party));
        Assert.Equal((3, 0, 2), (heads.SizeOf(Boreal, First, Lane.Urgent), heads.SizeOf(Boreal, First, Lane.Ordinary),
            heads.SizeOf(Astra, First, Lane.Ordinary)));
        Assert.True(heads.Covers(new EntryRef(Boreal, First, Lane.Urgent, 2)));
        Assert.False(heads.Covers(new EntryRef(Boreal, First, Lane.Urgent, 3)));
        Assert.Equal(Heads.None, heads.With(Boreal, First, Lane.Urgent, 0).With(Astra, First, Lane.Ordinary, 0));
    }

    [Fact]
    public void References_and_feeds_have_one_text()
    {
        var entry = new EntryRef(Boreal, First, Lane.Ordinary, 12);
        Assert.Equal("boreal/0123456789abcdef0123456789abcdef/ordinary/12", entry.ToString());
        Assert.Equal(entry, EntryRef.Parse(entry.ToString()));
        Assert.Equal(Feed, FeedId.Parse(Feed.ToString()));
        foreach (var wrong in new[] { "boreal/0123/ordinary/1", "boreal/0123456789ABCDEF0123456789abcdef/ordinary/1", "b/x",
            entry + "/", $"{entry}a" })
            Assert.Null(EntryRef.Parse(wrong));
        Assert.Null(FeedId.Parse(Feed + "x"));
        Assert.Equal(First, GenerationId.From(First.ToArray()));
    }

    private static void Refused(EntryHeader wrong) => Assert.Null(EntryHeader.Parse(wrong.Encode()));
}
