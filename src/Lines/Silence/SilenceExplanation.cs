using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Service;

namespace Parley.Lines.Silence;

/// <summary>A station's word on a silence, as it was said.</summary>
public sealed record OutageSaid(EntryRef Entry, OutageContent What)
{
    public PartyId By => Entry.Party;
}

/// <summary>A crew's word on its own silence, as it was said.</summary>
public sealed record SilenceExplained(EntryRef Entry, ExplanationService What)
{
    public PartyId By => Entry.Party;
}

/// <summary>What a silence was, by evidence that came afterwards.</summary>
/// <param name="Named">Null: nothing that came says.</param>
/// <param name="Why">Whose word that is, in one sentence.</param>
public sealed record SilenceExplanation(SilenceCause? Named, string Why, EntryRef? Cite = null)
{
    /// <summary>Explains a silence that is over. What we know of ourselves comes before what they say of themselves; what they say is *they report*, and counts only
    /// for a cause that the evidence had not excluded.</summary>
    /// <param name="last">Causes that were left when it ended.</param>
    /// <param name="all">Causes that stood at some time of it.</param>
    /// <param name="said">Words of stations of the two.</param>
    /// <param name="explained">Words of crews on that line, or on all.</param>
    public static SilenceExplanation Of(
        PartyId own, PartyId other, Timestamp from, Timestamp until, IReadOnlyList<SilenceCause> all, IReadOnlyList<SilenceCause> last, IReadOnlyList<OutageSaid> said,
        IReadOnlyList<SilenceExplained> explained)
    {
        ArgumentNullException.ThrowIfNull(said);
        var about = said.Where(s => s.What.From < until && s.What.Until > from).OrderByDescending(s => Overlap(s.What, from, until)).ToList();
        // A fault of ours that was over long before, or of which nothing was seen in this silence, does not explain it. What a wrong clock measured has wrong times.
        var mayBeOurs = all.Contains(SilenceCause.OwnFault) || all.Contains(SilenceCause.CircuitsCut);
        if (mayBeOurs && about.Find(s => s.By == own && s.What.Cause != OutageCause.Circuits &&
                (s.What.Cause == OutageCause.Clock || 2 * Overlap(s.What, from, until) >= until - from)) is { } ours)
            return new SilenceExplanation(SilenceCause.OwnFault, $"It was ours: {Words(ours.What.Cause, "our")}.", ours.Entry);
        SilenceExplanation? misfit = null;
        foreach (var theirs in about.Where(s => s.By == other).OrderBy(s => s.What.Cause == OutageCause.Circuits))
        {
            var cause = CauseOf(theirs.What.Cause);
            if (all.Contains(cause))
                return new SilenceExplanation(cause, $"They report: {Words(theirs.What.Cause, "their")}.", theirs.Entry);
            misfit ??= new SilenceExplanation(null, $"They report that {Words(theirs.What.Cause, "their")}; the evidence here does not fit that.", theirs.Entry);
        }

        if (explained.LastOrDefault(e => e.By == other && e.What.Begins < until && e.What.Ends > from) is { } word)
        {
            var cause = CauseOf(word.What.Cause);
            if (all.Contains(cause))
                return new SilenceExplanation(cause, "Their crew reports it.", word.Entry);
            misfit ??= new SilenceExplanation(null, $"Their crew reports: {cause.Name()}; the evidence here does not fit that.", word.Entry);
        }

        return last is [var only] ? new SilenceExplanation(only, "Nothing else was left by the evidence.")
            : misfit ?? new SilenceExplanation(null, "Which it was cannot be told: nothing has come that says.");
    }

    private static TimeSpan Overlap(OutageContent outage, Timestamp from, Timestamp until) =>
        (outage.Until < until ? outage.Until : until) - (outage.From > from ? outage.From : from);

    private static SilenceCause CauseOf(OutageCause cause) => cause switch
    {
        OutageCause.Station => SilenceCause.StationDown,
        OutageCause.Clock => SilenceCause.DeskFault,
        _ => SilenceCause.CircuitsCut,
    };

    private static SilenceCause CauseOf(ServiceCause cause) => cause switch
    {
        ServiceCause.DeskUnattended => SilenceCause.DeskUnattended,
        ServiceCause.ToldNotToAnswer => SilenceCause.ToldNotToAnswer,
        ServiceCause.LocalFault => SilenceCause.DeskFault,
        _ => SilenceCause.CommonFault,
    };

    private static string Words(OutageCause cause, string whose) => cause switch
    {
        OutageCause.Station => $"{whose} station was down",
        OutageCause.Circuits => $"{whose} station ran and heard nothing",
        OutageCause.OwnCircuits => $"{whose} own circuits failed",
        _ => $"{whose} clock was wrong",
    };
}
