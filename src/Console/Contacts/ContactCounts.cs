using Parley.Control.Contacts;

namespace Parley.Console.Contacts;

/// <summary>Requests for calls by outcome, in the order of the record. The columns are the same for us as for them.</summary>
internal static class ContactCounts
{
    /// <summary>Parts of the text keys <c>contacts.count.…</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["held", "scheduled", "undated", "declined", "unacknowledged", "expired", "cancelled", "waiting"];

    public static IReadOnlyList<(string Name, int Count)> Of(RequestCountsView asked) =>
    [
        .. Names.Zip([asked.Held, asked.Scheduled, asked.Undated, asked.Declined, asked.Unacknowledged, asked.Expired, asked.Cancelled, asked.Waiting]),
    ];
}
