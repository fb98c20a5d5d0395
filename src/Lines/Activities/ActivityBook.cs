using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Activities;

/// <summary>All activities of a line, kept up as words come. Words may come in any order: what belongs to an activity is put in the order of the transcript and folded anew, so
/// what stands here depends on the words alone. Owned by one thread.</summary>
public sealed class ActivityBook
{
    private readonly Dictionary<EntryRef, Folder> folders = [];

    /// <summary>Which activities a word is about: a step one, a proposal two, an agreement those of its proposal.</summary>
    private readonly Dictionary<EntryRef, IReadOnlyList<EntryRef>> topics = [];

    private readonly Dictionary<EntryRef, List<ActivitySaid>> waiting = [];
    private int strays;

    /// <summary>Grows with every word that is taken.</summary>
    public long Version { get; private set; }

    /// <summary>Every activity, in no order.</summary>
    public IEnumerable<ActivityMatter> All => folders.Values.Select(f => f.Matter).OfType<ActivityMatter>();

    /// <summary>Words whose activity is not here. What is beyond the bound is forgotten: who has the activity has them too.</summary>
    public int Strays => strays;

    /// <summary>The activity that an entry notified, or that it is a step of; null when it is none that is here, or of more than one.</summary>
    public ActivityMatter? Of(EntryRef entry) =>
        topics.TryGetValue(entry, out var about) && about is [var only] && folders.TryGetValue(only, out var folder) ? folder.Matter : null;

    /// <summary>Takes one word in; one that was taken before changes nothing.</summary>
    /// <returns>The activities that changed.</returns>
    public IReadOnlyList<ActivityMatter> Take(ActivitySaid said)
    {
        if (topics.ContainsKey(said.Entry))
            return [];
        Version++;
        var changed = new HashSet<EntryRef>();
        var open = new Queue<ActivitySaid>([said]);
        while (open.TryDequeue(out var next))
        {
            if (About(next) is not { } about)
            {
                Wait(next);
                continue;
            }

            topics[next.Entry] = about;
            foreach (var entry in about)
            {
                FolderOf(entry).Add(next);
                changed.Add(entry);
            }

            if (!waiting.Remove(next.Entry, out var freed))
                continue;
            strays -= freed.Count;
            foreach (var one in freed)
                open.Enqueue(one);
        }

        return [.. changed.Select(c => folders[c].Refold(c)).OfType<ActivityMatter>()];
    }

    /// <summary>Nothing of an activity stays here, nor of words that were about it alone.</summary>
    public void Forget(EntryRef activity)
    {
        if (!folders.Remove(activity, out var folder))
            return;
        Version++;
        foreach (var said in folder.Said)
        {
            if (topics.TryGetValue(said.Entry, out var about) && about.Count == 1)
                topics.Remove(said.Entry);
        }
    }

    /// <summary>What was said of two activities, in the order of the transcript, with what it comes to.</summary>
    public Coordination Between(ActivityMatter one, ActivityMatter other)
    {
        var pair = folders[one.Entry].Said.Where(s => s.What is OverlapWordContent && topics[s.Entry].Contains(other.Entry));
        return Coordination.Of(one, other, pair);
    }

    /// <summary>Whether a word would count after all that was said; as <see cref="ActivityEffect"/> says.</summary>
    public ActivityEffect Try(ActivitySaid next)
    {
        if (About(next) is not { } about || next.What is ActivityContent)
            return next.What is ActivityContent ? ActivityEffect.Took : ActivityEffect.NoActivity;
        if (next.What is OverlapWordContent && about is [var first, var second])
        {
            if (folders.GetValueOrDefault(first) is not { Matter: not null } one || folders.GetValueOrDefault(second) is not { Matter: not null } other)
                return ActivityEffect.NoActivity;
            var (left, right) = (one.With(first, next), other.With(second, next));
            var words = one.Said.Where(s => s.What is OverlapWordContent && topics[s.Entry].Contains(second)).Append(next);
            return Coordination.Of(left!, right!, words).Words.FirstOrDefault(w => w.Said.Entry == next.Entry)?.Effect ?? ActivityEffect.AfterTheEnd;
        }

        return about is [var only] && folders.GetValueOrDefault(only) is { Matter: not null } folder
            ? folder.With(only, next)!.Followed.FirstOrDefault(f => f.Said.Entry == next.Entry)?.Effect ?? ActivityEffect.AfterTheEnd
            : ActivityEffect.NoActivity;
    }

    /// <summary>Null when it regards something that is not here, or nothing that it could be about.</summary>
    private IReadOnlyList<EntryRef>? About(ActivitySaid said) => said switch
    {
        { What: ActivityContent } => [said.Entry],
        { What: ActivityStepContent or AidWordContent, Regards: [var one] } => topics.TryGetValue(one, out var about) && about.Count == 1 ? about : null,
        { What: OverlapWordContent { Word: OverlapWord.Agree or OverlapWord.Withdraw }, Regards: [var word] } =>
            topics.TryGetValue(word, out var about) && about.Count == 2 ? about : null,
        { What: OverlapWordContent, Regards: [var first, var second] } =>
            IsActivity(first) && IsActivity(second) && first.Party != second.Party ? said.Regards : null,
        _ => null,
    };

    private bool IsActivity(EntryRef entry) => topics.TryGetValue(entry, out var about) && about is [var only] && only == entry;

    private void Wait(ActivitySaid said)
    {
        if (said.Regards.Count == 0 || strays >= Bounds.StrayWords)
            return;
        var missing = said.Regards.FirstOrDefault(r => !topics.ContainsKey(r), said.Regards[0]);
        if (!waiting.TryGetValue(missing, out var list))
            waiting[missing] = list = [];
        if (list.Exists(s => s.Entry == said.Entry))
            return;
        list.Add(said);
        strays++;
    }

    private Folder FolderOf(EntryRef entry)
    {
        if (!folders.TryGetValue(entry, out var folder))
            folders[entry] = folder = new Folder();
        return folder;
    }

    /// <summary>What was said of one activity.</summary>
    private sealed class Folder
    {
        private readonly List<ActivitySaid> said = [];
        private readonly Dictionary<PartyId, int> counts = [];

        public IReadOnlyList<ActivitySaid> Said => said;

        public ActivityMatter? Matter { get; private set; }

        /// <summary>What a party says beyond its bound changes nothing: it could hide its own end, and nobody else's.</summary>
        public void Add(ActivitySaid one)
        {
            var count = counts.GetValueOrDefault(one.Party);
            if (count >= Bounds.ActivityWords)
                return;
            counts[one.Party] = count + 1;
            var at = said.Count;
            while (at > 0 && said[at - 1].Position > one.Position)
                at--;
            said.Insert(at, one);
        }

        public ActivityMatter? Refold(EntryRef entry) => Matter = ActivityFold.Of(entry, said);

        public ActivityMatter? With(EntryRef entry, ActivitySaid next) => ActivityFold.Of(entry, said.Append(next));
    }
}
