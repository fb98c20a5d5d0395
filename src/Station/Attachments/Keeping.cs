using System.Globalization;
using Parley.Control;
using Parley.Lines.Attachments;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Attachments;

/// <summary>Sealed bytes of attachments in the store: kept in chunks, counted against bounds, checked against their digest once they are whole.</summary>
internal static class Keeping
{
    /// <summary>Why no attachment of that size by that party is kept here besides those that are; null when it is.</summary>
    public static string? NoRoom(StationMemory memory, LineState line, PartyId author, int size)
    {
        if (line.Attachments.Count >= Bounds.AttachmentsPerLine)
            return "This line has as many attachments as a station keeps: 1,024.";
        if (line.Attachments.Keys.Sum(id => (long)id.Size) + size > Bounds.AttachmentBytesPerLine)
            return "The attachments of this line fill the room that a station keeps for them: 512 MiB.";
        var ofAuthor = memory.Lines.Values.SelectMany(l => l.Attachments.Values)
            .Where(a => (a.Entry?.Party ?? memory.Own) == author).Sum(a => (long)a.Id.Size);
        return ofAuthor + size > Bounds.AttachmentBytesPerAuthor
            ? $"The attachments of {author} fill the room that a station keeps for those of one party: 512 MiB."
            : null;
    }

    /// <summary>A recorded entry names an attachment: it is asked for from now on, unless it is here or there is no room for it.</summary>
    public static void Named(Step step, LineState line, EntryRef entry, Content content)
    {
        if (AttachmentContent.From(content) is not { } attachment)
            return;
        var id = attachment.IdOn(line.Id);
        if (line.Attachments.TryGetValue(id, out var held))
        {
            if (held.Entry is null)
                Put(step, line, held with { Entry = entry });
        }
        else if (NoRoom(step.Memory, line, entry.Party, id.Size) is null)
        {
            Put(step, line, HeldAttachment.Nothing(id, entry));
        }
    }

    /// <summary>All of an attachment of our own, sealed here.</summary>
    public static void Store(Step step, LineState line, AttachmentId id, byte[] carried)
    {
        for (var i = 0; i < id.Chunks; i++)
            PutChunk(step, id, i, carried.AsSpan(i * Parley.Lines.Bounds.ChunkSize, id.ChunkSize(i)).ToArray());
        var held = line.Attachments.GetValueOrDefault(id) ?? HeldAttachment.Nothing(id, null);
        Put(step, line, held with { Held = Ledger.RangeSet.Empty.Add(0, id.Chunks), IsWhole = true });
    }

    public static void PutChunk(Step step, AttachmentId id, int index, byte[] bytes) =>
        step.Put(DocumentKind.AttachmentChunk, HeldAttachment.ChunkId(id, index), bytes);

    public static void Put(Step step, LineState line, HeldAttachment held)
    {
        line.Attachments[held.Id] = held;
        step.Memory.AttachmentsVersion++;
        if (held.IsWanted)
            step.Memory.AttachmentsWanted.Add(held.Id);
        else
            step.Memory.AttachmentsWanted.Remove(held.Id);
        step.Put(DocumentKind.Attachment, held.Id.ToString(), held.Encode());
    }

    /// <summary>A draft was thrown away: nobody will ever name what went with it.</summary>
    public static void Discard(Step step, LineState line, Content content)
    {
        if (AttachmentContent.From(content) is not { } attachment || !line.Attachments.TryGetValue(attachment.IdOn(line.Id), out var held) ||
            held.Entry is not null)
            return;
        RemoveChunks(step, held.Id);
        line.Attachments.Remove(held.Id);
        step.Remove(DocumentKind.Attachment, held.Id.ToString());
    }

