using Parley.Control;
using Parley.Control.Activities;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Station.Journals;
using Parley.Station.Keys;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Who has read a site or movement, out of the journal.</summary>
internal static class AidReaders
{
    private const int Page = 1_000;

    public static object List(OperationContext context, ListAidReaders operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<AidReadersView>(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !line.Heads.Covers(entry) ||
            context.Memory.Store.Entry(entry.Feed(line.Id), entry.Index) is not { } stored || EntryHeader.Parse(stored.Header) is not { Kind: EntryKind.Activity } header)
            return new Refused<AidReadersView>(Refusal.UnknownEntry, "There is no such activity on this line. 'activity list' names those that there are.");
        var (keys, store, size, glance) = (context.Memory.Keys, context.Memory.Store, context.Memory.Journal.Size, LineGlance.Of(context, line));
        return new Deferred(() =>
        {
            var from = glance.RecordedAt(stored) ?? header.Time;
            var (readers, since) = Readers(keys, store, size, line, entry, from);
            return new Done<AidReadersView>(new AidReadersView(
                glance.Mode, glance.Handle, entry.ToString(), MessageNumber.Of(entry).ToString(), since?.ToDateTimeOffset(), readers));
        });
    }

    /// <summary>From the end of the journal back to when the entry came.</summary>
    private static (List<AidReaderView> Readers, Timestamp? Since) Readers(StationKeys keys, IStationStore store, long size, LineState line, EntryRef entry, Timestamp from)
    {
        var (readers, name) = (new List<AidReaderView>(), entry.ToString());
        for (var (end, looked) = (size, 0L); end > 0; end -= Page, looked += Page)
        {
            var first = Math.Max(0, end - Page);
            Timestamp? at = null;
            foreach (var stored in store.Journal(first, (int)(end - first)).Reverse())
            {
                if (JournalTrail.Open(keys, stored) is not { } record)
                    continue;
                at = record.At;
                if (record.Act == JournalAct.AidRead && record.Line == line.Id && (record.Entry == name || (record.Entry.Length == 0 && record.At >= from)))
                    readers.Add(new AidReaderView(record.Officer, record.At.ToDateTimeOffset(), record.Note, record.Entry.Length == 0));
            }

            if (at < from)
                break;
            if (looked + Page >= Bounds.AidReadRecords)
                return (readers, at);
        }

        return (readers, null);
    }
}
