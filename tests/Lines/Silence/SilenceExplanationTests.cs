using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Service;
using Parley.Lines.Silence;

namespace Parley.Lines.Tests.Silence;

/// <summary>What a silence was, by evidence that came afterwards.</summary>
public sealed class SilenceExplanationTests
{
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly SilenceCause[] Dark = [SilenceCause.CircuitsCut, SilenceCause.StationDown, SilenceCause.CommonFault];

    [Fact]
    public void Their_word_that_their_station_was_down_names_it() =>
        Is(SilenceCause.StationDown, "They report: their station was down.", Said(Boreal, OutageCause.Station, 90, 200));

    [Fact]
    public void Both_ran_and_heard_nothing() =>
        Is(
            SilenceCause.CircuitsCut, "They report: their station ran and heard nothing.",
            Said(Boreal, OutageCause.Circuits, 110, 190), Said(Astra, OutageCause.Circuits, 100, 200));

    [Fact]
    public void Their_station_down_comes_before_what_it_heard_since() =>
        Is(SilenceCause.StationDown, "They report: their station was down.", Said(Boreal, OutageCause.Circuits, 150, 200), Said(Boreal, OutageCause.Station, 100, 150));

    [Fact]
    public void What_we_know_of_ourselves_comes_first() =>
        Is(SilenceCause.OwnFault, "It was ours: our own circuits failed.", Said(Boreal, OutageCause.Circuits, 100, 200), Said(Astra, OutageCause.OwnCircuits, 100, 200));

    [Fact]
    public void A_word_on_another_time_says_nothing() =>
        Is(null, "Which it was cannot be told: nothing has come that says.", Said(Boreal, OutageCause.Station, 10, 99), Said(Boreal, OutageCause.Station, 201, 300));

    [Fact]
    public void What_the_evidence_had_excluded_is_not_believed()
    {
        var why = SilenceExplanation.Of(
            Astra, Boreal, new(100), new(200), [SilenceCause.CircuitsCut, SilenceCause.CommonFault], [SilenceCause.CircuitsCut, SilenceCause.CommonFault],
            [Said(Boreal, OutageCause.Station, 100, 200)], []);
        Assert.Null(why.Named);
        Assert.Equal("They report that their station was down; the evidence here does not fit that.", why.Why);
    }

    [Fact]
    public void The_only_one_that_is_left_is_named()
    {
        var why = SilenceExplanation.Of(Astra, Boreal, new(100), new(200), Dark, [SilenceCause.CircuitsCut], [], []);
        Assert.Equal((SilenceCause.CircuitsCut, "Nothing else was left by the evidence."), (why.Named, why.Why));
    }

    [Theory]
    [InlineData(ServiceCause.DeskUnattended, SilenceCause.DeskUnattended, "Their crew reports it.")]
    [InlineData(ServiceCause.LocalFault, null, "Their crew reports: local fault; the evidence here does not fit that.")]
    public void Their_crew_says_why(ServiceCause cause, SilenceCause? named, string why)
    {
        SilenceCause[] left = [SilenceCause.DeskUnattended, SilenceCause.ToldNotToAnswer];
        SilenceExplained[] explained =
        [
            new(Said(Boreal, OutageCause.Clock, 5, 6).Entry, new ExplanationService(cause, null, new(90), new(150))),
            new(Said(Astra, OutageCause.Clock, 5, 6).Entry, new ExplanationService(ServiceCause.ToldNotToAnswer, null, new(90), new(150))),
        ];
        var explanation = SilenceExplanation.Of(Astra, Boreal, new(100), new(200), left, left, [], explained);
        Assert.Equal((named, why), (explanation.Named, explanation.Why));
    }

    [Fact]
    public void A_third_party_cannot_explain_it() =>
        Is(null, "Which it was cannot be told: nothing has come that says.", Said(PartyId.Parse("cassia")!.Value, OutageCause.Station, 100, 200));

    [Fact]
    public void Outages_and_tests_come_back_as_they_were_and_nothing_else_does()
    {
        var outage = new OutageContent(OutageCause.OwnCircuits, new(5), new(6));
        Assert.Equal(outage, OutageContent.Of(outage.ToContent(new byte[Content.SeedSize])));
        var test = new SelfTest(new(7), [new SelfTestFailure(SelfTestPart.Clock, "wrong")]);
        var read = SelfTest.Parse(test.Encode())!;
        Assert.Equal((test.At, test.Failures[0]), (read.At, Assert.Single(read.Failures)));
        Assert.Null(OutageContent.Of(new OutageContent(OutageCause.Clock, new(9), new(8)).ToContent(new byte[Content.SeedSize])));
        Fuzz.Check(test.Encode(), [0x82, 0x81, 0x80, 0x00, 0x01, 0x65], 2_000, bytes => SelfTest.Parse(bytes)?.Encode());
    }

    private static void Is(SilenceCause? named, string why, params OutageSaid[] said)
    {
        var explained = SilenceExplanation.Of(Astra, Boreal, new(100), new(200), Dark, Dark, said, []);
        Assert.Equal((named, why), (explained.Named, explained.Why));
    }

    private static OutageSaid Said(PartyId by, OutageCause cause, long from, long until) =>
        new(new EntryRef(by, GenerationId.From(new byte[GenerationId.Size]), Lane.Urgent, from), new OutageContent(cause, new(from), new(until)));
}
