using System.Globalization;
using Parley.Exchange.Reports;
using Parley.Ledger;
using Parley.Lines.Contacts;
using Parley.Lines.Reports;
using Parley.Lines.Transcripts;

namespace Parley.Cli.Rendering;

/// <summary>A silence report in a terminal.</summary>
internal static class ReportLines
{
    public static IEnumerable<TintedLine> Of(ReportVerification verified)
    {
        if (verified.Report is not { } report || !verified.Ok)
            return [new TintedLine($"FAILED: {Why(verified.Fault!)}", Tint.Warning)];
        var mark = TranscriptText.Mark(report.Mode);
        return Lines(verified, report).Select(l => l with { Text = mark + l.Text });
    }

    /// <summary>Why it does not hold, in words.</summary>
    private static string Why(ReportFault fault) => $"{fault.How switch
    {
        ReportFailure.NotAReport => "this is no silence report, or a part of it is missing",
        ReportFailure.Proof => "a proof in it does not hold",
        ReportFailure.AnotherFrame => "a proof in it is not of this report: another maker, time or mode, or a line twice",
        ReportFailure.Withheld => "something may have been left out: more than words is withheld",
        ReportFailure.Claims => "it does not say what follows from its proofs",
        ReportFailure.Signature => "the signature is not the maker's",
        _ => "the report holds, and the page does not say what it says: it was changed, or another version of parley wrote it",
    }} ({SafeText.Line(fault.Where)})";

    private static IEnumerable<TintedLine> Lines(ReportVerification verified, SilenceReport report)
    {
        var frame = report.Frame;
        yield return new($"{(frame.IsYear ? "Yearly review" : "Silence report")} by {frame.By}, made {Clock(frame.Made)}, of {Clock(frame.From)} to {Clock(frame.Until)}");
        foreach (var line in report.Lines)
        {
            yield return new($"{SafeText.Line(line.Input.Name)}: {line.Kind.ToString().ToLowerInvariant()} line of {string.Join(", ", line.Parties)}");
            foreach (var signed in line.Signed)
                yield return new($"    the station of {signed.Party} last signed a receipt {Clock(signed.At)}", Tint.Quiet);
            foreach (var pair in line.Pairs)
            {
                yield return new(pair.Last is { } last
                    ? string.Create(CultureInfo.InvariantCulture, $"    {pair.Pair}: {PairRecord.WholeDays(last, frame.Until)} days without contact, last {Clock(last)}")
                    : $"    {pair.Pair}: no contact that both sides state");
            }

            foreach (var request in line.Requests)
            {
                foreach (var leg in request.Legs)
                {
                    var received = leg.ReceivedAt is { } at ? $"received {Clock(at)}" : "not received";
                    yield return new(
                        $"    {Clock(request.At)} {request.Entry.Party} asks {leg.Party} ({request.Pair}): {received}, {ReportWords.Of(request, leg)}",
                        leg.IsSilent ? Tint.Warning : Tint.Plain);
                }
            }

            foreach (var side in line.Checks?.Parties ?? [])
            {
                yield return new(string.Create(CultureInfo.InvariantCulture,
                    $"    checks of {side.Party}: {side.Due} due from it, {side.Missed} not sent; ") + string.Create(CultureInfo.InvariantCulture,
                    $"{side.ToAnswer} to answer, {side.NotAnswered} not answered, {side.NotReceived} not received"));
            }
        }

        foreach (var party in verified.Proofs.SelectMany(p => p.Parties).DistinctBy(p => p.Party).OrderBy(p => p.Party))
        {
            var trust = party.Trusted ? "its card was given as trusted" : $"compare the digits of its card: {Digits(party)}";
            yield return new($"signatures of {party.Party}: {trust}", Tint.Quiet);
        }

        yield return new("VERIFIED: every proof in the report holds, and it says what follows from them", Tint.Good);
    }

    private static string Digits(TranscriptParty party) => party.Cards[^1].Digits;

    private static string Clock(Timestamp at) => at.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
