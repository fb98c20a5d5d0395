using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using Parley.Lines.Notices;
using Parley.Lines.Parties;
using Parley.Lines.Questions;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Notices;

/// <summary>Notices, read-backs and words on agreements as they travel.</summary>
public sealed class NoticeContentTests
{
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private static readonly FormatRef Named = FormatRef.Of(SampleFormat.Format);
    private static readonly NoticeWish Wish = new(48 * 60, [PartyId.Parse("boreal")!.Value, PartyId.Parse("corvia")!.Value]);
    private static readonly IReadOnlyList<Addressed> Roles = [new(ActionAddressee.Parse("boreal:warning centre")!, new Timestamp(1_800_000_000_000))];
    private static readonly NoticeContent Whole = new(Named, SampleFormat.Notice, Wish, Roles);

    [Fact]
    public void A_notice_is_read_as_it_was_written()
    {
        foreach (var content in new[] { Whole, Whole with { Wish = null }, Whole with { Addressees = null }, Whole with { Wish = null, Addressees = null } })
            Assert.Equal(content, NoticeContent.From(Content.Parse(ContentOf(content).Encode())!));
        Assert.Equal(2, Whole.ToWords(SampleFormat.Format, 2).Officers);
        Assert.Equal("rows.stages", Whole.ToWords(SampleFormat.Format, 2).Fields[^1].Name);
    }

    [Fact]
    public void Gaps_travel_like_anything_else()
    {
        var empty = Whole with { Notice = SampleFormat.Notice with { Values = [new("kind", ["nothing known"]), new("no-such-field", ["x"])] } };
        Assert.Equal(empty, NoticeContent.From(ContentOf(empty)));
    }

    [Theory]
    [InlineData("format", "rocket/1")]
    [InlineData("format", "rocket/01/aa")]
    [InlineData("language", "not a tag")]
    [InlineData("answer-minutes", "0")]
    [InlineData("answer-minutes", "048")]
    [InlineData("answer-minutes", "999999")]
    [InlineData("answer-from", "corvia,boreal")]
    [InlineData("addressees", "boreal")]
    [InlineData("field.kind", "")]
    [InlineData("field.kind", "with \u0007 bell")]
    [InlineData("rows.stages", "no cbor")]
    public void What_is_written_otherwise_is_no_notice(string field, string text)
    {
        var fields = ContentOf(Whole).Fields.Select(f => f.Name == field ? ContentField.OfText(field, text) : f).ToList();
        Assert.Contains(fields, f => f.Name == field && f.Text == text);
        Assert.Null(NoticeContent.From(Content.Of(Seed, fields)));
    }

    [Fact]
    public void Fields_have_their_order_and_stand_once()
    {
        var fields = ContentOf(Whole).Fields;
        Assert.Null(NoticeContent.From(Content.Of(Seed, [fields[1], fields[0], .. fields.Skip(2)])));
        Assert.Null(NoticeContent.From(Content.Of(Seed, [.. fields.Take(2), .. fields.Skip(3)])));
        Assert.Null(NoticeContent.From(Content.Of(Seed, [.. fields, ContentField.OfText("rows.kind", "x")])));
        Assert.Null(NoticeContent.From(Content.Of(Seed, [.. fields, ContentField.OfText("note", "x")])));
        Assert.Null(NoticeContent.From(Content.Of(Seed, [.. fields, ContentField.OfText("field.Kind", "x")])));
        Assert.Null(NoticeContent.From(Content.Of(Seed, fields.Take(1).ToList())));
    }

    [Fact]
    public void No_damage_makes_the_parser_lie() => Fuzz.Check(
        ContentOf(Whole).Encode(), [0x60, 0x78, (byte)'/', (byte)'.', 0x82, 0x00], 2000,
        static bytes => Content.Parse(bytes) is { } content && NoticeContent.From(content) is { } notice
            ? Content.Of(content.Seed, notice.ToWords(FormatLike(notice), 1).Fields).Encode()
            : null);

