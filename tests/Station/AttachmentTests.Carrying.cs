using Parley.Control.Attachments;
using Parley.Control.Messages;
using Parley.Control.Pouches;
using Parley.Lines.Entries;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Verification;

namespace Parley.Station.Tests;

/// <summary>What these tests attach, how they carry it and what they look at.</summary>
public sealed partial class AttachmentTests
{
    private static DraftView Draft(Desk desk, Precedence precedence) =>
        desk.Do(new AttachFile("hot", "hill 230.png", "image/png", Map, precedence, "en", "As of noon."));

    private static string Attach(Desk desk) => Draft(desk, Precedence.Routine).Released!;

    private static HeldAttachment Held(Desk desk, string entry) =>
        desk.Line().Attachments.Values.Single(a => a.Entry == EntryRef.Parse(entry));

    private static List<JournalRecord> Journal(Desk desk, JournalAct act) =>
        [.. desk.Store.Journal(0, 10_000).Select(r => JournalTrail.Open(desk.Keys, r)!).Where(r => r.Act == act)];

    private static void IsSound(Desk desk) => Assert.Empty(StoreVerifier.Verify(desk.Store, desk.Keys, TestContext.Current.CancellationToken).Findings);

    private static bool IsChunk(byte[] frame) => frame[0] == ChunkFrame.TypeByte;

    /// <summary>A chunk with another bit, everything else as it is.</summary>
    private static byte[] Damaged(byte[] frame, int index)
    {
        if (Frame.Parse(frame, out _) is ChunkFrame chunk && chunk.Index == index)
            chunk.Bytes[5] ^= 1;
        else
            return frame;
        return chunk.Encode();
    }

    /// <summary>Carries what goes over one circuit, both ways, as the test changes it (null: lost).</summary>
    private static void Transfer(Wire wire, Func<Wire, byte[], byte[]?> change, Func<bool>? until = null)
    {
        for (var moved = true; moved && until?.Invoke() != true;)
        {
            moved = false;
            foreach (var end in new[] { wire, wire.Other })
            {
                while (until?.Invoke() != true && end.Waiting.TryDequeue(out var frame))
                {
                    moved = true;
                    if (change(end, frame) is { } carried)
                        end.Other.Owner.Receive(end.Other, carried);
                }
            }
        }
    }

    /// <summary>Carries one frame after the other out of a slow circuit, the most urgent first; the way back is quick.</summary>
    private static void Slowly(Wire wire, Func<byte[], bool> until, Action<byte[]>? seen = null)
    {
        while (wire.Next() is { } frame)
        {
            wire.Other.Owner.Receive(wire.Other, frame);
            seen?.Invoke(frame);
            while (wire.Other.Waiting.TryDequeue(out var back))
                wire.Owner.Receive(wire, back);
            wire.Owner.Step(new CircuitDrained(wire));
            if (until(frame))
                return;
        }
    }

    private static void Courier(Desk from, Desk to)
    {
        foreach (var file in from.Do(new ExportPouch(to.Party.ToString())))
            to.Do(new ImportPouch(file));
    }
}
