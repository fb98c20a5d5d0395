using Parley.Control.Activities;
using Parley.Lines.Activities;

namespace Parley.Console.Overlaps;

/// <summary>What a party may say of an overlap. The station tries every word again; a page only leaves out what would be refused.</summary>
internal static class OverlapMoves
{
    /// <summary>Words that are nobody's answer to another word; empty where there are none.</summary>
    public static IReadOnlyList<OverlapWord> Open(OverlapView overlap, string own) =>
        IsOurs(overlap, own) && !IsHumanitarian(overlap) && !IsClosed(overlap) ? [OverlapWord.Acknowledge, OverlapWord.Object, OverlapWord.Counter, OverlapWord.Consent] : [];

    /// <summary>Whether one of the two activities is this party's.</summary>
    public static bool IsOurs(OverlapView overlap, string own) => overlap.One.Party == own || overlap.Other.Party == own;

    /// <summary>Whether a site or movement is concerned: then nobody objects, consents or bargains.</summary>
    public static bool IsHumanitarian(OverlapView overlap) => overlap.One.Kind.IsHumanitarian() || overlap.Other.Kind.IsHumanitarian();

    /// <summary>The last word of that party that can be withdrawn; null: there is none, or it was.</summary>
    public static OverlapWordView? Withdrawable(OverlapView overlap, string own) => IsClosed(overlap)
        ? null
        : overlap.Words.LastOrDefault(w => w.Party == own && w.Effect == ActivityEffect.Took && w.Word != OverlapWord.Agree) is { Word: not OverlapWord.Withdraw } last ? last
            : null;

    /// <summary>Whether we are asked to agree.</summary>
    public static bool MayAgree(OverlapView overlap, string own) => overlap.Proposal is { ForUs: true } && IsOurs(overlap, own) && !IsClosed(overlap);

    /// <summary>Whether that party has said nothing yet that counts, of an overlap where a word is awaited.</summary>
    public static bool IsUnanswered(OverlapView overlap, string own) =>
        IsOurs(overlap, own) && overlap.Due is not null && (MayAgree(overlap, own) || !overlap.Words.Any(w => w.Party == own && w.Effect == ActivityEffect.Took));

    private static bool IsClosed(OverlapView overlap) =>
        overlap.One.State is ActivityState.Ended or ActivityState.Cancelled || overlap.Other.State is ActivityState.Ended or ActivityState.Cancelled;
}