    /// <summary>Up to <paramref name="limit"/> chunks from one on, as they travel; fewer when some are missing or damaged.</summary>
    public static List<byte[]> Chunks(StationMemory memory, AttachmentId id, int from, int limit)
    {
        var chunks = new List<byte[]>();
        foreach (var document in Documents(memory, id, from, limit))
        {
            if (document.Id != HeldAttachment.ChunkId(id, from + chunks.Count) ||
                memory.Keys.AtRest.Open(Step.ContextOf(document.Kind, document.Id), document.Bytes) is not { } bytes ||
                bytes.Length != id.ChunkSize(from + chunks.Count))
                break;
            chunks.Add(bytes);
        }

        return chunks;
    }

    /// <summary>The sealed bytes; null when some are missing.</summary>
    public static byte[]? All(StationMemory memory, AttachmentId id)
    {
        var chunks = Chunks(memory, id, 0, id.Chunks);
        if (chunks.Count < id.Chunks)
            return null;
        var all = new byte[id.Size + AttachmentId.Overhead];
        for (var i = 0; i < chunks.Count; i++)
            chunks[i].CopyTo(all, i * Parley.Lines.Bounds.ChunkSize);
        return all;
    }

    /// <summary>Every chunk has come: the digest says whether it is what the entry names. If it is not, all of it is thrown away; one member who brought it
    /// alone is known by that, and is asked last from then on.</summary>
    public static void Check(Step step, LineState line, HeldAttachment held, LinkTable links)
    {
        var from = string.Join(", ", held.Sources);
        if (All(step.Memory, held.Id) is not { } all)
        {
            // Our own store lost some of it: nobody else is to blame.
            Drop(step, line, held with { Tries = held.Tries + 1 });
            return;
        }

        if (Crypto.Digest.Of(all) == held.Id.Digest)
        {
            Put(step, line, held with { IsWhole = true });
            step.Journal(JournalAct.AttachmentCame, line.Id, held.Entry.ToString()!, string.Create(CultureInfo.InvariantCulture, $"{held.Id.Digest} {held.Id.Size} from {from}"));
            step.Note(ChangeKind.Attached, line.Id, held.Entry.ToString());
            return;
        }

        step.Journal(JournalAct.AttachmentDiffers, line.Id, held.Entry.ToString()!, $"{held.Id.Digest} from {from}");
        var alone = held.Sources.Count == 1;
        var warning = alone
            ? $"{from} sent bytes that are not the attachment which its entry names by digest; they were thrown away. The journal says which."
            : $"An attachment that {from} brought in parts has another digest than its entry names; it was thrown away and is asked of each by itself.";
        // It stands once a party: a peer that goes on so must not fill the list.
        if (alone && line.Warnings.Add(warning))
            step.Changed(line);
        step.Note(ChangeKind.Warning, line.Id, held.Entry.ToString(), warning);
        foreach (var source in held.Sources)
            links.Of(source).RefusedBefore[(int)Frames.FrameRefusal.AttachmentDiffers]++;
        var wrong = alone && !held.Wrong.Contains(held.Sources[0]) ? [.. held.Wrong, held.Sources[0]] : held.Wrong;
        Drop(step, line, held with { Tries = held.Tries + 1, Wrong = wrong });
    }

    /// <summary>What is held of it goes; it is asked for from the start.</summary>
    public static void Drop(Step step, LineState line, HeldAttachment held)
    {
        RemoveChunks(step, held.Id);
        Put(step, line, held with { Held = Ledger.RangeSet.Empty, Sources = [] });
    }

    private static void RemoveChunks(Step step, AttachmentId id)
    {
        foreach (var document in Documents(step.Memory, id, 0, id.Chunks))
            step.Remove(document);
    }

    private static IEnumerable<StoredDocument> Documents(StationMemory memory, AttachmentId id, int from, int limit)
    {
        var prefix = $"{id}/";
        return memory.Store.Documents(DocumentKind.AttachmentChunk, from == 0 ? prefix : HeldAttachment.ChunkId(id, from - 1), limit)
            .TakeWhile(d => d.Id.StartsWith(prefix, StringComparison.Ordinal));
    }
}