    [Fact]
    public void A_question_runs_from_when_it_was_said()
    {
        var asks = QuestionFold.Asking(EntryKind.Notice, ContentOf(Whole))!;
        Assert.Equal(new Timestamp(1000) + TimeSpan.FromHours(48), asks.Due(new Timestamp(1000)));
        Assert.Equal(Wish.From, asks.From);
        Assert.Null(QuestionFold.Asking(EntryKind.Notice, ContentOf(Whole with { Wish = null })));
    }

    [Fact]
    public void A_read_back_is_read_and_measured()
    {
        var read = new ReadBackContent([new("site", ["69.3000000 16.1000000"]), new("splash", [SampleFormat.Area])]);
        Assert.Equal(read, ReadBackContent.From(Content.Parse(read.ToWords().ToContent(Seed).Encode())!));
        var (metres, differs) = ReadBackContent.Compare(SampleFormat.Format, SampleFormat.Notice, read.Values[0], static _ => null);
        Assert.InRange(metres!.Value, 3_900, 4_000);
        Assert.True(differs);
        Assert.Equal((0L, false), ReadBackContent.Compare(SampleFormat.Format, SampleFormat.Notice, read.Values[1], static _ => null));
        Assert.False(ReadBackContent.Compare(SampleFormat.Format, SampleFormat.Notice, new("site", ["69.3000000 16.0400000"]), static _ => null).Differs);

        // What cannot be measured is no agreement.
        Assert.Equal((null, true), ReadBackContent.Compare(SampleFormat.Format, SampleFormat.Notice, new("site", ["near the coast"]), static _ => null));
        Assert.Equal((null, true), ReadBackContent.Compare(SampleFormat.Format, SampleFormat.Notice, new("kind", ["space"]), static _ => null));
        Assert.Null(ReadBackContent.From(Content.Of(Seed, ContentField.OfText("rows.site", "x"))));
        Assert.Null(ReadBackContent.From(Content.Of(Seed)));
    }

    [Fact]
    public void A_word_on_the_agreement_is_read_as_it_was_written()
    {
        var note = new Note("For now.", "en");
        foreach (var word in new[] { new AgreementContent(AgreementState.Suspended, [], note), new AgreementContent(AgreementState.Left, ["movement", "slip"], note) })
            Assert.Equal(word, AgreementContent.From(Content.Parse(word.ToWords().ToContent(Seed).Encode())!));
        Assert.Null(AgreementContent.From(Content.Of(Seed, ContentField.OfText("state", "suspended"))));
        Assert.Null(AgreementContent.From(Content.Of(
            Seed, ContentField.OfText("state", "suspended"), ContentField.OfText("formats", "slip,movement"), ContentField.OfText("language", "en"),
            ContentField.OfText("text", "For now."))));
    }

    [Fact]
    public void The_last_word_of_each_party_on_a_format_counts()
    {
        AgreementSaid Said(string party, AgreementState state, params string[] formats) => new(
            EntryRef.Parse($"{party}/{new string('0', 32)}/ordinary/1") ?? throw new InvalidOperationException(), default,
            new AgreementContent(state, formats, new Note("So.", "en")));
        AgreementSaid[] said =
        [
            Said("astra", AgreementState.Suspended), Said("boreal", AgreementState.Suspended, "movement"), Said("astra", AgreementState.InForce, "movement"),
            Said("corvia", AgreementState.Left), Said("corvia", AgreementState.InForce),
        ];
        Assert.Equal(["boreal"], AgreementFold.NotBound(said, "movement").Select(p => p.ToString()));
        Assert.Equal(["astra"], AgreementFold.NotBound(said, "exercise").Select(p => p.ToString()));
        Assert.Equal(["astra", "astra", "boreal", "corvia"], AgreementFold.Standing(said).Select(s => s.Entry.Party.ToString()));
    }

    private static Content ContentOf(NoticeContent content) => content.ToWords(SampleFormat.Format, 2).ToContent(Seed);

    /// <summary>A format in which the tables of a notice are tables: which name is one is all that writing asks of it.</summary>
    private static NoticeFormat FormatLike(NoticeContent content) => SampleFormat.Format with
    {
        Fields = [.. content.Notice.Values.Where(v => v.Field == "stages").Select(v => SampleFormat.Of(v.Field, FieldKind.Rows))],
    };
}
