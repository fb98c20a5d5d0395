using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using static Parley.Lines.Tests.Activities.Talk;

namespace Parley.Lines.Tests.Activities;

/// <summary>Activities, their steps and words on them as they travel.</summary>
public sealed class ActivityContentTests
{
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private static readonly Note Note = new("low level, two ships", "en");
    private static readonly EntryRef One = EntryRef.Parse("astra/11111111111111111111111111111111/ordinary/3")!.Value;
    private static readonly EntryRef Two = EntryRef.Parse("boreal/11111111111111111111111111111111/urgent/4")!.Value;
    private static readonly IReadOnlyList<Addressed> Roles = [new(ActionAddressee.Parse("boreal:drone cell")!, At(3))];

    [Fact]
    public void An_activity_is_read_as_it_was_written()
    {
        foreach (var content in new[]
        {
            Flight(), Flight() with { Note = Note }, Flight(reserve: At(5)) with { Addressees = Roles, Volumes = [Volume(), Volume(61)] }, Convoy(),
            Convoy() with { Aid = new Aid("a relief agency", null, null, At(7)), Note = Note },
        })
            Assert.Equal(content, ActivityContent.From(Sent(content.ToWords())));
        Assert.All(ActivityKinds.All, k => Assert.Equal(k, ActivityKinds.Parse(k.Name())));
        Assert.Null(ActivityKinds.Parse(""));
    }

    [Fact]
    public void Steps_and_words_are_read_as_they_were_written()
    {
        foreach (var step in new[]
        {
            new ActivityStepContent(ActivityStep.Activate, [], Note: Note), new ActivityStepContent(ActivityStep.Deviate, [Volume(61)]),
            new ActivityStepContent(ActivityStep.Amend, [], At(9)), new ActivityStepContent(ActivityStep.Amend, [Volume()], At(9), Note),
        })
            Assert.Equal(step, ActivityStepContent.From(Sent(step.ToWords())));
        foreach (var word in new[]
        {
            new OverlapWordContent(OverlapWord.Object, [One, Two], null, [], Note), new OverlapWordContent(OverlapWord.Counter, [One, Two], Two, [Volume()]),
            new OverlapWordContent(OverlapWord.Agree, [], null, []), new OverlapWordContent(OverlapWord.Consent, [One, Two], null, [], Note),
        })
            Assert.Equal(word, OverlapWordContent.From(Sent(word.ToWords())));
        foreach (var word in new[] { new AidWordContent(AidWord.Noted), new AidWordContent(AidWord.RouteConcern, Note) })
            Assert.Equal(word, AidWordContent.From(Sent(word.ToWords())));
    }

    [Fact]
    public void What_is_not_whole_is_none()
    {
        Assert.Null(ActivityStepContent.From(Sent(new ActivityStepContent(ActivityStep.Deviate, []).ToWords())));
        Assert.Null(ActivityStepContent.From(Sent(new ActivityStepContent(ActivityStep.End, [Volume()]).ToWords())));
        Assert.Null(ActivityStepContent.From(Sent(new ActivityStepContent(ActivityStep.Amend, []).ToWords())));
        Assert.Null(OverlapWordContent.From(Sent(new OverlapWordContent(OverlapWord.Object, [One, Two], null, []).ToWords())));
        Assert.Null(OverlapWordContent.From(Sent(new OverlapWordContent(OverlapWord.Counter, [One, Two], null, [Volume()]).ToWords())));
        Assert.Null(OverlapWordContent.From(Sent(new OverlapWordContent(OverlapWord.Agree, [One, Two], null, []).ToWords())));
        Assert.Null(AidWordContent.From(Sent(new AidWordContent(AidWord.TimeConcern).ToWords())));
        Assert.Null(ActivityContent.From(Sent((Flight() with { Volumes = [] }).ToWords())));
        Assert.Null(ActivityContent.From(Sent((Convoy() with { Aid = null }).ToWords())));
        Assert.Null(ActivityContent.From(Sent((Convoy() with { Kind = ActivityKind.Fire }).ToWords())));
    }

    /// <summary>A field more, a field less, and two that have changed places: none of them is read as something else.</summary>
    [Fact]
    public void Every_other_order_of_fields_is_refused()
    {
        var whole = (Convoy() with { Note = Note, Addressees = Roles }).ToWords().Fields;
        Assert.NotNull(ActivityContent.From(Content.Of(Seed, whole)));
        Assert.Null(ActivityContent.From(Content.Of(Seed, [.. whole, ContentField.OfText("more", "x")])));
        for (var i = 1; i < whole.Count; i++)
            Assert.Null(ActivityContent.From(Content.Of(Seed, [.. whole.Take(i - 1), whole[i], whole[i - 1], .. whole.Skip(i + 1)])));
    }

    [Theory]
    [InlineData("kind", "rocket")]
    [InlineData("title", "")]
    [InlineData("title", "two\nlines")]
    [InlineData("contact", " x")]
    [InlineData("expires", "01")]
    [InlineData("expires", "-1")]
    [InlineData("volume.1", "volume 1\n")]
    [InlineData("addressees", "none")]
    public void A_value_beyond_its_bounds_is_refused(string field, string value)
    {
        var fields = (Convoy() with { Addressees = Roles }).ToWords().Fields.Select(f => f.Name == field ? ContentField.OfText(field, value) : f).ToList();
        Assert.Null(ActivityContent.From(Content.Of(Seed, fields)));
    }

    [Fact]
    public void Distress_waits_for_no_second_officer()
    {
        var rule = ReleaseRule.Parse("flash=2,priority=2")!;
        Assert.Equal(1, new ActivityStepContent(ActivityStep.Emergency, []).ToWords().Required(rule, Precedence.Flash));
        Assert.Equal(2, new ActivityStepContent(ActivityStep.Activate, []).ToWords().Required(rule, Precedence.Priority));
    }

    private static Content Sent(Words words) => Content.Parse(words.ToContent(Seed).Encode())!;
}
