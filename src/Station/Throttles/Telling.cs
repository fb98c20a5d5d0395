using System.Globalization;
using Parley.Control;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.State;

namespace Parley.Station.Throttles;

/// <summary>What stations tell each other of their intakes: when words of an author begin to wait, and when they wait no longer. Said once for each time that two stations
/// are joined, for it is forgotten when they part.</summary>
internal sealed class Telling(LinkTable links)
{
    /// <summary>Tells a peer, after the commit, that words wait, unless it was told already.</summary>
    public void Begin(Step step, Throttle throttle, PartyId party, ThrottleFrame frame)
    {
        if (!links.Has(party) || throttle.Told.GetValueOrDefault(party) == links.Of(party).Joins)
            return;
        step.After(() =>
        {
            var peer = links.Of(party);
            // A station that does not know this frame counts it as refused, and must not end the circuit for it.
            if (peer.Links.Count == 0 || peer.ThrottlesTold >= Bounds.ThrottlesTold)
                return;
            peer.ThrottlesTold++;
            throttle.Told[party] = peer.Joins;
            peer.ThrottlesDue[(frame.Line, frame.Author)] = frame;
        });
    }

    /// <summary>Tells whoever was told.</summary>
    public void End(Step step, Throttle throttle, ThrottleFrame frame) => step.After(() =>
    {
        foreach (var peer in throttle.Told.Where(t => links.Has(t.Key) && links.Of(t.Key).Joins == t.Value).Select(t => links.Of(t.Key)))
            peer.ThrottlesDue[(frame.Line, frame.Author)] = frame;
    });

    /// <summary>After the commit: what is to be told goes, as far as there is room.</summary>
    public void Send()
    {
        foreach (var peer in links.All.Where(p => p.ThrottlesDue.Count > 0 && p.Links.Count > 0))
        {
            foreach (var (key, frame) in peer.ThrottlesDue.ToList())
            {
                if (!Outbound.Send(peer.ReceiptWay, frame, Precedence.Immediate))
                    break;
                peer.ThrottlesDue.Remove(key);
            }
        }
    }

    /// <summary>A peer says that words of ours, or words that we bring, wait at its door, or wait no longer. It can delay only what goes to itself by it.</summary>
    public FrameRefusal? Receive(Step step, PartyId from, ThrottleFrame frame)
    {
        if (!step.Memory.Lines.TryGetValue(frame.Line, out var line))
            return FrameRefusal.UnknownLine;
        if (!line.IsSharedWith(from) || !line.Fold.Founding!.Names(frame.Author) || frame.Author == from)
            return FrameRefusal.Misaddressed;
        var peer = links.Of(from);
        var key = (frame.Line, frame.Author);
        if (frame.IsOver ? !peer.Throttles.Remove(key) : peer.Throttles.ContainsKey(key))
            return null;
        if (!frame.IsOver)
            peer.Throttles[key] = new ThrottleTold(frame.Since, frame.Entries, frame.Bytes);
        step.Note(ChangeKind.Warning, line.Id, text: $"throttled {(frame.IsOver ? "no longer " : "")}at {from}: {frame.Author}");
        // It may say so as often as it likes.
        if (!peer.ThrottleNotes.HasRoom(step.Now))
            return null;
        peer.ThrottleNotes.Take(1, step.Now);
        var what = frame.IsOver ? $"at {from}: {frame.Author}"
            : string.Create(CultureInfo.InvariantCulture, $"at {from}: {frame.Author}: {frame.Entries} entries and {frame.Bytes} bytes a second");
        step.Journal(frame.IsOver ? JournalAct.ThrottleOver : JournalAct.Throttled, line.Id, note: what);
        return null;
    }
}
