using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Control.Observations;
using Parley.Control.Stations;
using Parley.Control.Timelines;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.Journals;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Whoever is shown the words of a site or movement is written into the journal before he is answered, in the commit of his asking. What a list will hold is not known
/// there: whoever asks for a line has read what it holds.</summary>
internal static class AidReads
{
    private const int Page = 64;

    /// <summary>After an operation that was not refused, or refused with warnings that quote others.</summary>
    public static void After(OperationContext context, Operation operation, string name)
    {
        switch (operation)
        {
            case ShowActivity show:
                One(context, show.Line, show.Entry, name, isAlone: false);
                break;
            case ReadEntry read:
                One(context, read.Line, read.Entry, name, isAlone: true);
                break;
            case ListActivities { Line: null } or ListOverlaps { Line: null } or ListCrossOverlaps or ListTimeline or AddObservation or ExplainObservations or
                ShowObservation or ShowPosture or AttachEntry or DecideReaction or SecondReaction or ShowRisk:
                foreach (var line in context.Memory.Lines.Values)
                    All(context, line, name);
                break;
            case ListActivities { Line: { } line }:
                All(context, line, name);
                break;
            case ListOverlaps { Line: { } line }:
                All(context, line, name);
                break;
            case ShowOverlap or CheckActivity or NotifyActivity or StepActivity or SearchTranscript:
                All(context, ((IOnLine)operation).Line, name);
                break;
            case ReadTranscript read:
                All(context, read.Line, name);
                break;
            case ExportLine export:
                All(context, export.Line, name);
                break;
        }
    }

    /// <summary>Whether an entry notifies a site or movement, as far as it can be read here.</summary>
    public static bool IsAid(OperationContext context, StoredEntry stored) =>
        EntryHeader.Parse(stored.Header)?.Kind == EntryKind.Activity && Handover.OpenAtRest(context.Memory, stored) is { } clear &&
        Content.Parse(clear) is { } content && ActivityContent.From(content)?.Kind.IsHumanitarian() == true;

    /// <param name="isAlone">Nothing but the entry is shown; otherwise what it meets is too.</param>
    private static void One(OperationContext context, string name, string text, string by, bool isAlone)
    {
        if (LineNames.Find(context.Memory, name, out _) is not { } line || EntryRef.Parse(text) is not { } entry)
            return;
        if (context.Memory.Store.Entry(entry.Feed(line.Id), entry.Index) is { } stored && IsAid(context, stored))
            Write(context, line, entry, by);
        else if (!isAlone)
            All(context, line, by);
    }

    private static void All(OperationContext context, string name, string by)
    {
        if (LineNames.Find(context.Memory, name, out _) is { } line)
            All(context, line, by);
    }

    private static void All(OperationContext context, LineState line, string by)
    {
        if (context.Memory.AidReads.Holds(line.Id, () => Looked(context, line)))
            Write(context, line, null, by);
    }

    private static bool Looked(OperationContext context, LineState line)
    {
        TranscriptPosition? before = null;
        for (var looked = 0; looked < Bounds.AidLookedFor; looked += Page)
        {
            var page = context.Memory.Store.OfKind(line.Id, EntryKind.Activity, before, Page);
            if (page.Any(stored => IsAid(context, stored)))
                return true;
            if (page.Count < Page)
                return false;
            before = page[0].Position;
        }

        return false;
    }

    private static void Write(OperationContext context, LineState line, EntryRef? entry, string by)
    {
        if (context.Memory.AidReads.IsNew(context.Actor.Name, line.Id, entry, context.Step.Now.ToDateTimeOffset()))
            context.Step.Journal(JournalAct.AidRead, line.Id, entry?.ToString() ?? "", by);
    }
}
