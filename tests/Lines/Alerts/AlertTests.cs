using Parley.Ledger;
using Parley.Lines.Alerts;
using Parley.Lines.Charters;
using Parley.Lines.Corrections;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Queries;

namespace Parley.Lines.Tests.Alerts;

/// <summary>What officers say in the first minute and what they take back: strict contents that one officer releases.</summary>
public sealed class AlertTests
{
    private static readonly Timestamp Noon = new(1_800_000_000_000);
    private static readonly EntryRef Entry = new(PartyId.Parse("boreal")!.Value, new GenerationId(7), Lane.Urgent, 3);
    private static readonly Note Words = new("Вы бьёте по нашим.", "ru");

    public static TheoryData<string> Kinds => ["alert", "query", "answer", "false-alarm", "correction"];

    [Fact]
    public void They_survive_the_wire_and_need_one_officer()
    {
        var rule = ReleaseRule.Parse("flash=2,message=2")!;
        foreach (var (words, back) in All())
        {
            Assert.Equal(1, words.Required(rule, Precedence.Flash));
            Assert.True(back(Content.Parse(words.ToContent(Seed).Encode())!), words.Kind);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_field_that_is_missing_or_not_what_it_must_be_makes_it_none(string kind)
    {
        foreach (var (words, back) in All().Where(a => a.Words.Kind == kind))
        {
            foreach (var field in words.Fields)
            {
                var without = words.Fields.Where(f => f != field).ToList();
                Assert.False(back(Content.Of(Seed, [.. without, ContentField.OfText(field.Name, "\u0001")])), $"{kind}.{field.Name} damaged");
                if (field.Name is not "end")
                    Assert.False(back(Content.Of(Seed, without)), $"{kind} without {field.Name}");
            }
        }
    }

    [Fact]
    public void A_place_is_on_one_line()
    {
        Assert.True(AlertContent.IsPlace("35.33N 40.14E, hill 230"));
        Assert.All(["", " x", "a\nb", new string('x', 257)], p => Assert.False(AlertContent.IsPlace(p)));
    }

    [Fact]
    public void A_false_alarm_does_not_end_before_it_began() =>
        Assert.Null(FalseAlarmContent.From(new FalseAlarmContent(Noon, Noon + TimeSpan.FromMinutes(-1), AlarmCause.Sensor, false, false, true).ToWords().ToContent(Seed)));

    private static IEnumerable<(Words Words, Func<Content, bool> Back)> All()
    {
        var alert = new AlertContent("hill 230", Words);
        yield return (alert.ToWords(), c => alert.Equals(AlertContent.From(c)));
        var query = new QueryContent(QueryAbout.HoldFire, "hill 230", Words);
        yield return (query.ToWords(), c => query.Equals(QueryContent.From(c)));
        var answer = new AnswerContent(QueryAnswer.NotUnderOurControl, Noon, Words);
        yield return (answer.ToWords(), c => answer.Equals(AnswerContent.From(c)));
        var alarm = new FalseAlarmContent(Noon, Noon + TimeSpan.FromMinutes(8), AlarmCause.Exercise, true, false, true, Words);
        yield return (alarm.ToWords(), c => alarm.Equals(FalseAlarmContent.From(c)));
        var correction = new CorrectionContent(Entry, Words);
        yield return (correction.ToWords(), c => correction.Equals(CorrectionContent.From(c)));
    }

    private static byte[] Seed => new byte[Content.SeedSize];
}
