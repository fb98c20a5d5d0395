using Parley.Control;
using Parley.Control.ByHand;
using Parley.Control.Messages;
using Parley.Control.Voice;
using Parley.Lines.ByHand;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Parties;

namespace Parley.Station.Operations;

/// <summary>A party without a station: what is to be read out to it, who did it when, and what it says of it. Each is an entry of our own, one-sided and
/// unauthenticated.</summary>
internal static class ByHandDeeds
{
    private const int Page = 256;

    public static object Record(OperationContext context, RecordByHand operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !line.Heads.Covers(entry) || memory.HeaderOf(entry.Feed(line.Id), entry.Index) is not { } header ||
            !EntryKind.IsWords(header.Kind) || EntryKind.IsAside(header.Kind))
            return Refuse(Refusal.UnknownEntry, "There are no such words on this line.");
        if (operation.Key is { } key && memory.Remembered.ContainsKey(key))
            return Transcripts.Later(context, line, entry);
        if (ByHands.Other(context, line, operation.Party) is not { } party || entry.Party == party)
            return Refuse(Refusal.UnknownPeer, $"'{operation.Party}' is no other party of this line, or the words are its own.");
        if (!Enum.IsDefined(operation.Means) || !Enum.IsDefined(operation.Deed) || (operation.Stage is { } stage && !Enum.IsDefined(stage)))
            return Refuse(Refusal.Malformed, "Say by what means, and what was done.");
        if (ByHands.At(context, operation.At) is not { } at)
            return Refuse(Refusal.Malformed, ByHands.FutureRule);
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        var deed = new ByHandDeedContent(party, operation.Means, at, context.Actor.Name, operation.Deed, operation.Stage, operation.Addressee, note);
        if (!deed.IsWhole)
            return Refuse(Refusal.Malformed, "What was handled has a stage, and nothing else has one; relayed and confirmed name the action addressee.");
        if (Writing.NotOpen(context, line) is { } closed)
            return Refuse(closed.Refusal, closed.Detail);
        Writing.Say(context, line, Handlings.Least(header.Precedence), header.Status, [entry], deed.ToWords(), operation.Key);
        return Transcripts.Later(context, line, entry);
    }

    /// <summary>Our words that were not read out to a party without a station, with what is read out; or all, with who did it when.</summary>
    public static object Out(OperationContext context, ListByHandOut operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return new Refused<IReadOnlyList<ByHandOutView>>(refused.Why, refused.Detail);
        var glance = LineGlance.Of(context, line);
        var feeds = line.Feeds.Values.Where(f => f.Id.Party == memory.Own).Select(f => (f.Id, f.Size)).ToList();
        return new Deferred(() => new Done<IReadOnlyList<ByHandOutView>>(
            [.. feeds.SelectMany(f => Words(glance, f.Id, f.Size)).OrderBy(h => h.Precedence).ThenBy(h => h.Time)
                .SelectMany(h => glance.ByHand.Select(p => View(glance, h, p))).OfType<ByHandOutView>().Where(v => operation.All || !v.IsSent).Take(Bounds.ByHandOut)]));
    }

    private static IEnumerable<EntryHeader> Words(LineGlance glance, FeedId feed, long size)
    {
        for (long from = 0; from < size; from += Page)
        {
            foreach (var stored in glance.Store.Entries(feed, from, (int)Math.Min(Page, size - from)))
            {
                if (EntryHeader.Parse(stored.Header) is { } header && EntryKind.IsWords(header.Kind) && !EntryKind.IsAside(header.Kind) && header.Kind != EntryKind.ByHand)
                    yield return header;
            }
        }
    }

    private static ByHandOutView? View(LineGlance glance, EntryHeader header, PartyId party)
    {
        if (ReadOuts.Of(glance, header, bare: true) is not Done<ReadOutView> { Answer: var read })
            return null;
        List<ByHandDeedView> deeds = [.. glance.Deeds(header).Where(d => d.Content.Party == party).Select(d => View(d.Header, d.Content))];
        return new ByHandOutView(header.Ref.ToString(), party.ToString(), deeds.Exists(d => d.Deed == ByHandDeed.Sent), read, deeds);
    }

    public static ByHandDeedView View(EntryHeader header, ByHandDeedContent content) => new(
        content.Party.ToString(), content.Deed, content.Stage, content.Means, content.At.ToDateTimeOffset(), header.Feed.Party.ToString(), content.Officer,
        header.Time.ToDateTimeOffset(), content.Addressee, content.Note?.Language, content.Note?.Text);

    /// <summary>What was handled, as a stage of that party; null for other deeds.</summary>
    public static HandlingRecord? ToRecord(EntryHeader header, ByHandDeedContent content) => content.Stage is not { } stage ? null : new HandlingRecord(
        new HandlingContent(
            stage, content.At, $"{content.Means.Name()}, {header.Feed.Party}'s {content.Officer}", content.Addressee, content.Note?.Language, content.Note?.Text),
        content.Party, header.Time,
        header.Ref)
    {
        IsOneSided = true,
    };

    private static Refused<EntryView> Refuse(Refusal why, string detail) => new(why, detail);
}
