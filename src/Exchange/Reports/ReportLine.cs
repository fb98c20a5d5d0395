using System.Globalization;
using Parley.Exchange.Files;
using Parley.Ledger;
using Parley.Lines.Contacts;
using Parley.Lines.Reports;

namespace Parley.Exchange.Reports;

/// <summary>One line of a report on its page.</summary>
internal static class ReportLine
{
    public static void Write(Html html, SilenceReport report, LineClaims line)
    {
        var frame = report.Frame;
        html.Element("h2", $"Line {line.Input.Name}").Raw("<p>")
            .Text($"{char.ToUpperInvariant(line.Kind.ToString()[0])}{line.Kind.ToString()[1..].ToLowerInvariant()} line of {string.Join(", ", line.Parties)}. ")
            .Raw("<span class=\"id\">").Text(line.Line.ToString()).Raw("</span></p>\n");
        foreach (var signed in line.Signed)
            html.Raw("<p>").Text($"The station of {signed.Party} last signed a receipt in the period at {ReportPage.Clock(signed.At)}.").Raw("</p>\n");
        foreach (var pair in line.Pairs)
        {
            var last = pair.Last is { } at
                ? $"last contact {ReportPage.Clock(at)}, {Days(PairRecord.WholeDays(at, frame.Until))} before the end of the period"
                : "no contact that both sides state";
            html.Raw("<p class=\"big\">").Text($"{pair.Pair}: {last}").Raw("</p>\n");
            if (pair.LastOneSided is { } alone)
                html.Raw("<p>").Text($"One side alone states {(pair.Last is null ? "one" : "a later one")}, {ReportPage.Clock(alone)}.").Raw("</p>\n");
        }

        Unanswered(html, line, frame);
        Requests(html, line);
        Sides(html, line);
        Contacts(html, line);
        Checks(html, line);
        Said(html, line);
        Stated(html, line, frame);
    }

    private static void Unanswered(Html html, LineClaims line, ReportFrame frame)
    {
        html.Element("h3", "Not answered at the end of the period");
        var silent = line.Requests.SelectMany(r => r.Legs.Where(l => l.IsSilent).Select(l => (Request: r, Leg: l))).ToList();
        if (silent.Count == 0)
            html.Raw("<p>None.</p>\n");
        foreach (var party in silent.GroupBy(s => s.Leg.Party).OrderBy(g => g.Key == frame.By).ThenBy(g => g.Key))
        {
            html.Raw("<p>").Text($"By {party.Key}{(party.Key == frame.By ? ", the maker of this report" : "")}:").Raw("</p>\n<ul>\n");
            foreach (var (request, leg) in party)
            {
                var received = leg.ReceivedAt is { } at ? $"their station signed for it {ReportPage.Clock(at)}" : "no station of theirs has signed for it";
                var heads = leg.AsOf.Select(h => string.Create(
                    CultureInfo.InvariantCulture, $"entry {h.Size} of their {h.Feed.LaneName} feed, the last of {ReportPage.Clock(h.Last)}"));
                html.Raw("<li>")
                    .Text($"{request.Entry.Party} asked {ReportPage.Clock(request.At)} ({request.Pair}, {ReportWords.Of(request.Precedence)}); {received}; ")
                    .Text($"an answer was due {ReportPage.Clock(request.Deadline!.Value)}. No word of theirs regards it as of ")
                    .Text(string.Join("; ", heads.DefaultIfEmpty("this proof, in which they have said nothing"))).Raw(".</li>\n");
            }

            html.Raw("</ul>\n");
        }
    }

    private static void Requests(Html html, LineClaims line)
    {
        if (line.Requests.Count == 0)
            return;
        html.Element("h3", "Requests for calls");
        string[] heads = ["asked", "by", "pair", "precedence", "asked party", "their station signed", "their staff's first word", "outcome", "entry"];
        html.Table(heads, line.Requests.SelectMany(r => r.Legs.Select(l =>
            (string[])
            [
                ReportPage.Clock(r.At), r.Entry.Party.ToString(), r.Topic is { } topic ? $"{r.Pair}: {topic}" : r.Pair, ReportWords.Of(r.Precedence), l.Party.ToString(),
                Or(l.ReceivedAt, "not received"), l.IsUnread ? "said what cannot be read here" : Or(l.AcknowledgedAt, "none"), ReportWords.Of(r, l), r.Entry.ToString(),
            ])), ids: [8]);
        foreach (var request in line.Requests.Where(r => r.Steps.Any(s => s.Text is not null)))
        {
            foreach (var step in request.Steps.Where(s => s.Text is not null))
                html.Raw("<p>").Text($"{step.Entry.Party}, {ReportPage.Clock(step.At)}, {step.Step}: “{step.Text}”").Raw("</p>\n");
        }
    }

