using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Observations;

/// <summary>A question says no more than it needs.</summary>
public sealed class ObservationQuestionTests
{
    [Fact]
    public void Place_and_times_are_rounded_and_nothing_of_the_source_is_said()
    {
        var seen = Sightings.Seen(1, ObservationKind.GroundForces, 12.4, strength: Sightings.Men(4_000, 9_000)) with { Text = "By a secret source.", Level = "raised" };
        var values = ObservationQuestion.Values([seen], Form, "en").ToDictionary(v => v.Field, v => v.Items);
        Assert.Equal(["60.0 20.0"], values["where"]);
        Assert.Equal(["60.0000000 20.0000000"], values["position"]);
        Assert.Equal(["2027-05-03T12:00:00Z 2027-05-03T13:00:00Z"], values["seen"]);
        Assert.Equal(["ground forces, at least 4000 persons."], values["observed"]);
        Assert.Equal(["concern", "observed", "position", "questions", "seen", "where"], values.Keys.Order());
        Assert.DoesNotContain(values.Values.SelectMany(v => v), t => t.Contains("secret", StringComparison.Ordinal) || t.Contains("raised", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_in_another_language_are_left_to_officers()
    {
        var values = ObservationQuestion.Values([Sightings.Seen(1)], Form, "ru").Select(v => v.Field);
        Assert.Equal(["where", "position", "seen"], values);
    }

    private static NoticeFormat Form { get; } = SampleFormat.Format with
    {
        Fields =
        [
            SampleFormat.Of("observed", FieldKind.Text), SampleFormat.Of("where", FieldKind.Text), SampleFormat.Of("position", FieldKind.Place),
            SampleFormat.Of("seen", FieldKind.Window), SampleFormat.Of("concern", FieldKind.Text),
            SampleFormat.Of("questions", FieldKind.Rows) with { Columns = [SampleFormat.Of("question", FieldKind.Text)] }, SampleFormat.Of("contact", FieldKind.Text),
        ],
    };
}
