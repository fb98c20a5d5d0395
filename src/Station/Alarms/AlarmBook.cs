using Parley.Control;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Alarms;

/// <summary>What rings here, and who hears it: kept with the store's documents, so that a restart silences nothing.</summary>
internal sealed class AlarmBook
{
    private const string RosterId = "roster";

    /// <summary>By id.</summary>
    public SortedDictionary<string, OpenAlarm> Open { get; } = new(StringComparer.Ordinal);

    public Roster Roster { get; private set; } = Roster.Empty;

    public AlarmTest? Test { get; private set; }

    public Duty Duty { get; private set; } = Duty.Nobody;

    public OpenAlarm? FailureOf(string outlet) => Open.GetValueOrDefault(OpenAlarm.IdOf(outlet));

    /// <summary>Takes in a document as it was saved; false when it is not sound.</summary>
    public bool Take(DocumentKind kind, string id, byte[] bytes)
    {
        if (kind == DocumentKind.Alarm)
        {
            if (OpenAlarm.Parse(id, bytes) is not { } alarm || alarm.Id != id)
                return false;
            Open[id] = alarm;
            return true;
        }

        return id switch
        {
            RosterId => Roster.Parse(bytes) is { } roster && (Roster = roster) is not null,
            AlarmTest.DocumentId => AlarmTest.Parse(bytes) is { } test && (Test = test) is not null,
            Duty.DocumentId => Duty.Parse(bytes) is { } duty && (Duty = duty) is not null,
            _ => false,
        };
    }

    /// <summary>An entry of another party was recorded here: it may be an alarm.</summary>
    public static void Recorded(Step step, LineState line, EntryHeader header)
    {
        var book = step.Memory.Alarms;
        if (header.Feed.Party == step.Memory.Own || AlarmKinds.Of(header, line.Fold.Founding?.Mode ?? LineMode.Live) is not { } kind)
            return;
        var ofAuthor = book.Open.Values.Where(a => a.Line == line.Id && a.Entry!.Value.Party == header.Feed.Party).ToList();
        if (ofAuthor.Count >= Bounds.AlarmsPerAuthor)
        {
            if (ofAuthor.Where(a => !a.Rings).MinBy(a => a.Since) is not { } taken)
            {
                var newest = ofAuthor.MaxBy(a => a.Since)!;
                book.Put(step, newest with { More = newest.More + 1 });
                return;
            }

            book.Remove(step, taken);
        }

        book.Put(step, new OpenAlarm(kind, line.Id, header.Ref, "", step.Now));
    }

    /// <summary>An officer of ours entered what was done with that entry, or answered it: a person here has read it.</summary>
    public static void Dealt(Step step, LineState line, EntryRef entry)
    {
        var book = step.Memory.Alarms;
        if (!book.Open.TryGetValue(OpenAlarm.IdOf(line.Id, entry), out var alarm) || alarm.More > 0)
            return;
        book.Remove(step, alarm);
        step.Note(ChangeKind.Alarm, line.Id, entry.ToString(), $"{alarm.Kind.Name()} dealt with");
    }

    public void Put(Step step, OpenAlarm alarm)
    {
        Open[alarm.Id] = alarm;
        step.Put(DocumentKind.Alarm, alarm.Id, alarm.Encode());
    }

    public void Remove(Step step, OpenAlarm alarm)
    {
        Open.Remove(alarm.Id);
        step.Remove(DocumentKind.Alarm, alarm.Id);
    }

    public void Set(Step step, Roster roster)
    {
        Roster = roster;
        step.Put(DocumentKind.Watch, RosterId, roster.Encode());
    }

    public void Set(Step step, AlarmTest test)
    {
        Test = test;
        step.Put(DocumentKind.Watch, AlarmTest.DocumentId, test.Encode());
    }

    public void Set(Step step, Duty duty)
    {
        Duty = duty;
        step.Put(DocumentKind.Watch, Duty.DocumentId, duty.Encode());
    }

    /// <summary>An outlet cannot be heard. It rings the others.</summary>
    public void Fail(Step step, string outlet, string why, bool byOfficer)
    {
        if (why.Length > Bounds.OutletFailure)
            why = why[..Bounds.OutletFailure];
        if (FailureOf(outlet) is { } known)
        {
            if (byOfficer && !known.ByOfficer)
                Put(step, known with { Why = why, ByOfficer = true });
            return;
        }

        Put(step, new OpenAlarm(AlarmKind.OutletFailed, null, null, outlet, step.Now, Why: why, ByOfficer: byOfficer));
        step.Journal(JournalAct.OutletFailed, note: $"{outlet}: {why}");
        step.Note(ChangeKind.Alarm, text: $"outlet {outlet} failed");
    }

    /// <summary>An outlet was heard again.</summary>
    public void Works(Step step, string outlet, bool byOfficer)
    {
        if (FailureOf(outlet) is not { } failure || failure.ByOfficer != byOfficer)
            return;
        Remove(step, failure);
        step.Journal(JournalAct.OutletWorks, note: outlet);
        step.Note(ChangeKind.Alarm, text: $"outlet {outlet} works");
    }
}
