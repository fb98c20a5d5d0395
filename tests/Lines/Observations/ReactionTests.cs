using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Observations;

/// <summary>What another party does while something of ours is on.</summary>
public sealed class ReactionTests
{
    private static readonly OwnMatter Exercise = new("O4-3f0a", "staff exercise", Span(0, 48), true);

    [Fact]
    public void What_was_on_then_or_had_just_ended_stands_beside_it()
    {
        Assert.Equal([Exercise], One(ObservationKind.Readiness, 24, Exercise, Exercise with { Reference = "O5-3f0a", Span = Span(100, 110) }).Ours);
        Assert.Equal([Exercise], One(ObservationKind.Readiness, 48 + Bounds.ReactionHours - 1, Exercise).Ours);
        Assert.Empty(One(ObservationKind.Readiness, 48 + Bounds.ReactionHours + 1, Exercise).Ours);
        Assert.Contains("they were told nothing", One(ObservationKind.Readiness, 24, Exercise with { IsAnnounced = false }).Sentence, StringComparison.Ordinal);
        var plan = Exercise with { Reference = "plan 1", IsAnnounced = false };
        Assert.Contains("told of: 1 of 2", One(ObservationKind.Readiness, 24, Exercise, plan).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void However_much_of_ours_was_on_a_bound_of_it_is_told_and_all_of_it_counted()
    {
        var many = One(ObservationKind.Readiness, 24, [.. Enumerable.Range(0, 500).Select(i => Exercise with { Reference = $"O{i}-3f0a", IsAnnounced = i % 2 == 0 })]);
        Assert.Equal((Bounds.ReactionMatters, 500, 250), (many.Ours.Count, many.All, many.Told));
        Assert.EndsWith("or to 499 more of ours; told of: 250 of 500.", many.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_of_another_party_prepares_it_and_is_not_explained()
    {
        Assert.Empty(Of(Verdict(ObservationKind.Gunfire, "boreal")));
        Assert.Empty(Of(Verdict(ObservationKind.Readiness, "astra")));
        Assert.Empty(Of(Verdict(ObservationKind.Readiness, null)));
        Assert.Empty(Of(Verdict(ObservationKind.Readiness, "boreal") with { Kind = VerdictKind.ConsistentWith }));
        Assert.Contains("Nothing of ours", Assert.Single(Of(Verdict(ObservationKind.Readiness, "boreal"))).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_party_does_is_not_explained_by_what_another_announced()
    {
        var notice = Sightings.Notice("N1", AnnouncedKind.FieldExercise, Sightings.Area());
        var seen = Sightings.Seen(1, ObservationKind.GroundForces) with { Party = PartyId.Parse(notice.Party) };
        Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(seen, notice).Kind);
        Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(seen with { Party = null }, notice).Kind);
        Assert.Equal(VerdictKind.Unexplained, Sightings.Judge(seen with { Party = PartyId.Parse("chara") }, notice).Kind);
    }

    private static NoticeSpan Span(double from, double until) => new(Sightings.Begin.AddHours(from), Sightings.Begin.AddHours(until));

    private static Verdict Verdict(ObservationKind kind, string? party, double hours = 12) => new(
        Sightings.Seen(1, kind, hours) with { Party = party is null ? null : PartyId.Parse(party) }, VerdictKind.Unexplained, null, [], []);

    private static Reaction One(ObservationKind kind, double hours, params OwnMatter[] ours) => Assert.Single(Reaction.Of([Verdict(kind, "boreal", hours)], "astra", ours));

    private static IReadOnlyList<Reaction> Of(Verdict verdict) => Reaction.Of([verdict], "astra", []);
}
