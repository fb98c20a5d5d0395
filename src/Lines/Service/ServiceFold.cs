using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Service;

/// <summary>A service message as it was said.</summary>
/// <param name="At">By its author's clock, raised to what the author held.</param>
/// <param name="Regards">The one entry that it is about; null when its header names none, or several.</param>
public sealed record ServiceSaid(EntryRef Entry, Timestamp At, EntryRef? Regards, ServiceContent What)
{
    public PartyId By => Entry.Party;
}

/// <summary>A maintenance window.</summary>
/// <param name="Until">When it ends, or ended before its time.</param>
public sealed record ServiceWindow(ServiceSaid Said, MaintenanceService What, Timestamp Until)
{
    /// <summary>Whether it covers that time.</summary>
    public bool Holds(Timestamp at) => What.Begins <= at && at < Until;
}

/// <summary>Something that was asked, and the first answer of the other side that fits.</summary>
public sealed record ServiceAsked(ServiceSaid Said, ServiceSaid? Answer);

/// <summary>What the crews of two stations have told each other.</summary>
/// <param name="Windows">In the order in which they were said; those that have ended are left in.</param>
/// <param name="Asked">Presence queries and requests to resend.</param>
/// <param name="Circuits">The last word of each party on the circuits.</param>
public sealed record ServiceBoard(IReadOnlyList<ServiceWindow> Windows, IReadOnlyList<ServiceAsked> Asked, IReadOnlyList<ServiceSaid> Circuits)
{
    /// <summary>The board, from the service messages of one operator line in transcript order. An answer to what its author asked himself, one that does not fit and a
    /// second one count for nothing, nor does the end of another party's window.</summary>
    public static ServiceBoard Of(IReadOnlyList<ServiceSaid> said)
    {
        var about = said.Where(s => s.Regards is not null).ToLookup(s => s.Regards!.Value);
        var windows = new List<ServiceWindow>();
        var asked = new List<ServiceAsked>();
        var circuits = new SortedDictionary<PartyId, ServiceSaid>();
        foreach (var one in said)
        {
            switch (one.What)
            {
                case MaintenanceService window:
                    var over = about[one.Entry].FirstOrDefault(s => s.What is MaintenanceOverService && s.By == one.By);
                    windows.Add(new ServiceWindow(one, window, over is not null && over.At < window.Ends ? over.At : window.Ends));
                    break;
                case PresenceService or ResendService:
                    asked.Add(new ServiceAsked(
                        one, about[one.Entry].FirstOrDefault(s => s.What is AnswerService answer && s.By != one.By && AnswerService.Fits(answer.Answer, one.What))));
                    break;
                case CircuitsService:
                    circuits[one.By] = one;
                    break;
            }
        }

        return new ServiceBoard(windows, asked, [.. circuits.Values]);
    }
}
