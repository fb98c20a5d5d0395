using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Handling;

/// <summary>One stage as it was entered: by whom, when, and as which entry where the other side is told.</summary>
/// <param name="By">The party that handled the message.</param>
/// <param name="Number">Counts the stages that a party entered on one message, in order, from 1: what a correction at home refers to. 0 for stages of others.</param>
/// <param name="Officer">The officer's name, known at home alone.</param>
/// <param name="Corrects">Number of the stage at home that this one puts right.</param>
public sealed record HandlingRecord(
    HandlingContent What, PartyId By, Timestamp Entered, EntryRef? Entry = null, int Number = 0, string? Officer = null, int? Corrects = null)
{
    /// <summary>Entered for a party without a station by an officer of another: one-sided, unauthenticated.</summary>
    public bool IsOneSided { get; init; }
}

/// <summary>One stage for a reader.</summary>
/// <param name="Minutes">Minutes from the receipt of the message until it happened; less than 0 where the clocks say so.</param>
/// <param name="Took">Minutes since the stage that happened before it; null for the first.</param>
/// <param name="IsCorrected">A later entry puts it right: it is kept and does not count.</param>
public sealed record HandlingStep(HandlingRecord Record, double Minutes, double? Took, bool IsCorrected);

/// <summary>How far one action addressee is. The steps are never merged: what a gateway relayed has not been acknowledged.</summary>
/// <param name="IsLate">The time is over and it has not acknowledged, or acknowledged after it.</param>
public sealed record AddresseeState(
    ActionAddressee Addressee, Timestamp By, bool Received, Timestamp? Relayed, Timestamp? Confirmed, Timestamp? Acted, bool IsLate);

/// <summary>What was done with one message, folded from what each side entered.</summary>
public static class HandlingFold
{
    /// <summary>Stages of one party in the order in which they happened, the minutes counted from <paramref name="received"/>.</summary>
    public static IReadOnlyList<HandlingStep> Of(IEnumerable<HandlingRecord> records, Timestamp received)
    {
        var all = records.OrderBy(r => r.What.At).ThenBy(r => r.Entered).ThenBy(r => r.Number).ToList();
        var corrected = all.Select(r => r.What.Corrects).OfType<EntryRef>().ToHashSet();
        var correctedAtHome = all.Select(r => r.Corrects).OfType<int>().ToHashSet();
        var steps = new List<HandlingStep>();
        Timestamp? before = null;
        foreach (var record in all)
        {
            var isCorrected = (record.Entry is { } entry && corrected.Contains(entry)) || (record.Number > 0 && correctedAtHome.Contains(record.Number));
            double? took = before is { } at && !isCorrected ? (record.What.At - at).TotalMinutes : null;
            steps.Add(new HandlingStep(record, (record.What.At - received).TotalMinutes, took, isCorrected));
            if (!isCorrected)
                before = record.What.At;
        }

        return steps;
    }

    /// <summary>Each addressee of a message: what is known of it, what is missing and since when it is late.</summary>
    /// <param name="isReceived">Whether that party's station has the message, by its signature.</param>
    public static IReadOnlyList<AddresseeState> Addressees(
        IReadOnlyList<Addressed> addressed, IReadOnlyCollection<HandlingStep> steps, Func<PartyId, bool> isReceived, Timestamp now) =>
        [.. addressed.Select(one =>
        {
            var confirmed = First(steps, one.Addressee, HandlingStage.Confirmed);
            return new AddresseeState(
                one.Addressee,
                one.By,
                isReceived(one.Addressee.Party),
                First(steps, one.Addressee, HandlingStage.Relayed),
                confirmed,
                First(steps, one.Addressee, HandlingStage.Acted),
                (confirmed ?? now) > one.By);
        })];

    private static Timestamp? First(IEnumerable<HandlingStep> steps, ActionAddressee addressee, HandlingStage stage)
    {
        foreach (var step in steps)
        {
            if (!step.IsCorrected && step.Record.By == addressee.Party && step.Record.What.Stage == stage && step.Record.What.Addressee == addressee.Role)
                return step.Record.What.At;
        }

        return null;
    }
}
