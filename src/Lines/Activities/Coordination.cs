using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Activities;

/// <summary>How far two parties have come about an overlap. It follows from their words on the volumes as they stand; a word on volumes that were moved since counts no
/// more.</summary>
public enum CoordinationState
{
    /// <summary>Neither side has said anything of it.</summary>
    Unanswered = 1,

    /// <summary>One side or both know of it, and no more.</summary>
    Acknowledged,

    /// <summary>A proposal of one side waits for the other one.</summary>
    Countered,

    /// <summary>One side has said that it must not be so.</summary>
    Objected,

    /// <summary>One side would have it as it is.</summary>
    ConsentedByOne,

    /// <summary>Both sides would have it as it is.</summary>
    Consented,
}

/// <summary>A word on an overlap, and what it came to.</summary>
public sealed record OverlapFollowed(ActivitySaid Said, OverlapWordContent Word, ActivityEffect Effect);

/// <summary>What two parties have said of an overlap of their activities.</summary>
/// <param name="Words">In the order of the transcript.</param>
/// <param name="Proposal">The counter-proposal that waits for the other side; null: none.</param>
public sealed record Coordination(CoordinationState State, IReadOnlyList<OverlapFollowed> Words, OverlapFollowed? Proposal)
{
    /// <summary>Whether that party has said anything that still counts.</summary>
    public bool HasSpoken(PartyId party) => Words.Any(w => w.Effect == ActivityEffect.Took && w.Said.Party == party);

    /// <summary>What was said of the pair.</summary>
    /// <param name="one">One activity as it stands.</param>
    /// <param name="said">Words that regard both activities, and words on these; in the order of the transcript.</param>
    public static Coordination Of(ActivityMatter one, ActivityMatter other, IEnumerable<ActivitySaid> said)
    {
        var pair = new Pair(one, other);
        foreach (var word in said)
            pair.Take(word);
        return pair.Whole();
    }

    private sealed class Pair(ActivityMatter one, ActivityMatter other)
    {
        private readonly List<OverlapFollowed> words = [];

        public void Take(ActivitySaid said)
        {
            if (said.What is OverlapWordContent word && words.Count(w => w.Said.Party == said.Party) < Bounds.OverlapWords)
                words.Add(new(said, word, EffectOf(said, word)));
        }

        public Coordination Whole()
        {
            var standing = words.Where(w => w.Effect == ActivityEffect.Took && !IsWithdrawn(w)).ToList();
            var last = standing.Where(w => w.Word.Word is not (OverlapWord.Agree or OverlapWord.Withdraw))
                .GroupBy(w => w.Said.Party).Select(g => g.Last()).ToList();
            var proposal = last.LastOrDefault(w => w.Word.Word == OverlapWord.Counter && IsCurrent(w));
            var current = last.Where(w => w.Word.Word == OverlapWord.Acknowledge || IsCurrent(w)).Select(w => w.Word.Word).ToList();
            var state = current.Contains(OverlapWord.Object) ? CoordinationState.Objected
                : proposal is not null ? CoordinationState.Countered
                : current.Count(w => w == OverlapWord.Consent) switch
                {
                    2 => CoordinationState.Consented,
                    1 => CoordinationState.ConsentedByOne,
                    _ => current.Count > 0 ? CoordinationState.Acknowledged : CoordinationState.Unanswered,
                };
            return new Coordination(state, words, proposal);
        }

        private ActivityEffect EffectOf(ActivitySaid said, OverlapWordContent word)
        {
            if (one.Content.Kind.IsHumanitarian() || other.Content.Kind.IsHumanitarian())
                return ActivityEffect.NoSuchWord;
            if (said.Party != one.Party && said.Party != other.Party)
                return ActivityEffect.NotTheirs;
            if (!word.Word.IsAboutWord())
                return WasStanding(said, word) ? ActivityEffect.Took : ActivityEffect.Overtaken;
            if (said.Regards is not [var about] || words.FirstOrDefault(w => w.Said.Entry == about) is not { Effect: ActivityEffect.Took } meant || IsWithdrawn(meant))
                return ActivityEffect.NoProposal;
            if (word.Word == OverlapWord.Withdraw)
                return meant.Said.Party == said.Party && !meant.Word.Word.IsAboutWord() ? ActivityEffect.Took : ActivityEffect.NotTheirs;

            // What an agreement came to is told by the activity that it moved.
            return Moved(meant).Followed.FirstOrDefault(f => f.Said.Entry == said.Entry)?.Effect ?? ActivityEffect.NoProposal;
        }

        private ActivityMatter Moved(OverlapFollowed counter) => counter.Word.For == other.Entry ? other : one;

        /// <summary>Whether the volumes of which it speaks are such as those activities have had, and none that its author had heard to be moved.</summary>
        private bool WasStanding(ActivitySaid said, OverlapWordContent word) =>
            said.Regards is [var first, var second] && StandsFor(first, word.Standing[0], said) && StandsFor(second, word.Standing[1], said);

        private bool StandsFor(EntryRef activity, EntryRef version, ActivitySaid said)
        {
            var matter = activity == one.Entry ? one : other;
            var at = 0;
            while (at < matter.Versions.Count && matter.Versions[at].Entry != version)
                at++;
            return at < matter.Versions.Count && !matter.Versions.Skip(at + 1).Any(v => said.Held.Covers(v.Entry));
        }

        private bool IsCurrent(OverlapFollowed word)
        {
            var (first, second) = word.Said.Regards[0] == one.Entry ? (one, other) : (other, one);
            return word.Word.Standing[0] == first.Current.Entry && word.Word.Standing[1] == second.Current.Entry;
        }

        private bool IsWithdrawn(OverlapFollowed word) => words.Any(w =>
            w.Effect == ActivityEffect.Took && w.Word.Word == OverlapWord.Withdraw && w.Said.Regards is [var about] && about == word.Said.Entry);
    }
}