    private static void Sides(Html html, LineClaims line)
    {
        var sides = line.Pairs.SelectMany(p => p.Sides.Select(s => (p.Pair, Side: s))).ToList();
        if (sides.Count == 0)
            return;
        html.Element("h3", "What became of requests, by who asked");
        string[] heads = ["pair", "party", "asked", "held", "scheduled", "acknowledged, no date", "declined", "unacknowledged", "other",
            "its own answers: median / 9 of 10, minutes"];
        html.Table(heads, sides.Select(s => (string[])
        [
            s.Pair, s.Side.Party.ToString(), Number(s.Side.Asked.Count), Number(s.Side.Count(RequestOutcome.Held)), Number(s.Side.Count(RequestOutcome.Scheduled)),
            Number(s.Side.Count(RequestOutcome.Undated)), Number(s.Side.Count(RequestOutcome.Declined)), Number(s.Side.Count(RequestOutcome.Unacknowledged)),
            Number(s.Side.Count(RequestOutcome.Expired) + s.Side.Count(RequestOutcome.Cancelled) + s.Side.Count(RequestOutcome.Waiting)),
            s.Side.Median is { } median ? $"{Minutes(median)} / {Minutes(s.Side.Ninetieth!.Value)}"
                : sides.Exists(o => o.Pair == s.Pair && o.Side.Party != s.Side.Party && o.Side.Asked.Count > 0) ? "none answered" : "was asked for none",
        ]));
    }

    private static void Contacts(Html html, LineClaims line)
    {
        if (line.Contacts.Count == 0)
            return;
        html.Element("h3", "Contacts by other means, as they were entered");
        html.Table(["entered", "by", "pair", "talked", "how it stands"], line.Contacts.Select(c => (string[])
        [
            ReportPage.Clock(c.At), c.By.ToString(), c.What?.Pair ?? "cannot be read here",
            c.What is { } what ? $"{ReportPage.Clock(what.From)} to {ReportPage.Clock(what.Until)}" : "", ReportWords.Of(c.Standing),
        ]));
    }

    private static void Checks(Html html, LineClaims line)
    {
        if (line.Checks is not { } checks)
            return;
        html.Element("h3", "Checks of the line");
        string[] heads = ["party", "due from it", "sent late", "not sent", "to answer", "answered late", "not answered", "not received by its station"];
        html.Table(heads, checks.Parties.Select(c => (string[])
        [
            c.Party.ToString(), Number(c.Due), Number(c.SentLate), Number(c.Missed), Number(c.ToAnswer), Number(c.AnsweredLate), Number(c.NotAnswered), Number(c.NotReceived),
        ]));
        if (checks.Missed.Count > 0)
        {
            html.Table(["due", "party", "what"], checks.Missed.Select(m => (string[])[ReportPage.Clock(m.Due), m.Party.ToString(), m.What]));
            if (checks.More > 0)
                html.Raw("<p>").Text($"And {Number(checks.More)} more.").Raw("</p>\n");
        }
    }

    private static void Said(Html html, LineClaims line)
    {
        html.Element("h3", "All that was said in the period");
        html.Table(["party", "kind of entry", "entries"], line.Said.Select(s => (string[])[s.Party.ToString(), s.Kind, Number(s.Count)]));
        html.Raw("<p class=\"faint\">").Text(line.ShowsTheirWords
            ? "The charter allows each side to show the other's words and topics."
            : "Words and topics of the other side are withheld: the charter does not allow them to be shown.").Raw("</p>\n");
        if (line.Unread > 0)
            html.Raw("<p class=\"not\">").Text($"The words of {Number(line.Unread)} entries could not be read at the maker's; what they say may be missing here.").Raw("</p>\n");
    }

    private static void Stated(Html html, LineClaims line, ReportFrame frame)
    {
        if (line.Input.Silences.Count + line.Input.Maintenance.Count == 0)
            return;
        html.Element("h3", $"Stated by {frame.By} alone: nothing in the proof shows it");
        html.Raw("<ul>\n");
        foreach (var silence in line.Input.Silences)
        {
            var end = silence.Until is { } until ? ReportPage.Clock(until) : "the end of the period or later";
            html.Raw("<li>").Text($"{silence.Party}, from {ReportPage.Clock(silence.From)} to {end}: " +
                $"not excluded {(silence.Causes.Count > 1 ? "were" : "was")} {string.Join(", ", silence.Causes)}.").Raw("</li>\n");
        }

        foreach (var window in line.Input.Maintenance)
        {
            html.Raw("<li>").Text($"Maintenance announced by {window.By} {ReportPage.Clock(window.Said)}: from {ReportPage.Clock(window.From)} to " +
                $"{(window.Until is { } until ? ReportPage.Clock(until) : "an open end")}; checks that were due in it are excused.").Raw("</li>\n");
        }

        html.Raw("</ul>\n");
    }

    private static string Days(int days) => days == 1 ? "1 day" : $"{Number(days)} days";

    private static string Or(Timestamp? at, string otherwise) => at is { } time ? ReportPage.Clock(time) : otherwise;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Minutes(double minutes) => minutes.ToString("0.#", CultureInfo.InvariantCulture);
}
