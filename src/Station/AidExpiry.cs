using System.Globalization;
using Parley.Control;
using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.Activities;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

// What is notified of sites and movements is the most dangerous thing that a line carries, and useless once it is over. So each station destroys it in its own store:
//   when     some days after it has expired or was ended by its author, by our own clock; a renewal that came in time puts it off
//   what     the words of the site or movement and of everything that regards it: steps, read-backs, concerns. Header, leaf, commitment and signatures stay
//   not yet  while a member's station has not signed for them all, for it would have a gap for ever; but not longer than some weeks
// A renewal that comes later changes nothing. What the other side keeps is not in our hands.

/// <summary>Destroys the words of sites and movements that are over. Done by the loop, a few in a turn; a note in the store says when, so that neither a crash nor a restart
/// forgets one.</summary>
internal static class AidExpiry
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(Bounds.ExpiryGraceHours);
    private static readonly TimeSpan Most = TimeSpan.FromDays(Bounds.ExpiryMostDays);
    private static readonly TimeSpan Retry = TimeSpan.FromHours(Bounds.ExpiryRetryHours);
    private static readonly TimeSpan DraftsEvery = TimeSpan.FromHours(1);

    /// <summary>Kinds of which a content may have been destroyed.</summary>
    public static bool IsDestroyed(string kind) => EntryKind.IsOfActivity(kind) || kind == EntryKind.ReadBack;

    /// <summary>An entry can be read here now: whether and when it is to be looked at.</summary>
    public static void Recorded(Step step, LineState line, EntryHeader header, Content content)
    {
        if (!IsDestroyed(header.Kind))
            return;
        var what = ActivitySaid.WhatOf(header.Kind, content);
        var about = what is ActivityContent ? [] : header.Regards.Select(r => Regarded(step.Memory, r.Feed(line.Id), r.Index)).ToList();
        Timestamp? over = what switch
        {
            ActivityContent { Aid: { } aid } => Later(aid.Expires, step.Now),
            ActivityContent => null,
            _ when about.Contains(About.Destroyed) => step.Now,
            _ when about.Contains(About.Ordinary) => null,
            ActivityStepContent { Expires: { } expires } => Later(expires, step.Now),
            ActivityStepContent { Step: ActivityStep.End or ActivityStep.Cancel } => step.Now,
            _ => null,
        };
        if (what is ActivityContent { Aid: not null })
            step.Memory.AidReads.Came(line.Id);
        if (over is { } at)
            Put(step, new ExpiryNote(at + Grace, header.Feed, header.Index, at + Grace));
    }

    /// <summary>What is due now, a little of it.</summary>
    public static void Run(Step step)
    {
        var memory = step.Memory;
        if (memory.Expiry.Next is null)
            memory.Expiry.Asked(memory.Store.Documents(DocumentKind.Expiry, "", 1) is [var first] ? ExpiryNote.DueOf(first.Id) ?? step.Now : Timestamp.MaxValue);
        if (step.Now - memory.Expiry.Drafts >= DraftsEvery || step.Now < memory.Expiry.Drafts)
            DropDrafts(step);
        if (memory.Expiry.Next > step.Now)
            return;
        var (room, done) = (Bounds.DestroyedAtOnce, new HashSet<EntryRef>());
        foreach (var stored in memory.Store.Documents(DocumentKind.Expiry, "", Bounds.ExpiriesAtOnce))
        {
            if (ExpiryNote.DueOf(stored.Id) > step.Now || room <= 0)
                break;
            if (ExpiryNote.Of(memory, stored) is not { } note || Look(step, note, done, ref room))
                step.Remove(stored);
        }

        memory.Expiry.Forget();
    }

    /// <summary>When there is something to do though nothing comes.</summary>
    public static Timestamp? Next(StationMemory memory, Timestamp now) => memory.Expiry.Next switch
    {
        null => now,
        { } next when next == Timestamp.MaxValue => null,
        { } next => Earlier(next, now + DraftsEvery),
    };

    /// <returns>The note is done with.</returns>
    private static bool Look(Step step, ExpiryNote note, HashSet<EntryRef> done, ref int room)
    {
        var memory = step.Memory;
        if (!memory.Lines.TryGetValue(note.Feed.Line, out var line) || memory.HeaderOf(note.Feed, note.Index) is not { } occasion ||
            ActivityOf(memory, line, occasion) is not { } activity)
            return true;
        // The store shows what this turn does in the next one.
        if (!done.Add(EntryRef.Of(activity.Feed, activity.Index)))
            return false;
        if (Handover.DestroyedAt(memory, activity) is null)
        {
            if (Read(memory, activity) is not { What: ActivityContent { Aid: not null } } said)
                return true;
            var matter = Folded(memory, line, said);
            var expired = matter.Expires + Grace <= step.Now;
            if (!expired && !(occasion.Kind == EntryKind.ActivityStep && matter.IsClosed))
            {
                // Renewed, or moved on: the site or movement itself keeps a note as long as it is here.
                if (occasion.Kind == EntryKind.Activity)
                    Put(step, new ExpiryNote(matter.Expires!.Value + Grace, note.Feed, note.Index, matter.Expires.Value + Grace));
                return true;
            }
        }

        var words = WordsOn(memory, line, activity);
        if (step.Now < note.First - Grace + Most && words.Any(w => !IsReceived(line, w)))
        {
            Put(step, note with { Due = step.Now + Retry });
            return true;
        }

        // What could not be opened here keeps its place among what is lacking; when it can be, it is looked at again.
        var left = words.Where(w => w.Opened is not null && Handover.DestroyedAt(memory, w) is null).ToList();
        foreach (var word in left.Take(room))
            Destroy(step, line, word);
        if (left.Count > 0)
            Told(step, line, EntryRef.Of(activity.Feed, activity.Index), Math.Min(left.Count, room));
        room -= left.Count;
        return room >= 0;
    }

    private static void Destroy(Step step, LineState line, StoredEntry word)
    {
        step.Add(new ContentDestroyed(word.Feed, word.Index, step.SealRow(word.Header, DestroyedContent.Write(step.Now))));
        step.Memory.Recent.Destroyed(word.Feed, word.Index);
        step.Note(ChangeKind.Opened, line.Id, EntryRef.Of(word.Feed, word.Index).ToString());
    }

    private static void Told(Step step, LineState line, EntryRef activity, int count)
    {
        step.Journal(JournalAct.AidDestroyed, line.Id, activity.ToString(), string.Create(CultureInfo.InvariantCulture, $"{count} entries"));
        step.After(() => step.Memory.Pictures.Forget(line.Id, activity));
    }

    /// <summary>The activity that an entry is or regards, by whatever steps; null where it is not here.</summary>
    private static StoredEntry? ActivityOf(StationMemory memory, LineState line, EntryHeader header)
    {
        for (var hops = 0; hops < 4 && header.Kind != EntryKind.Activity; hops++)
        {
            if (header.Regards is not [var regarded, ..] || memory.HeaderOf(regarded.Feed(line.Id), regarded.Index) is not { } next)
                return null;
            header = next;
        }

        return header.Kind == EntryKind.Activity ? memory.Store.Entry(header.Feed, header.Index) : null;
    }

    /// <summary>What a word is about, as far as that can be told at once: flights end every day, and none of them is looked at again.</summary>
    private static About Regarded(StationMemory memory, FeedId feed, long index) => memory.Store.Entry(feed, index) is not { } stored ? About.Unknown
        : Handover.DestroyedAt(memory, stored) is not null ? About.Destroyed
        : Read(memory, stored) is { What: ActivityContent { Aid: null } } ? About.Ordinary
        : About.Unknown;

    /// <summary>As everybody folds it.</summary>
    private static ActivityMatter Folded(StationMemory memory, LineState line, ActivitySaid said)
    {
        var book = new ActivityBook();
        book.Take(said);
        foreach (var stored in Regarding(memory, line, said.Entry))
        {
            if (stored.Feed.Party == said.Party && Read(memory, stored) is { What: ActivityStepContent } step)
                book.Take(step);
        }

        return book.Of(said.Entry)!;
    }

    private static ActivitySaid? Read(StationMemory memory, StoredEntry stored) =>
        EntryHeader.Parse(stored.Header) is { } header && Handover.OpenAtRest(memory, stored) is { } clear && Content.Parse(clear) is { } content
            ? ActivitySaid.From(header, stored.Position, content)
            : null;

    /// <summary>The activity and whatever regards it, directly or by way of a word on it.</summary>
    private static List<StoredEntry> WordsOn(StationMemory memory, LineState line, StoredEntry activity)
    {
        var (words, seen) = (new List<StoredEntry> { activity }, new HashSet<EntryRef> { EntryRef.Of(activity.Feed, activity.Index) });
        for (var at = 0; at < words.Count && words.Count < Bounds.ExpiryWords; at++)
        {
            foreach (var stored in Regarding(memory, line, EntryRef.Of(words[at].Feed, words[at].Index)))
            {
                if (EntryHeader.Parse(stored.Header) is { } header && header.Kind != EntryKind.Activity && IsDestroyed(header.Kind) && seen.Add(header.Ref))
                    words.Add(stored);
            }
        }

        return words;
    }

    private static IEnumerable<StoredEntry> Regarding(StationMemory memory, LineState line, EntryRef entry)
    {
        TranscriptPosition? after = null;
        for (var looked = 0; looked < Bounds.ExpiryWords;)
        {
            var page = memory.Store.Regarding(line.Id, entry, after, 256);
            if (page.Count == 0)
                yield break;
            foreach (var stored in page)
                yield return stored;
            looked += page.Count;
            after = page[^1].Position;
        }
    }

    /// <summary>Whether every member's station has signed for an entry and its words.</summary>
    private static bool IsReceived(LineState line, StoredEntry word) => line.Feeds.TryGetValue(word.Feed, out var feed) && line.Fold.Members.All(m =>
        m == word.Feed.Party || (feed.Receipts.TryGetValue(m, out var receipt) && receipt.Size > word.Index && !receipt.Lacks.Contains(word.Index)));

    /// <summary>Drafts of what is over for as long, or of words on what was destroyed.</summary>
    private static void DropDrafts(Step step)
    {
        var memory = step.Memory;
        memory.Expiry.Drafts = step.Now;
        foreach (var draft in memory.Drafts.Values.Where(d => IsDestroyed(d.Words.Kind)).ToList())
        {
            var what = ActivitySaid.WhatOf(draft.Words.Kind, draft.Words.ToContent(new byte[Content.SeedSize]));
            if (!(what is ActivityContent { Aid: { } aid } && aid.Expires + Grace <= step.Now) &&
                !draft.Regards.Any(r => Regarded(memory, r.Feed(draft.Line), r.Index) == About.Destroyed))
                continue;
            memory.Drafts.Remove(draft.Id);
            step.Remove(DocumentKind.Draft, draft.Id);
            step.Journal(JournalAct.Discarded, draft.Line, draft.Id, "expired");
            step.Note(ChangeKind.Draft, draft.Line, text: "discarded");
        }
    }

    private static void Put(Step step, ExpiryNote note)
    {
        step.Put(DocumentKind.Expiry, note.Id, note.Encode());
        step.Memory.Expiry.Put(note.Due);
    }

    private static Timestamp Later(Timestamp one, Timestamp other) => one > other ? one : other;

    private static Timestamp Earlier(Timestamp one, Timestamp other) => one < other ? one : other;

    private enum About
    {
        Unknown,

        /// <summary>An activity that is no site or movement.</summary>
        Ordinary,
        Destroyed,
    }
}
