using System.Formats.Cbor;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Charters;

/// <summary>Who has suspended a line. A party's last word counts: the one of the greatest index in a generation, and of generations the one of the
/// latest time, so that words that come late change nothing that was said after them.</summary>
internal sealed class Suspensions
{
    private const int MaxWords = Bounds.HeadRows * Bounds.Parties;
    private readonly SortedDictionary<(PartyId Party, GenerationId Generation), Word> words = [];

    private readonly record struct Word(long Index, Timestamp Time, bool Suspends);

    public void Take(EntryHeader header)
    {
        var by = (header.Feed.Party, header.Feed.Generation);
        if (!words.TryGetValue(by, out var known) || known.Index < header.Index)
            words[by] = new Word(header.Index, header.Time, header.Kind == EntryKind.Suspend);
    }

    public IEnumerable<PartyId> Parties => words
        .GroupBy(w => w.Key.Party)
        .Where(g => g.OrderBy(w => w.Value.Time).ThenBy(w => w.Key.Generation).Last().Value.Suspends)
        .Select(g => g.Key);

    /// <summary>[[party, generation, index, time, suspends] …].</summary>
    public void Write(CborWriter writer)
    {
        writer.WriteStartArray(words.Count);
        foreach (var ((party, generation), word) in words)
        {
            writer.WriteStartArray(5);
            writer.WriteTextString(party.ToString());
            writer.WriteByteString(generation.ToArray());
            writer.WriteUInt64((ulong)word.Index);
            writer.WriteUInt64((ulong)word.Time.UnixMilliseconds);
            writer.WriteBoolean(word.Suspends);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    public void Read(CborReader reader)
    {
        for (var n = reader.ArrayUpTo(MaxWords); n > 0; n--)
        {
            reader.ArrayOf(5);
            var by = (PartyIds.ReadOne(reader), GenerationId.From(reader.Bytes(GenerationId.Size)));
            words[by] = new Word(reader.Count(), reader.Time(), reader.ReadBoolean());
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
    }
}
