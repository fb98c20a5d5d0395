using Parley.Ledger;
using Parley.Lines.Entries;

namespace Parley.Lines.Ultimatums;

/// <summary>What an officer of ours entered about a message of others: that it is an ultimatum, or that it is none after all. Kept here, never sent.</summary>
/// <param name="Deadline">Until when the other side demands an answer; null where it is no ultimatum.</param>
/// <param name="Number">Counts what was entered about one message, from 1.</param>
public sealed record UltimatumMark(int Number, Timestamp? Deadline, string? Note, string Officer, Timestamp At)
{
    public bool IsUltimatum => Deadline is not null;
}

/// <summary>Words of ours that regard the message.</summary>
/// <param name="IsAcknowledgment">They are the prepared acknowledgment, word for word.</param>
public sealed record UltimatumReply(EntryRef Entry, Timestamp At, bool IsAcknowledgment);

/// <summary>One ultimatum and what became of it.</summary>
/// <param name="Marks">All that was entered, in order; the last one counts.</param>
/// <param name="Answers">What we said besides, in order.</param>
/// <param name="IsPast">The deadline has passed.</param>
public sealed record UltimatumRecord(
    IReadOnlyList<UltimatumMark> Marks, UltimatumReply? Acknowledged, IReadOnlyList<UltimatumReply> Answers, bool IsPast)
{
    /// <summary>What counts.</summary>
    public UltimatumMark Last => Marks[^1];

    /// <summary>The record, from one mark at least and our words in transcript order.</summary>
    public static UltimatumRecord Of(IEnumerable<UltimatumMark> marks, IEnumerable<UltimatumReply> replies, Timestamp now)
    {
        List<UltimatumMark> ordered = [.. marks.OrderBy(m => m.Number)];
        var all = replies.ToList();
        return new UltimatumRecord(
            ordered, all.Find(r => r.IsAcknowledgment), [.. all.Where(r => !r.IsAcknowledgment)], ordered[^1].Deadline is { } deadline && deadline < now);
    }
}
