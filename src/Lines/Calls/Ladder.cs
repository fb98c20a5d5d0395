using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Lines.Calls;

/// <summary>Whether a rung can be taken now. Closed.</summary>
public enum RungStanding
{
    Available = 0,

    /// <summary>It is agreed and there is nothing behind it here now.</summary>
    NotAvailable = 1,

    /// <summary>It was tried since the request.</summary>
    Used = 2,
}

/// <summary>One rung as it is offered, and a sentence why.</summary>
public sealed record RungOffer(Rung Rung, RungStanding Standing, string Why);

/// <summary>Another line as this station has it.</summary>
/// <param name="IsOpen">Its charter is in force and nobody has suspended it.</param>
/// <param name="Heard">When the other side's station was last heard, on whatever line; null when not since this one started.</param>
/// <param name="SpokenSince">Whether our side has spoken on it since the request.</param>
public sealed record LadderLine(bool IsOpen, Timestamp? Heard, bool SpokenSince);

/// <summary>A third party as this station has it.</summary>
/// <param name="IsVerified">Its card was compared.</param>
/// <param name="IsJoined">There is a circuit to it now.</param>
/// <param name="SpokenSince">Whether our side has spoken to it on any line since the request.</param>
public sealed record LadderThird(bool IsVerified, bool IsJoined, bool SpokenSince);

/// <summary>What is known here at one moment of what the rungs name. All of it is given in.</summary>
/// <param name="IsDeputyAsked">Whether a request of the same pair went out since.</param>
/// <param name="IsPairAsked">Whether a request for that pair went out since.</param>
/// <param name="IsNoticeThere">Whether the line's codebook or this station has the notice of that name; null where nobody can tell.</param>
/// <param name="IsNoticeSent">Whether that notice went out since.</param>
/// <param name="Line">The line of that name; null where there is none.</param>
/// <param name="Third">That party; null where it is unknown here.</param>
public sealed record LadderFacts(
    bool IsDeputyAsked, Func<string, bool> IsPairAsked, Func<string, bool?> IsNoticeThere, Func<string, bool> IsNoticeSent, Func<string, LadderLine?> Line,
    Func<PartyId, LadderThird?> Third);

/// <summary>What the charter's ladder offers for a request that stays without an answer or without a date. Offered to officers: nothing is ever sent from here.</summary>
public static class Ladder
{
    // Five beacons and a little: whoever was heard within it answers on that line.
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    /// <summary>Whether it is time: the request is unacknowledged at its deadline, without a date at it, declined, or expired.</summary>
    public static bool IsOffered(CallRecord call, Timestamp now) =>
        call.IsOverdue(now) || call.IsUndated(now) || call.IsMissed(now) || call.State is CallState.Declined or CallState.Expired;

    /// <summary>Every rung in the agreed order; empty while it is not time.</summary>
    public static IReadOnlyList<RungOffer> Of(CallRecord call, IReadOnlyList<Rung> ladder, IReadOnlyList<Counterpart> table, LadderFacts facts, Timestamp now) =>
        IsOffered(call, now) ? [.. ladder.Select(r => Offer(call, r, table, facts, now))] : [];

    private static RungOffer Offer(CallRecord call, Rung rung, IReadOnlyList<Counterpart> table, LadderFacts facts, Timestamp now) => rung.Kind switch
    {
        RungKind.Deputy => Deputy(call, rung, table.FirstOrDefault(c => c.Pair == call.Pair), facts),
        RungKind.Staff => Staff(call, rung, table.FirstOrDefault(c => c.Pair == rung.Argument), facts),
        RungKind.Notice => Notice(rung, facts),
        RungKind.Line => Line(rung, facts.Line(rung.Argument), now),
        _ => Third(rung, facts.Third(PartyId.Parse(rung.Argument) ?? default)),
    };

    private static RungOffer Deputy(CallRecord call, Rung rung, Counterpart? row, LadderFacts facts)
    {
        var deputies = call.With.SelectMany(p => row?.Of(p)?.Deputies ?? []).ToList();
        return deputies.Count == 0 ? No(rung, "The table of counterparts names no deputy for this pair.")
            : facts.IsDeputyAsked ? Used(rung, "Another request for this pair went out since.")
            : Yes(rung, $"The table of counterparts names {string.Join(", ", deputies)}.");
    }

    private static RungOffer Staff(CallRecord call, Rung rung, Counterpart? row, LadderFacts facts) =>
        row is null ? No(rung, $"The table of counterparts has no pair {rung.Argument}.")
        : rung.Argument == call.Pair ? No(rung, "This is the pair that was asked.")
        : facts.IsPairAsked(rung.Argument) ? Used(rung, $"The pair {rung.Argument} was asked since.")
        : call.With.All(p => row.Of(p) is null) ? No(rung, $"The asked side has no seat in the pair {rung.Argument}.")
        : Yes(rung, $"The pair {rung.Argument} can be asked; nobody has asked it since.");

    private static RungOffer Notice(Rung rung, LadderFacts facts) =>
        facts.IsNoticeSent(rung.Argument) ? Used(rung, "It was sent since.") : facts.IsNoticeThere(rung.Argument) switch
        {
            true => Yes(rung, $"Code {rung.Argument} is in the codebook of this line."),
            false => No(rung, $"There is no code {rung.Argument} in the codebook of this line, or this station does not have it."),
            null => Yes(rung, "It is agreed by its name; whether it is at hand, the officers know."),
        };

    private static RungOffer Line(Rung rung, LadderLine? line, Timestamp now) => line switch
    {
        null => No(rung, $"This station is on no line {rung.Argument} with them."),
        { IsOpen: false } => No(rung, $"The line {rung.Argument} is not open."),
        { SpokenSince: true } => Used(rung, $"Our side has spoken on {rung.Argument} since."),
        { Heard: { } heard } when now - heard <= Recent => Yes(rung, $"The line {rung.Argument} is open, and their station was heard within ten minutes."),
        { Heard: null } => Yes(rung, $"The line {rung.Argument} is open, but their station was not heard since this one started."),
        _ => Yes(rung, $"The line {rung.Argument} is open, but their station was not heard within ten minutes."),
    };

    private static RungOffer Third(Rung rung, LadderThird? third) => third switch
    {
        null => No(rung, $"This station does not know {rung.Argument}."),
        { IsVerified: false } => No(rung, $"The card of {rung.Argument} was not compared, so no line opens with it."),
        { SpokenSince: true } => Used(rung, $"Our side has spoken to {rung.Argument} since."),
        { IsJoined: true } => Yes(rung, $"There is a circuit to {rung.Argument} now."),
        _ => Yes(rung, $"{rung.Argument} is verified, but there is no circuit to it now."),
    };

    private static RungOffer Yes(Rung rung, string why) => new(rung, RungStanding.Available, why);

    private static RungOffer No(Rung rung, string why) => new(rung, RungStanding.NotAvailable, why);

    private static RungOffer Used(Rung rung, string why) => new(rung, RungStanding.Used, why);
}
