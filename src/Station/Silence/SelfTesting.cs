using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Silence;
using Parley.Station.Operations;
using Parley.Station.State;

namespace Parley.Station.Silence;

/// <summary>Puts a test of ourselves together: what was found at our own doors, and what the loop knows of clock, store and keys.</summary>
internal static class SelfTesting
{
    /// <param name="jump">By how much the clock was set since the test before.</param>
    public static SelfTest Of(
        StationMemory memory, LinkTable links, Rhythm rhythm, IReadOnlyList<string> circuits, TimeSpan? jump, string? storeTrouble, Timestamp now)
    {
        List<SelfTestFailure> failures = [.. circuits.Take(4).Select(c => new SelfTestFailure(SelfTestPart.Circuits, Short(c)))];
        if (jump is { } by)
            failures.Add(new SelfTestFailure(SelfTestPart.Clock, string.Create(CultureInfo.InvariantCulture, $"our clock was set by {by.TotalSeconds:F0} s")));
        if (Apart(memory, links, rhythm, now) is { } apart)
            failures.Add(new SelfTestFailure(SelfTestPart.Clock, apart));
        if (storeTrouble is { } trouble)
            failures.Add(new SelfTestFailure(SelfTestPart.Store, Short($"our store: {trouble}")));
        var card = memory.Keys.Chain.Current;
        if (now < card.ValidFrom || now > card.ValidUntil)
            failures.Add(new SelfTestFailure(SelfTestPart.Keys, $"our card is valid from {EntryText.Clock(card.ValidFrom)} until {EntryText.Clock(card.ValidUntil)} only"));
        return new SelfTest(now, failures);
    }

    /// <summary>All clocks that we can compare with are apart from ours by more than a line allows: whose is wrong is not known, and so it may be ours. One of
    /// several that is apart is its own.</summary>
    private static string? Apart(StationMemory memory, LinkTable links, Rhythm rhythm, Timestamp now)
    {
        var allowed = TimeSpan.FromSeconds(Parley.Lines.Charters.CharterTerms.Default.SkewSeconds);
        List<(string Party, TimeSpan Ahead)> clocks = [.. links.All
            .Where(p => memory.Peers.TryGetValue(p.Party, out var peer) && peer.Verified && p.Life.Last is { } last && now - last <= rhythm.ClockHeard)
            .Select(p => (Party: p.Party.ToString(), p.Clock.Ahead)).Where(c => c.Ahead is not null).Select(c => (c.Party, c.Ahead!.Value))];
        return clocks.Count == 0 || clocks.Exists(c => c.Ahead.Duration() <= allowed)
            ? null
            : $"our clock and that of {(clocks.Count == 1 ? clocks[0].Party : "every other station")} are " +
                $"{clocks[0].Ahead.Duration().TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)} s apart; whose is wrong is not known";
    }

    private static string Short(string text) => text.Length <= Parley.Lines.Bounds.ShortText ? text : text[..Parley.Lines.Bounds.ShortText];
}
