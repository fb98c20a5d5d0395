using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Volumes;

namespace Parley.Lines.Activities;

/// <summary>The life of one activity, out of what was said of it: nothing is kept beside the words, so both sides that hold the same words see the same.</summary>
public static class ActivityFold
{
    /// <summary>The activity after those words.</summary>
    /// <param name="said">The activity itself, its steps, and the counter-proposals that are for it with the agreements to them and what withdraws them; in the order of
    /// the transcript. Null when the activity is not among them.</param>
    public static ActivityMatter? Of(EntryRef entry, IEnumerable<ActivitySaid> said)
    {
        Building? building = null;
        foreach (var one in said)
        {
            if (one.Entry == entry)
                building = one.What is ActivityContent content ? new Building(one, content) : null;
            else
                building?.Take(one);
        }

        return building?.Whole();
    }

    private sealed class Building(ActivitySaid first, ActivityContent content)
    {
        private readonly List<ActivityVersion> versions = [ActivityVersion.Of(first, content.Volumes)];
        private readonly List<ActivityFollowed> followed = [];
        private readonly Dictionary<EntryRef, (ActivitySaid Said, OverlapWordContent Word)> counters = [];
        private ActivityState state = content.ReserveUntil is null ? ActivityState.Planned : ActivityState.Reserved;
        private Timestamp? expires = content.Aid?.Expires;

        public ActivityMatter Whole() => new(first, content, state, [.. versions], expires, [.. followed]);

        public void Take(ActivitySaid said)
        {
            switch (said.What)
            {
                case ActivityStepContent step:
                    followed.Add(new(said, Step(said, step)));
                    break;
                case AidWordContent:
                    followed.Add(new(said, content.Kind.IsHumanitarian() && said.Party != first.Party ? ActivityEffect.Took : ActivityEffect.NoSuchWord));
                    break;
                case OverlapWordContent { Word: OverlapWord.Counter } counter when counter.For == first.Entry && !content.Kind.IsHumanitarian() && IsOfPair(said):
                    counters[said.Entry] = (said, counter);
                    break;
                case OverlapWordContent { Word: OverlapWord.Withdraw } when said.Regards is [var own] && counters.TryGetValue(own, out var mine) && mine.Said.Party == said.Party:
                    counters.Remove(own);
                    break;
                case OverlapWordContent { Word: OverlapWord.Agree }:
                    followed.Add(new(said, Agree(said)));
                    break;
            }
        }

        private ActivityEffect Step(ActivitySaid said, ActivityStepContent step)
        {
            if (said.Party != first.Party)
                return ActivityEffect.NotTheirs;
            if (state is ActivityState.Ended or ActivityState.Cancelled)
                return ActivityEffect.AfterTheEnd;
            if (step.Step == ActivityStep.Confirm && state != ActivityState.Reserved)
                return ActivityEffect.NoReserve;
            if (step.Expires is not null && content.Aid is null)
                return ActivityEffect.NoSuchWord;
            state = step.Step switch
            {
                ActivityStep.Confirm => ActivityState.Planned,
                ActivityStep.Activate => ActivityState.Active,
                ActivityStep.Deviate => ActivityState.Deviating,
                ActivityStep.Emergency => ActivityState.Emergency,
                ActivityStep.End => ActivityState.Ended,
                ActivityStep.Cancel => ActivityState.Cancelled,
                _ => state,
            };
            expires = step.Expires ?? expires;
            if (step.Volumes.Count > 0)
                Move(said, step.Volumes);
            return ActivityEffect.Took;
        }

        /// <summary>Both have said yes to the same volumes: one by proposing them, the other now.</summary>
        private ActivityEffect Agree(ActivitySaid said)
        {
            if (said.Regards is not [var proposal] || !counters.TryGetValue(proposal, out var counter))
                return ActivityEffect.NoProposal;
            if (state is ActivityState.Ended or ActivityState.Cancelled)
                return ActivityEffect.AfterTheEnd;

            if (said.Party == counter.Said.Party || !counter.Said.Regards.Any(r => r.Party == said.Party))
                return ActivityEffect.NotTheirs;
            var standing = counter.Word.Standing[counter.Said.Regards[0] == first.Entry ? 0 : 1];
            if (standing != versions[^1].Entry)
                return ActivityEffect.Overtaken;
            Move(said, counter.Word.Volumes);
            return ActivityEffect.Took;
        }

        /// <summary>Whether a proposal is one of the two whose activities it regards, which are this one and one of another party.</summary>
        private bool IsOfPair(ActivitySaid said) => said.Regards is [var one, var other] && one.Party != other.Party &&
            (one == first.Entry || other == first.Entry) && (said.Party == one.Party || said.Party == other.Party);

        private void Move(ActivitySaid said, IReadOnlyList<Volume> volumes) => versions.Add(ActivityVersion.Of(said, volumes));
    }
}
