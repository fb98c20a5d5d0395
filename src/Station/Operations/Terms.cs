using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Lines;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Checks;
using Parley.Lines.Handling;
using Parley.Lines.Parties;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>Terms of a charter, as officers write and read them.</summary>
internal static class Terms
{
    /// <summary>The terms that are asked for, what is not said as in <paramref name="start"/>; otherwise what is wrong with them.</summary>
    public static Refused<LineView>? Of(
        StationMemory memory, CharterTerms start, TermsView? asked, IReadOnlyList<CharterParty> parties, out CharterTerms terms)
    {
        terms = start;
        if (asked is null)
            return null;
        var release = asked.Release is null ? start.Release : ReleaseRule.Parse(asked.Release);
        if (release is null)
            return Refuse("The release rule is written like flash=2,charter=2; names are flash, immediate, priority, routine, charter, code, message; counts 1 or 2.");
        var languages = asked.Languages ?? start.Languages;
        if (languages.Count is 0 or > Parley.Lines.Bounds.Languages || !languages.All(Parley.Lines.Messages.MessageContent.IsLanguage))
            return Refuse("Languages are tags such as en, ru, zh-Hant.");
        var minutes = asked.AnswerMinutes ?? start.AnswerMinutes;
        if (minutes.Count != 4 || minutes.Any(m => m is < 0 or > 525_600))
            return Refuse("Answer clocks are four numbers of minutes: flash, immediate, priority, routine; 0 for none.");
        if (asked.SkewSeconds is < 0 or > 86_400)
            return Refuse("The skew is 0 to 86400 seconds.");
        if (Checks(asked.Checks, start.Checks, memory.Own, parties, out var checks) is { } noSchedule)
            return noSchedule;
        if (asked.LeastSuite is { } least && (least > byte.MaxValue || least < Math.Min(1, (int)start.LeastSuite.Number)))
            return Refuse("The least suite is a number, such as 1.");
        if (Shown(asked.Shows, start.Shown, out var shown) is { } noStage)
            return noStage;
        if (Addressees(asked.Addressees, start.Addressees, parties, out var addressees) is { } noAddressee)
            return noAddressee;
        if (CounterpartTerms.Of(asked, start, parties, out var counterparts, out var ladder) is { } noCounterpart)
            return Refuse(noCounterpart);
        CodebookState? book = null;
        if (asked.Codebook is { Length: > 0 } named && (book = Codebooks.Find(memory, named, out var why)) is null)
            return new Refused<LineView>(Refusal.UnknownCodebook, why);
        var formats = start.Formats;
        if (asked.Formats is { } names)
        {
            if (Formats.Named(memory, names, out var noFormat) is not { } agreed)
                return new Refused<LineView>(Refusal.UnknownFormat, noFormat);
            formats = agreed;
        }

        var separation = asked.Separation is null ? start.Separation : KeptSeparation.Parse(asked.Separation);
        if (asked.Separation is { Length: > 0 } && separation is null)
        {
            return Refuse("The separation is written like horizontal=9260;vertical=300;minutes=15;plan=2000: metres along the ground up to 500000, metres of height up to 20000, " +
                "minutes up to 1440, and the metres from which on a plan that differs is doubted, 1 to 1000000.");
        }

        terms = start with
        {
            Languages = languages,
            Release = release,
            AnswerMinutes = minutes,
            Checks = checks,
            SkewSeconds = asked.SkewSeconds ?? start.SkewSeconds,
            LeastSuite = asked.LeastSuite is { } suite ? new SuiteId((byte)suite) : start.LeastSuite,
            Shown = shown,
            Addressees = addressees,
            Counterparts = counterparts,
            Ladder = ladder,
            Codebook = asked.Codebook is null ? start.Codebook : book?.Hash,
            Publication = asked.Publication ?? start.Publication,
            Formats = formats,
            Separation = separation,
        };
        return null;
    }

    public static TermsView View(StationMemory memory, CharterTerms terms) => new(
        terms.Languages, terms.Release.ToString(), terms.AnswerMinutes, terms.Checks?.ToString() ?? "", terms.SkewSeconds, terms.LeastSuite.Number, terms.Shown,
        [.. terms.Addressees.Select(a => a.ToString())],
        terms.Codebook is { } hash ? memory.Codebooks.GetValueOrDefault(hash)?.Named.ToString() ?? hash.ToString() : null,
        [.. terms.Counterparts.Select(CounterpartView.Of)],
        [.. terms.Ladder.Select(r => r.ToString())],
        terms.Publication,
        [.. terms.Formats.Select(f => memory.Formats.GetValueOrDefault(f)?.Named.ToString() ?? f.ToString()).Order(StringComparer.Ordinal)],
        terms.Kept.ToString());

    private static Refused<LineView>? Checks(
        string? asked, CheckSchedule? start, PartyId own, IReadOnlyList<CharterParty> parties, out CheckSchedule? checks)
    {
        checks = asked is null ? start : CheckSchedule.Read(asked, start?.Begins ?? own);
        if (asked is null or "")
            return null;
        if (checks is not { } schedule)
        {
            return Refuse("Checks are hourly, or times of day in UTC at least 30 minutes apart, such as 06:00,18:00;answer=10;begins=astra;skip=sat,sun,2026-12-25. " +
                "The minutes to answer are no more than lie between two checks.");
        }

        return parties.Any(p => p.Party == schedule.Begins) ? null : Refuse($"'{schedule.Begins}' is no party of this line and cannot begin its checks.");
    }

    private static Refused<LineView>? Shown(IReadOnlyList<string>? asked, IReadOnlyList<string> start, out IReadOnlyList<string> shown)
    {
        shown = asked is null ? start : [.. asked.Distinct().Order(StringComparer.Ordinal)];
        return shown.FirstOrDefault(s => HandlingStages.Parse(s) is null) is { } unknown
            ? Refuse($"'{unknown}' is no stage of handling; stages are {string.Join(", ", HandlingStages.All.Select(s => s.Name()))}.")
            : null;
    }

    private static Refused<LineView>? Addressees(
        IReadOnlyList<string>? asked, IReadOnlyList<ActionAddressee> start, IReadOnlyList<CharterParty> parties, out IReadOnlyList<ActionAddressee> addressees)
    {
        addressees = start;
        if (asked is null)
            return null;
        var found = new SortedSet<ActionAddressee>();
        foreach (var text in asked)
        {
            if (ActionAddressee.Parse(text) is not { } addressee || !parties.Any(p => p.Party == addressee.Party))
                return Refuse($"'{text}' is no action addressee; write PARTY:ROLE, such as boreal:warning centre, with a party of this line.");
            found.Add(addressee);
        }

        addressees = [.. found];
        return found.Count > Parley.Lines.Bounds.Addressees ? Refuse("A charter names at most 64 action addressees.") : null;
    }

    private static Refused<LineView> Refuse(string detail) => new(Refusal.Malformed, detail);
}
