using Parley.Control;
using Parley.Control.Pouches;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.Pouches;

namespace Parley.Station.Operations;

/// <summary>Circuits of paper: what a peer lacks as sealed files, and what a courier brought.</summary>
internal static class Pouches
{
    private const int FileBytes = 12 << 20;

    public static Outcome<IReadOnlyList<PouchFile>> Export(OperationContext context, ExportPouch operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (PartyId.Parse(operation.Peer) is not { } party || !memory.Peers.TryGetValue(party, out var peer))
            return new Refused<IReadOnlyList<PouchFile>>(Refusal.UnknownPeer, $"No card of '{operation.Peer}' is known.");
        if (!peer.Verified)
            return new Refused<IReadOnlyList<PouchFile>>(Refusal.PeerUnverified, $"The digits of {party} were never compared.");
        var files = new List<PouchFile>();
        var frames = new List<byte[]>();
        var bytes = 0;
        foreach (var frame in context.Core.FramesFor(party, step.Now))
        {
            if (bytes > 0 && (bytes + frame.Length > FileBytes || frames.Count >= PouchFormat.MaxFrames))
            {
                files.Add(Close(context, party, frames, files.Count));
                bytes = 0;
            }

            frames.Add(frame);
            bytes += frame.Length;
        }

        files.Add(Close(context, party, frames, files.Count));
        step.After(context.Links.Of(party).ChunksDue.Clear);
        step.Journal(JournalAct.PouchExported, note: $"{party}: {files.Count}");
        return new Done<IReadOnlyList<PouchFile>>(files);
    }

    private static PouchFile Close(OperationContext context, PartyId to, List<byte[]> frames, int number)
    {
        var memory = context.Memory;
        var body = new PouchBody(memory.Own, to, context.Step.Now, [.. frames]);
        frames.Clear();
        var file = PouchFormat.Seal(memory.Suite, body, memory.Keys.Identity, memory.Peers[to].Chain.Current.LiveKem)
            ?? throw new InvalidOperationException("a verified card holds no KEM key");
        var time = context.Step.Now.ToDateTimeOffset().ToString("yyyyMMdd'T'HHmmssfff", System.Globalization.CultureInfo.InvariantCulture);
        return new PouchFile(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"parley-{memory.Own}-{to}-{time}-{number + 1}.pouch"), file);
    }

    public static Outcome<PouchImport> Import(OperationContext context, ImportPouch operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (PouchFormat.Open(memory.Suite, operation.File.Bytes, memory.Own, memory.Keys.Live) is not { } opened)
            return new Refused<PouchImport>(Refusal.FileRefused, $"{operation.File.Name} is damaged, cut short, or not sealed to this station.");
        var (body, signed, signature) = opened;
        var card = Array.FindLastIndex(memory.Shared.KeysOf(body.From), k => k.Verify(signed, signature));
        if (card >= 0 && Revocations.Cover(memory, body.From, card))
            return new Refused<PouchImport>(Refusal.FileRefused, $"{operation.File.Name} is signed by a key that {body.From} has revoked. Ask for a new one.");
        if (card < 0)
            return new Refused<PouchImport>(Refusal.FileRefused, $"{operation.File.Name} is not signed by a party whose card is verified here.");
        var (entries, contents, receipts) = (0, 0, 0);
        foreach (var bytes in body.Frames)
        {
            switch (Prepared.From(bytes, memory.Keys, memory.Shared))
            {
                case PreparedRefusal refused:
                    PeerCards.IsUnverified(step, body.From, refused);
                    break;
                case PreparedBatch batch:
                    // What was here already is taken again without harm, and is not new.
                    var before = SizeOf(memory, batch.Frame.Feed);
                    if (context.Core.Inbound.Receive(step, body.From, batch) is null)
                        entries += (int)(SizeOf(memory, batch.Frame.Feed) - before);
                    break;
                case PreparedReceipt receipt when context.Core.Inbound.Match(step, body.From, receipt) is null:
                    receipts++;
                    break;
                case PreparedCosignature cosignature:
                    Revocations.Receive(memory, cosignature);
                    break;
                case PreparedOther { Frame: ContentsFrame frame } when context.Core.Inbound.ReceiveContents(step, body.From, frame) is null:
                    contents += frame.Contents.Count;
                    break;
                case PreparedOther { Frame: HandoverFrame frame } when context.Core.Inbound.ReceiveHandover(step, body.From, frame) is null:
                    contents += frame.Contents.Count;
                    break;
                case PreparedOther { Frame: WantFrame want }:
                    context.Core.Attachments.Serving.Receive(step, body.From, want);
                    break;
                case PreparedOther { Frame: ChunkFrame chunk }:
                    context.Core.Attachments.Asking.Receive(step, body.From, chunk, byCourier: true);
                    break;
                case PreparedOther { Frame: BeaconFrame beacon }:
                    context.Core.TakeBeacon(step, body.From, beacon);
                    break;
            }
        }

        step.Journal(JournalAct.PouchImported, note: $"{body.From} {operation.File.Name}");
        return new Done<PouchImport>(new PouchImport(body.From.ToString(), entries, contents, receipts));
    }

    private static long SizeOf(State.StationMemory memory, FeedId id) =>
        memory.Lines.TryGetValue(id.Line, out var line) && line.Feeds.TryGetValue(id, out var feed) ? feed.Size : 0;
}
