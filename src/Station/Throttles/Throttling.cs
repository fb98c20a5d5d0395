using System.Globalization;
using Parley.Control;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.State;

namespace Parley.Station.Throttles;

/// <summary>Before step 7 of the road: how much of what others say is taken now. The urgent lane, receipts and beacons pass; ordinary words of one author on one line are
/// taken as far as their intake goes, and what one peer brings as far as its own. What is over waits here, a little of it, and else where it is: the sender sends no more
/// than a window ahead of our receipts. Nothing is lost by it, and the author and whoever brings his words are told. What a courier brought is not counted, for an officer
/// imported it.</summary>
internal sealed class Throttling(LinkTable links, Telling telling, Intake intake)
{
    private static readonly TimeSpan Over = TimeSpan.FromMilliseconds(Bounds.ThrottleOverMilliseconds);
    private readonly SortedDictionary<(LineId Line, PartyId Author), IntakeLeft> authors = [];
    private readonly SortedDictionary<PartyId, IntakeLeft> carriers = [];
    private readonly SortedDictionary<(LineId Line, PartyId Author), Throttle> throttles = [];

    public Intake Intake => intake;

    public HeldFrames Held { get; } = new();

    /// <summary>Authors whose words wait here, by line.</summary>
    public IEnumerable<KeyValuePair<(LineId Line, PartyId Author), Throttle>> All => throttles;

    /// <summary>When to look again though nothing came; null while nothing waits and nobody is told so.</summary>
    public Timestamp? Next(Timestamp now)
    {
        Timestamp? next = null;
        foreach (var (carrier, feed) in Held.Keys)
        {
            var (one, other) = (Author(feed).ReadyAt(now), Carrier(carrier).ReadyAt(now));
            next = Earlier(next, one > other ? one : other);
        }

        foreach (var throttle in throttles.Values)
            next = Earlier(next, throttle.HeldAt + Over);
        return next;
    }

    /// <summary>Whether a frame that came is not to be taken now: it waits here, or it is not kept, and then <paramref name="refusal"/> says why.</summary>
    public bool Keeps(Step step, FrameCame came, out FrameRefusal? refusal)
    {
        refusal = null;
        var carrier = came.Circuit.Peer;
        if (OrdinaryLoad.Of(came.Frame, step.Memory.Own) is not { } load || !step.Memory.Lines.TryGetValue(load.Feed.Line, out var line) ||
            line.Fold.Founding?.Names(load.Feed.Party) != true)
            return false;
        if (!Held.Has(carrier, load.Feed) && HasRoom(carrier, load.Feed, step.Now))
            return false;
        refusal = Held.Add(came, load);
        Waits(step, line, load.Feed.Party, carrier);
        return true;
    }

    /// <summary>Gives what waited and may be taken now to <paramref name="take"/>, by turns of feeds, which takes and <see cref="Count"/>s it. What has waited for ten
    /// seconds no more is said to be over.</summary>
    public void Run(Step step, Action<FrameCame> take)
    {
        long entries = 0;
        for (var taken = true; taken && entries < Bounds.StepEntries;)
        {
            taken = false;
            foreach (var key in Held.Keys)
            {
                var came = Held.First(key);
                // What was on a circuit that is gone is sent again on another.
                var isGone = links.Find(came.Circuit) is null;
                if (!isGone && !HasRoom(key.Carrier, key.Feed, step.Now))
                    continue;
                Held.RemoveFirst(key);
                taken = true;
                if (isGone)
                    continue;
                entries += OrdinaryLoad.Of(came.Frame, step.Memory.Own)!.Value.Entries;
                take(came);
            }
        }

        Settle(step);
    }

    /// <summary>A frame was looked at: whoever brought it is charged with all of it, its author with what was new in it.</summary>
    /// <param name="before">Size of the feed before.</param>
    public void Count(Step step, FrameCame came, long before)
    {
        if (OrdinaryLoad.Of(came.Frame, step.Memory.Own) is not { } load)
            return;
        Carrier(came.Circuit.Peer).Take(load.Entries, load.Bytes, step.Now);
        if (SizeOf(step.Memory, load.Feed) - before is var added and > 0)
            Author(load.Feed).Take(added, load.Bytes * added / load.Entries, step.Now);
    }

    /// <summary>Size of the feed of ordinary words that a frame is about; 0 for every other frame.</summary>
    public static long SizeBefore(Step step, FrameCame came) =>
        OrdinaryLoad.Of(came.Frame, step.Memory.Own) is { } load ? SizeOf(step.Memory, load.Feed) : 0;

    private void Waits(Step step, LineState line, PartyId author, PartyId carrier)
    {
        if (!throttles.TryGetValue((line.Id, author), out var throttle))
        {
            throttles[(line.Id, author)] = throttle = new Throttle(step.Now);
            var what = string.Create(CultureInfo.InvariantCulture, $"{author}: {intake.Entries} entries and {intake.Bytes} bytes a second");
            step.Journal(JournalAct.Throttled, line.Id, note: what);
            step.Note(ChangeKind.Warning, line.Id, text: $"throttled here: {what}");
        }

        throttle.HeldAt = step.Now;
        var frame = new ThrottleFrame(line.Id, author, throttle.Since, intake.Entries, intake.Bytes);
        telling.Begin(step, throttle, carrier, frame);
        if (author != carrier)
            telling.Begin(step, throttle, author, frame);
    }

    private void Settle(Step step)
    {
        foreach (var (carrier, feed) in Held.Keys)
        {
            if (throttles.TryGetValue((feed.Line, feed.Party), out var waits))
                waits.HeldAt = step.Now;
        }

        foreach (var ((line, author), throttle) in throttles.ToList())
        {
            // The clock may have been set back.
            if (step.Now < throttle.HeldAt)
                throttle.HeldAt = step.Now;
            if (step.Now - throttle.HeldAt < Over)
                continue;
            throttles.Remove((line, author));
            step.Journal(JournalAct.ThrottleOver, line, note: author.ToString());
            step.Note(ChangeKind.Warning, line, text: $"throttled no longer here: {author}");
            telling.End(step, throttle, new ThrottleFrame(line, author, throttle.Since, 0, 0));
        }
    }

    private bool HasRoom(PartyId carrier, FeedId feed, Timestamp now) => Author(feed).HasRoom(now) && Carrier(carrier).HasRoom(now);

    private IntakeLeft Author(FeedId feed)
    {
        if (!authors.TryGetValue((feed.Line, feed.Party), out var left))
            authors[(feed.Line, feed.Party)] = left = new IntakeLeft(intake);
        return left;
    }

    private IntakeLeft Carrier(PartyId party)
    {
        if (!carriers.TryGetValue(party, out var left))
            carriers[party] = left = new IntakeLeft(intake, Bounds.CarriedIntakes);
        return left;
    }

    private static long SizeOf(StationMemory memory, FeedId id) =>
        memory.Lines.TryGetValue(id.Line, out var line) && line.Feeds.TryGetValue(id, out var feed) ? feed.Size : 0;

    private static Timestamp Earlier(Timestamp? one, Timestamp other) => one is { } value && value < other ? value : other;
}
