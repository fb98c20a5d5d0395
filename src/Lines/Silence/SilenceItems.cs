using System.Globalization;

namespace Parley.Lines.Silence;

/// <summary>Evidence in sentences. A sentence says what is known and how, and no more.</summary>
internal static class SilenceItems
{
    public static List<SilenceItem> Of(SilenceEvidence evidence)
    {
        List<SilenceItem> items = [OwnTest(evidence), Machine(evidence)];
        if (Human(evidence) is { } human)
            items.Add(human);
        foreach (var other in evidence.Others.Where(o => o.Human.State is HumanState.Answering or HumanState.Missed))
        {
            var answers = other.Human.State == HumanState.Answering;
            items.Add(new SilenceItem(
                SilenceItemKind.OtherLine, answers ? other.Human.LastWord : other.Human.LastMissed, (answers ? other.Human.Word : other.Human.Missed)?.ToString(),
                answers ? $"They answer on '{other.Handle}'." : $"A check was missed on '{other.Handle}' too."));
        }

        items.AddRange(evidence.HeardBy.Select(h => new SilenceItem(SilenceItemKind.ThirdStation, h.At, null, $"The station of {h.By} says that it hears them.")));
        items.AddRange(evidence.Calls.Select(c => new SilenceItem(SilenceItemKind.Call, c.At, c.Call.ToString(), $"Call of {c.Pair}: {Words(c.Standing)}.")));
        items.AddRange(evidence.Declared.Select(d => new SilenceItem(SilenceItemKind.Declared, d.At, d.Cite, d.State == DeclaredState.Suspended
            ? $"Declared suspended{By(d)}."
            : $"Maintenance was announced{By(d)}.")));
        if (Agreement(evidence.Agreement) is { } agreement)
            items.Add(new SilenceItem(SilenceItemKind.Agreement, null, null, agreement));
        return items;
    }

    private static string By(Declaration declaration) => declaration.By is { } by ? $" by {by}" : " in public (told outside the line, unauthenticated)";

    private static SilenceItem OwnTest(SilenceEvidence evidence)
    {
        if (evidence.OwnTest is not { } test)
            return new SilenceItem(SilenceItemKind.OwnTest, null, null, "Our own station was not tested yet.");
        var text = !test.IsPassed ? $"Our own test FAILED: {string.Join("; ", test.Failures.Select(f => f.Why))}."
            : !evidence.IsOwnTestGood ? "Our own test passed, but is too old to count."
            : evidence is { Machine.State: MachineState.Lost, HearsOthers: false } ? "Our own test passed, but nobody else is heard here either."
            : "Our own test passed.";
        return new SilenceItem(SilenceItemKind.OwnTest, test.At, null, text);
    }

    private static SilenceItem Machine(SilenceEvidence evidence)
    {
        var machine = evidence.Machine;
        return new SilenceItem(SilenceItemKind.Machine, machine.Heard, null, machine.State switch
        {
            MachineState.Working => $"Their station is heard (phi {Number(machine.Phi)}).",
            MachineState.Lost => $"Nothing comes from their station: phi {Number(machine.Phi)}, lost from {Number(PhiAccrual.Lost)} on; signs came every " +
                $"{Number(machine.MeanMilliseconds / 1000)} s, give or take {Number(machine.DeviationMilliseconds / 1000)} s.",
            MachineState.NoStation => "They have no station: what is known of them was entered by hand.",
            _ => "Too early to tell whether their station is heard.",
        });
    }

    private static SilenceItem? Human(SilenceEvidence evidence)
    {
        var human = evidence.Human;
        return human.State switch
        {
            HumanState.Answering => new SilenceItem(SilenceItemKind.Check, human.LastWord, human.Word?.ToString(), "Their officers answer on this line."),
            HumanState.Missed => new SilenceItem(SilenceItemKind.Check, human.MissedSince, human.Missed?.ToString(),
                (human.MissedInARow == 1 ? "One check was missed" : string.Create(CultureInfo.InvariantCulture, $"{human.MissedInARow} checks in a row were missed")) +
                (human.IsRefusedByStation ? "; their station has not signed for it." : ".")),
            HumanState.Excused => new SilenceItem(SilenceItemKind.Check, human.LastWord, human.Word?.ToString(), "The last check was excused."),
            _ when human.LastWord is not null => new SilenceItem(SilenceItemKind.Check, human.LastWord, human.Word?.ToString(), "No check is due; their last word on this line."),
            _ => null,
        };
    }

    private static string Words(CallStanding standing) => standing switch
    {
        CallStanding.Waiting => "requested; there is still time to acknowledge",
        CallStanding.NotReceived => "their station has not signed for the request",
        CallStanding.Unacknowledged => "their station has it, their staff has not acknowledged by the deadline",
        CallStanding.Acknowledged => "acknowledged, no date given",
        CallStanding.OursToAnswer => "they have spoken last; the next word is ours",
        CallStanding.Scheduled => "scheduled",
        CallStanding.NotCome => "the agreed time is over and the call was not held",
        CallStanding.Declined => "declined",
        CallStanding.Held => "held",
        CallStanding.HeldByTheirWord => "they say that it was held; our side does not",
        _ => "cancelled",
    };

    private static string? Agreement(AgreementState state) => state switch
    {
        AgreementState.Proposed => "The charter of this line is not in force.",
        AgreementState.Suspended => "The line is suspended.",
        AgreementState.Ended => "The line has ended.",
        _ => null,
    };

    private static string Number(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
