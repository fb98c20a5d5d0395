using Parley.Console.Activities;
using Parley.Console.Words;
using Parley.Lines.Activities;
using static Parley.Console.Tests.Overlaps.SomeOverlaps;

namespace Parley.Console.Tests.Activities;

/// <summary>What pages say of activities. No word of them is a promise.</summary>
public sealed class ActivityWordsTests
{
    private static readonly string[] Promises = ["safe", "clear", "approved", "permitted", "безопасн", "одобрен", "разрешён", "آمن", "مصرح"];
    private static readonly Languages Known = Languages.Read(null);

    [Fact]
    public void Time_alone_makes_an_activity_over_and_a_word_ends_it()
    {
        var row = Row("astra") with { IsOver = true };
        Assert.Equal("its time is over", ActivityWords.State(row, Known.English));
        Assert.Equal("cancelled", ActivityWords.State(Row("astra", state: ActivityState.Cancelled), Known.English));
    }

    [Theory]
    [InlineData("DEVIATING: it is not where it was notified to be.\ncircle 54.5 19.2 5000", "DEVIATING: it is not where it was notified to be.")]
    [InlineData("AMENDED. Notified until 2026-11-26 18:00Z.", "AMENDED. Notified until: 2026-11-26 18:00Z")]
    [InlineData("CANNOT GUARANTEE that it comes to no harm. " + AidWords.Law, "CANNOT GUARANTEE that it comes to no harm. " + AidWords.Law)]
    public void A_sentence_of_the_station_is_told_in_the_readers_language(string sentence, string words) => Assert.Equal(words, ActivityWords.What(sentence, Known.English));

    [Fact]
    public void What_no_language_has_is_left_to_the_station() => Assert.Null(ActivityWords.What("SOMETHING NEW.", Known.Find("ru")!));

    [Fact]
    public void A_title_that_turns_the_writing_round_shows_it() => Assert.Equal("HAWK [U+202E]21", ActivityWords.Shown("HAWK \u202E21"));

    [Fact]
    public void Steps_end_with_the_life_and_are_the_authors_alone()
    {
        Assert.Contains(ActivityStep.Confirm, ActivityMoves.Steps(Row("astra", state: ActivityState.Reserved)));
        Assert.DoesNotContain(ActivityStep.Confirm, ActivityMoves.Steps(Row("astra")));
        Assert.Empty(ActivityMoves.Steps(Row("astra", state: ActivityState.Ended)));
        Assert.Empty(ActivityMoves.Steps(Row("boreal")));
    }

    [Fact]
    public void Of_aid_only_four_words_are_said_and_only_of_that_of_others()
    {
        Assert.Equal(Enum.GetValues<AidWord>(), ActivityMoves.AidWordsOn(Row("boreal", ActivityKind.Movement)));
        Assert.Empty(ActivityMoves.AidWordsOn(Row("astra", ActivityKind.Movement)));
        Assert.Empty(ActivityMoves.AidWordsOn(Row("boreal")));
    }

    [Fact]
    public void Every_kind_state_step_and_word_is_told_in_every_language_and_none_is_a_promise()
    {
        string[] keys =
        [
            .. ActivityKinds.All.Select(k => "activity.kind." + k.Name()), .. Enum.GetNames<ActivityState>().Select(n => "activity.state." + n.ToLowerInvariant()),
            .. Enum.GetValues<ActivityStep>().Select(s => $"activity.step.{s.Name()}.what"), .. Enum.GetValues<AidWord>().Select(w => "aid.word." + w.Name()),
            .. Enum.GetNames<ActivityEffect>().Where(n => n != "Took").Select(n => "activity.effect." + n.ToLowerInvariant()),
                .. AltitudeSheet.References.Select(r => "altitude." + r),
        ];
        foreach (var language in Known.All)
        {
            Assert.DoesNotContain(keys, k => !language.Texts.ContainsKey(k));
            var said = language.Texts.Where(t => t.Key.StartsWith("activity.", StringComparison.Ordinal) || t.Key.StartsWith("aid.", StringComparison.Ordinal) ||
                t.Key.StartsWith("overlap.", StringComparison.Ordinal));
            Assert.All(said, t => Assert.DoesNotContain(Promises, p => t.Value.Contains(p, StringComparison.OrdinalIgnoreCase)));
        }
    }
}
