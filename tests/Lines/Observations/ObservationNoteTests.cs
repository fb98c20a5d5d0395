using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Observations;

namespace Parley.Lines.Tests.Observations;

public sealed class ObservationNoteTests
{
    private static readonly LineId Line = LineId.Parse(new string('a', 2 * Digest.Size))!.Value;
    private static readonly ObservationAsked Waiting = new(Line, "draft-1", null, "Ada", Sightings.Hour(1));
    private static readonly ReactionDecision Nothing = new(ReactionChoice.Nothing, "", "Ada", Sightings.Hour(2), "", null);
    private static readonly ReactionDecision Proposed = new(ReactionChoice.Mirror, "They raised theirs.", "Ada", Sightings.Hour(3), "", null);

    [Fact]
    public void Is_read_as_it_was_kept_and_strictly()
    {
        var entry = EntryRef.Parse("boreal/11111111111111111111111111111111/ordinary/4")!.Value;
        var seconded = Proposed with { Second = "Ben", SecondedAt = Sightings.Hour(4) };
        var note = new ObservationNote(7, [Waiting, Waiting with { Draft = "", Entry = entry }], [Nothing, seconded]);
        Strict.Check(note.Encode(), b => ObservationNote.Parse(note.Id, b)?.Encode());
        Assert.Equal(note, ObservationNote.Parse(note.Id, note.Encode()));
        Assert.Null(ObservationNote.Parse("7", note.Encode()));
    }

    [Fact]
    public void A_mirror_stands_once_it_is_seconded_and_has_a_reason()
    {
        var note = new ObservationNote(1, [], [Nothing, Proposed]);
        Assert.Equal((ReactionChoice.Nothing, ReactionChoice.Mirror), (note.Standing!.Choice, note.Waiting!.Choice));
        var seconded = note with { Decisions = [Nothing, Proposed with { Second = "Ben", SecondedAt = Sightings.Hour(4) }] };
        Assert.Equal((ReactionChoice.Mirror, null), (seconded.Standing!.Choice, seconded.Waiting));
        Assert.Null(ObservationNote.Parse(note.Id, (note with { Decisions = [Proposed with { Reason = "" }] }).Encode()));
        Assert.Null(ObservationNote.Parse(note.Id, (note with { Decisions = [Proposed with { Second = "Ben" }] }).Encode()));
        Assert.Null(ObservationNote.Parse(note.Id, (note with { Asked = [Waiting with { Draft = "" }] }).Encode()));
    }

    [Fact]
    public void It_is_taken_up_by_a_question_or_a_choice_and_not_by_a_proposal()
    {
        Assert.False(ObservationNote.Empty(1).IsTaken);
        Assert.True((ObservationNote.Empty(1) with { Asked = [Waiting] }).IsTaken);
        Assert.True((ObservationNote.Empty(1) with { Decisions = [Nothing] }).IsTaken);
        Assert.False((ObservationNote.Empty(1) with { Decisions = [Proposed] }).IsTaken);
    }
}
