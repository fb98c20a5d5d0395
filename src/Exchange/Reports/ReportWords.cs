using Parley.Lines.Calls;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Reports;

namespace Parley.Exchange.Reports;

/// <summary>Words for what a report counts.</summary>
public static class ReportWords
{
    public static string Of(Precedence precedence) => precedence.ToString().ToLowerInvariant();

    public static string Of(ContactStanding standing) => standing switch
    {
        ContactStanding.Confirmed => "confirmed by another side",
        ContactStanding.Contested => "CONTESTED by another side",
        ContactStanding.OneSided => "one-sided",
        ContactStanding.Unreadable => "not counted: cannot be read here",
        ContactStanding.UnknownPair => "not counted: no such pair in the charter",
        ContactStanding.Ahead => "not counted: it ends after it was entered",
        _ => "not counted: a test",
    };

    /// <summary>What became of a request with one asked party.</summary>
    public static string Of(ReportRequest request, ReportLeg leg) =>
        leg.IsSilent ? "NOT ANSWERED"
        : leg.State == CallState.Declined ? $"declined: {leg.Reason?.Words ?? "reason of another version"}"
        : request.Outcome switch
        {
            RequestOutcome.Held => $"held {(request.HeldFrom is { } from ? ReportPage.Clock(from) : "")}{(request.IsOneSided ? ", by one side's word alone" : "")}",
            RequestOutcome.Scheduled => "a time was accepted; no word that it was held",
            RequestOutcome.Undated => "acknowledged, and no time was accepted",
            RequestOutcome.Declined => "declined",
            RequestOutcome.Unacknowledged => "not answered",
            RequestOutcome.Expired => "its times passed without an answer",
            RequestOutcome.Cancelled => "taken back by its asker",
            _ => "not answered, and there was still time",
        };
}
