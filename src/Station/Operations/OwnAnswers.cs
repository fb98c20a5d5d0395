using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Whether our side has answered something already.</summary>
internal static class OwnAnswers
{
    private const int Page = 64;

    /// <summary>When our answer of that kind was given, in this step or before; null when there is none.</summary>
    /// <param name="counts">What else must hold of it.</param>
    public static Timestamp? Find(StationMemory memory, LineState line, EntryRef asked, string kind, Func<Content, bool>? counts = null)
    {
        if (memory.AnsweredInStep.TryGetValue((line.Id, asked), out var now))
            return now;
        TranscriptPosition? after = null;
        while (memory.Store.Regarding(line.Id, asked, after, Page) is { Count: > 0 } page)
        {
            foreach (var stored in page)
            {
                after = stored.Position;
                if (stored.Feed.Party == memory.Own && EntryHeader.Parse(stored.Header) is { } header && header.Kind == kind &&
                    (counts is null || (Handover.OpenAtRest(memory, stored) is { } clear && Content.Parse(clear) is { } content && counts(content))))
                    return header.Time;
            }
        }

        return null;
    }
}
