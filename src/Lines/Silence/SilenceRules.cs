using Parley.Ledger;

namespace Parley.Lines.Silence;

/// <summary>From evidence to verdict. A cause stands until something excludes it; nothing here guesses, and nothing makes two causes one.</summary>
public static class SilenceRules
{
    /// <summary>The verdict of one line and one other party.</summary>
    public static SilenceVerdict Of(SilenceEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var causes = new SortedSet<SilenceCause>();
        if (evidence.Agreement != AgreementState.Ended)
        {
            Machines(evidence, causes);
            People(evidence, causes);
            Calls(evidence, causes);
        }

        var declared = Declared(evidence, causes);
        Ourselves(evidence, causes);
        return new SilenceVerdict(
            evidence.Other,
            evidence.Now,
            [.. causes],
            evidence.Agreement,
            evidence.Machine.State,
            declared,
            evidence.Human.State,
            SilenceItems.Of(evidence),
            evidence.OwnTest?.At,
            evidence.Calls.Any(c => c.Standing == CallStanding.OursToAnswer));
    }

    /// <summary>No sign of life: a cut circuit and a station that is down look the same, until somebody else hears them or words of theirs come another way.</summary>
    private static void Machines(SilenceEvidence evidence, SortedSet<SilenceCause> causes)
    {
        if (evidence.Machine.State != MachineState.Lost)
            return;
        causes.Add(SilenceCause.CircuitsCut);
        if (IsAlive(evidence))
            return;
        causes.Add(SilenceCause.StationDown);
        causes.Add(SilenceCause.CommonFault);
    }

    /// <summary>Whether something shows that their station ran after the last sign of life that came here by itself.</summary>
    private static bool IsAlive(SilenceEvidence evidence)
    {
        // A third station keeps a dead circuit for a while before it says so, and clocks differ.
        var since = evidence.Machine.LostSince + evidence.Pace.HeardByMargin;
        return evidence.HeardBy.Any(h => IsAfter(h.At, since)) || IsAfter(evidence.Human.LastWord, since) ||
            evidence.Others.Any(o => IsAfter(o.Human.LastWord, since));
    }

    /// <summary>Checks that people missed. One that was due when nothing came from their station any more says nothing of people; one before that does.</summary>
    private static void People(SilenceEvidence evidence, SortedSet<SilenceCause> causes)
    {
        var human = evidence.Human;
        if (human.State != HumanState.Missed || IsAfter(human.LastWord, human.LastMissed) ||
            (evidence.Machine.State == MachineState.Lost && IsAfter(human.MissedSince, evidence.Machine.LostSince)))
            return;
        causes.Add(SilenceCause.DeskUnattended);
        causes.Add(SilenceCause.ToldNotToAnswer);
        causes.Add(IsAnsweredElsewhere(evidence) || !IsMissedEverywhere(evidence) ? SilenceCause.DeskFault : SilenceCause.CommonFault);
        if (human.IsRefusedByStation)
            causes.Add(SilenceCause.StationDown);
        // Without a station of theirs the means by which one reaches them is part of it.
        if (evidence.Machine.State == MachineState.NoStation)
            causes.Add(SilenceCause.CircuitsCut);
    }

    private static bool IsAnsweredElsewhere(SilenceEvidence evidence) =>
        evidence.Others.Any(o => o.Human.State == HumanState.Answering && IsAfter(o.Human.LastWord, evidence.Human.MissedSince));

    private static bool IsMissedEverywhere(SilenceEvidence evidence) =>
        evidence.Others.Any(o => o.Human.State == HumanState.Missed) &&
        evidence.Others.All(o => o.Human.State is HumanState.Missed or HumanState.NothingDue or HumanState.Excused);

    private static void Calls(SilenceEvidence evidence, SortedSet<SilenceCause> causes)
    {
        foreach (var call in evidence.Calls)
        {
            if (CauseOf(call.Standing) is { } cause)
                causes.Add(cause);
        }
    }

    /// <summary>A request that has not come to their station says nothing of people.</summary>
    public static SilenceCause? CauseOf(CallStanding standing) => standing switch
    {
        CallStanding.Unacknowledged => SilenceCause.RequestUnacknowledged,
        CallStanding.Acknowledged or CallStanding.NotCome or CallStanding.HeldByTheirWord => SilenceCause.PrincipalNotEngaged,
        CallStanding.Declined => SilenceCause.CallDeclined,
        _ => null,
    };

    private static DeclaredState Declared(SilenceEvidence evidence, SortedSet<SilenceCause> causes)
    {
        var state = DeclaredState.Nothing;
        foreach (var declaration in evidence.Declared)
        {
            causes.Add(declaration.State == DeclaredState.Suspended ? SilenceCause.Suspended : SilenceCause.Maintenance);
            state = declaration.State > state ? declaration.State : state;
        }

        if (evidence.Agreement == AgreementState.Suspended)
        {
            causes.Add(SilenceCause.Suspended);
            state = DeclaredState.Suspended;
        }

        return state;
    }

    /// <summary>A fault of our own is excluded by a passed test alone, and a test of this one station not while no other party is heard either: what we all hang
    /// on from here is ours as well. A test that failed is said even where there is no silence.</summary>
    private static void Ourselves(SilenceEvidence evidence, SortedSet<SilenceCause> causes)
    {
        var isFailed = evidence.OwnTest is { IsPassed: false };
        var isExcluded = evidence.IsOwnTestGood &&
            !(evidence.Machine.State == MachineState.Lost && evidence.HearsOthers == false);
        if (isFailed || (!isExcluded && causes.Any(c => c.IsTheirs())))
            causes.Add(SilenceCause.OwnFault);
    }

    internal static bool IsAfter(Timestamp? one, Timestamp? other) => one is { } at && (other is not { } since || at > since);
}
