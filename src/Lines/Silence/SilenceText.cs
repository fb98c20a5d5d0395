using System.Globalization;

namespace Parley.Lines.Silence;

/// <summary>A verdict in words for a board: what is not excluded, our own fault first, and what cannot be told.</summary>
public static class SilenceText
{
    /// <summary>One line, without times.</summary>
    public static string Title(SilenceVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return Title(verdict.Causes, verdict.Agreement, verdict.Line, verdict.Observed);
    }

    /// <summary>The same of what was noted.</summary>
    public static string Title(IReadOnlyList<SilenceCause> causes, AgreementState agreement, MachineState machines, HumanState observed)
    {
        ArgumentNullException.ThrowIfNull(causes);
        if (agreement == AgreementState.Ended)
            return "ended";
        if (causes.Count == 0)
        {
            return agreement == AgreementState.Proposed ? "not agreed yet"
                : machines == MachineState.NotYetKnown ? "not yet known"
                : machines == MachineState.NoStation ? "by hand: one-sided"
                : observed == HumanState.Excused ? "open; the check was excused"
                : "open";
        }

        List<string> parts = [];
        if (causes.Contains(SilenceCause.OwnFault))
            parts.Add("OUR OWN FAULT IS NOT EXCLUDED");
        // What no machine says of the line stands apart from what one does: a line is not dead because nobody takes a call.
        if (machines == MachineState.Working)
            parts.Add("line open");
        parts.AddRange(causes.Where(c => c is SilenceCause.Maintenance or SilenceCause.Suspended).Select(c => c.Name()));
        if (Group(causes, SilenceCause.CircuitsCut, SilenceCause.ToldNotToAnswer) is { Length: > 0 } line)
            parts.Add(line);
        if (Group(causes, SilenceCause.RequestUnacknowledged, SilenceCause.CallDeclined) is { Length: > 0 } calls)
            parts.Add(calls);
        return string.Join("; ", parts);
    }

    /// <summary>Of the states that are not merged, one word each.</summary>
    public static string States(SilenceVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return string.Create(CultureInfo.InvariantCulture,
            $"agreement {Name(verdict.Agreement)} | line {Name(verdict.Line)} | declared {Name(verdict.Declared)} | observed {Name(verdict.Observed)}");
    }

    public static string Name(AgreementState state) => state switch
    {
        AgreementState.Proposed => "proposed",
        AgreementState.InForce => "in force",
        AgreementState.Suspended => "suspended",
        _ => "ended",
    };

    public static string Name(MachineState state) => state switch
    {
        MachineState.NotYetKnown => "not yet known",
        MachineState.Working => "working",
        MachineState.Lost => "lost",
        _ => "no station",
    };

    public static string Name(DeclaredState state) => state switch
    {
        DeclaredState.Nothing => "nothing",
        DeclaredState.Maintenance => "maintenance",
        _ => "suspended",
    };

    public static string Name(HumanState state) => state switch
    {
        HumanState.NothingDue => "nothing due",
        HumanState.Answering => "answering",
        HumanState.Missed => "missed",
        _ => "excused",
    };

    // Requests of several calls stand each for itself; the causes of one silence exclude each other, and which it is cannot be told.
    private static string Group(IReadOnlyList<SilenceCause> causes, SilenceCause first, SilenceCause last)
    {
        var some = causes.Where(c => c >= first && c <= last).Select(c => c.Name()).ToList();
        return first == SilenceCause.RequestUnacknowledged ? string.Join(" / ", some)
            : some.Count <= 1 ? string.Concat(some)
            : $"{string.Join(", ", some.Take(some.Count - 1))} or {some[^1]}: cannot be told";
    }
}
