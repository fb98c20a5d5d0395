using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Observations;

/// <summary>The staff exercise of November 1983 as it could have been announced (Able Archer): phases explain their signs, and what was not said stays unexplained.</summary>
public sealed class StaffExerciseTests
{
    private static readonly NoticeFormat Format = SampleFormat.Format with
    {
        Id = "staff-exercise", Start = "period", End = "period", Discrepancy = 0,
        Fields =
        [
            SampleFormat.Of("period", FieldKind.Window), SampleFormat.Of("nuclear-release", FieldKind.Yes), SampleFormat.Of("nuclear-phase", FieldKind.Text),
            SampleFormat.Of("alert-words", FieldKind.Yes), SampleFormat.Of("new-formats", FieldKind.Yes), SampleFormat.Of("radio-silence", FieldKind.Yes),
            SampleFormat.Of("silence", FieldKind.Window), SampleFormat.Of("forces-move", FieldKind.Yes), SampleFormat.Of("related-troops", FieldKind.Number),
            SampleFormat.Of("phases", FieldKind.Rows) with
            {
                Most = 9, Columns = [SampleFormat.Of("name", FieldKind.Text), SampleFormat.Of("period", FieldKind.Window), SampleFormat.Of("what", FieldKind.Text)],
            },
        ],
    };

    private static readonly Notice Words = new("staff-exercise", 1, "en",
    [
        new("period", ["2027-05-03T06:00:00Z 2027-05-07T18:00:00Z"]), new("nuclear-release", ["yes"]), new("nuclear-phase", ["3"]), new("alert-words", ["yes"]),
        new("new-formats", ["yes"]), new("radio-silence", ["yes"]), new("silence", ["2027-05-06T20:00:00Z 2027-05-07T04:00:00Z"]), new("forces-move", ["no"]),
        new("related-troops", ["19000"]),
        new("phases",
        [
            "1", "2027-05-03T06:00:00Z 2027-05-04T06:00:00Z", "Fighting worsens", "2", "2027-05-04T06:00:00Z 2027-05-05T18:00:00Z", "Headquarters move",
            "3", "2027-05-05T18:00:00Z 2027-05-07T18:00:00Z", "Release is asked for",
        ]),
    ]);

    private static readonly Announced Exercise = Told([new("e1", "astra", Format, Words, [], null)]);

    [Theory]
    [InlineData(ObservationKind.NewFormats, 50, "new message formats, phase 2")]
    [InlineData(ObservationKind.AlertWords, 80, "words of alert, phase 3")]
    [InlineData(ObservationKind.NuclearWords, 90, "words of nuclear release, phase 3")]
    [InlineData(ObservationKind.RadioSilence, 95, "radio silence")]
    [InlineData(ObservationKind.CommunicationsSurge, 20, "phase 1")]
    public void Phases_explain_their_signs(ObservationKind kind, double hour, string part)
    {
        var verdict = Sightings.Judge(Heard(1, kind, hour), Exercise);
        Assert.Equal((VerdictKind.ConsistentWith, part), (verdict.Kind, verdict.About!.Part.Name));
        Assert.Equal("No place was named.", verdict.About.Factors[0].Sentence);
    }

    [Theory]
    [InlineData(ObservationKind.StrikeWords, 50)]
    [InlineData(ObservationKind.Readiness, 75)]
    [InlineData(ObservationKind.GroundMovement, 50)]
    public void What_was_not_said_stays_unexplained(ObservationKind kind, double hour) =>
        Assert.Equal(VerdictKind.Unexplained, Sightings.Judge(Heard(1, kind, hour), Exercise).Kind);

    [Fact]
    public void Nuclear_words_before_their_phase_are_not_explained() =>
        Assert.NotEqual(VerdictKind.ConsistentWith, Sightings.Judge(Heard(1, ObservationKind.NuclearWords, 20), Exercise).Kind);

    [Fact]
    public void Without_the_notice_all_of_it_is_unexplained()
    {
        ObservationKind[] kinds = [ObservationKind.NewFormats, ObservationKind.AlertWords, ObservationKind.StrikeWords, ObservationKind.RadioSilence, ObservationKind.Readiness];
        Assert.All(Matching.With([]).Of(kinds.Select((k, i) => Heard(i + 1, k, 50)), AsOf.Then).Verdicts, v => Assert.Equal(VerdictKind.Unexplained, v.Kind));
    }

    [Fact]
    public void A_posture_that_was_explained_explains_readiness()
    {
        var format = SampleFormat.Format with
        {
            Id = "posture", Effect = NoticeEffect.Informs, Start = "from", End = "until",
            Fields = [SampleFormat.Of("change", FieldKind.Text), SampleFormat.Of("from", FieldKind.Time), SampleFormat.Of("until", FieldKind.Time)],
        };
        var words = new Notice("posture", 1, "en", [new("change", ["raised"]), new("from", ["2027-05-05T00:00:00Z"]), new("until", ["2027-05-07T00:00:00Z"])]);
        var said = new NoticeSaid("p1", "boreal", format, words, [], null);
        var posture = AnnouncedNotice.OfPosture(said, "U3", Sightings.Begin)!;
        Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(Heard(1, ObservationKind.Readiness, 60), posture).Kind);
        Assert.Null(AnnouncedNotice.OfPosture(said with { Notice = Words }, "U3", Sightings.Begin));
    }

    private static Observation Heard(int number, ObservationKind kind, double hour) => Sightings.Seen(number, kind, hour, error: 200_000) with { Source = SourceClass.Signals };

    private static Announced Told(IEnumerable<NoticeSaid> said) =>
        AnnouncedNotice.Of(Assert.Single(NoticeFold.Of(said).Matters), "O12", _ => Sightings.Begin.AddDays(-30))!;
}
