using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Calls;

/// <summary>Requests and steps: strict contents with one writing each.</summary>
public sealed class CallContentTests
{
    private static readonly Timestamp Noon = new(1_800_000_000_000);
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private static readonly Note Words = new("Через час.", "ru");

    internal static readonly CallContent Request = new(
        "ministers", [PartyId.Parse("boreal")!.Value, PartyId.Parse("corvia")!.Value], CallMeans.Voice, [Noon, Noon + TimeSpan.FromHours(1)], 30,
        Noon - TimeSpan.FromHours(2), "en", "The incident at hill 230");

    private static IReadOnlyList<CallStepContent> Steps =>
    [
        new AcknowledgedStep(Words), new CounteredStep([Noon, Noon + TimeSpan.FromDays(1)], 45, Words), new ScheduledStep(Noon, Words),
        new HeldStep(Noon, Noon + TimeSpan.FromMinutes(20), Words), new ReadoutStep("en", "They talked.", "They talked frankly.", Words),
        new DeclinedStep(DeclineReason.None, Words), new CancelledStep(Words),
    ];

    [Fact]
    public void They_survive_the_wire()
    {
        Assert.Equal(Request, CallContent.From(Wire(Request.ToWords())));
        var least = Request with { Times = [], AnswerBy = null };
        Assert.Equal(least, CallContent.From(Wire(least.ToWords())));
        foreach (var step in Steps)
        {
            Assert.Equal(step, CallStepContent.From(Wire(step.ToWords())));
            Assert.Equal(step with { Note = null }, CallStepContent.From(Wire((step with { Note = null }).ToWords())));
        }
    }

    [Fact]
    public void Only_that_a_request_was_seen_never_waits_for_a_second_officer()
    {
        var rule = ReleaseRule.Parse("message=2")!;
        Assert.Equal(2, Request.ToWords().Required(rule, Precedence.Routine));
        Assert.Equal(2, Request.ToWords().Required(ReleaseRule.Parse("flash=2")!, Precedence.Flash));
        Assert.All(Steps, s => Assert.Equal(s is AcknowledgedStep ? 1 : 2, s.ToWords().Required(rule, Precedence.Routine)));
    }

    [Fact]
    public void A_field_that_is_missing_or_damaged_makes_it_none()
    {
        foreach (var (words, back) in Steps.Select(s => (s.ToWords(), (Func<Content, object?>)CallStepContent.From)).Append((Request.ToWords(), CallContent.From)))
        {
            foreach (var field in words.Fields)
            {
                var without = words.Fields.Where(f => f != field).ToList();
                Assert.Null(back(Content.Of(Seed, [.. without, ContentField.OfText(field.Name, "\u0001")])));
                if (field.Name is not ("times" or "answer-by" or "agreed" or "own") || words.Fields[0].Text == "countered")
                    Assert.Null(back(Content.Of(Seed, without)));
            }
        }
    }

    [Theory]
    [InlineData("times", "1800000000000,1800000000000")]
    [InlineData("times", "1800000000001,1800000000000")]
    [InlineData("times", "01800000000000")]
    [InlineData("times", "1,2,3,4,5,6,7,8,9")]
    [InlineData("times", "2026-11-25T12:00:00")]
    [InlineData("times", "-1")]
    [InlineData("times", "")]
    [InlineData("minutes", "0")]
    [InlineData("minutes", "1441")]
    [InlineData("minutes", "030")]
    [InlineData("with", "corvia,boreal")]
    [InlineData("with", "boreal,boreal")]
    [InlineData("with", "")]
    [InlineData("pair", "The Ministers")]
    [InlineData("means", "telex")]
    [InlineData("topic", "two\nlines")]
    [InlineData("topic", "a\u202eb")]
    public void A_request_has_one_writing(string field, string value) => Assert.Null(CallContent.From(With(Request.ToWords(), field, value)));

    [Fact]
    public void A_call_ends_after_it_begins_and_within_a_day()
    {
        Assert.NotNull(CallStepContent.From(Wire(new HeldStep(Noon, Noon + TimeSpan.FromDays(1)).ToWords())));
        Assert.Null(CallStepContent.From(Wire(new HeldStep(Noon, Noon + TimeSpan.FromDays(1) + TimeSpan.FromMilliseconds(1)).ToWords())));
        Assert.Null(CallStepContent.From(Wire(new HeldStep(Noon, Noon - TimeSpan.FromMilliseconds(1)).ToWords())));
        Assert.Null(CallStepContent.From(Wire(new ReadoutStep("en", null, null).ToWords())));
    }

    [Fact]
    public void A_reason_of_another_list_is_kept_and_shown_as_what_it_is()
    {
        var foreign = new DeclinedStep(new DeclineReason(2, 77));
        Assert.Equal(foreign, CallStepContent.From(Wire(foreign.ToWords())));
        Assert.False(foreign.Reason.IsKnown);
        Assert.Contains("2/77", foreign.Reason.Words, StringComparison.Ordinal);
        Assert.False(new DeclineReason(1, 9999).IsKnown);
        Assert.True(DeclineReason.None.IsKnown);
        Assert.Equal(DeclineReason.None, DeclineReason.Named("none"));
        Assert.All(DeclineReason.Names, n => Assert.True(DeclineReason.Named(n)!.Value.IsKnown));
        Assert.Null(DeclineReason.Named("rudeness"));
        Assert.All(["1", "1/", "01/0", "1/00", "0/1", "1/10000", "1/-1", "1/0/0"], t => Assert.Null(DeclineReason.Parse(t)));
    }

    [Fact]
    public void No_damage_makes_a_reader_fall()
    {
        foreach (var (words, back) in Steps.Select(s => (s.ToWords(), (Func<Content, Words?>)(c => CallStepContent.From(c)?.ToWords())))
            .Append((Request.ToWords(), c => CallContent.From(c)?.ToWords())))
        {
            var texts = words.Fields.ToDictionary(f => f.Name, f => f.Value.ToArray());
            foreach (var (name, value) in texts)
            {
                for (var i = 0; i < value.Length; i++)
                {
                    foreach (var with in new byte[] { 0, (byte)',', (byte)'/', 0xff, (byte)'0', (byte)(value[i] ^ 1) })
                    {
                        byte[] damaged = [.. value[..i], with, .. value[(i + 1)..]];
                        var read = back(Content.Of(Seed, [.. words.Fields.Select(f => f.Name == name ? new ContentField(name, damaged) : f)]));
                        // What is still read can be written and read again.
                        Assert.True(read is null || back(Wire(read)) is not null, name);
                    }
                }
            }
        }
    }

    private static Content With(Words words, string field, string value) =>
        Content.Of(Seed, [.. words.Fields.Select(f => f.Name == field ? ContentField.OfText(field, value) : f)]);

    private static Content Wire(Words words) => Content.Parse(words.ToContent(Seed).Encode())!;
}
