using System.Globalization;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Station.Journals;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What is behind each rung of a ladder now. The loop takes what it knows; what was said since is read after it. Nothing is ever sent from here.</summary>
internal sealed class CallLadders
{
    // Entries of a line that are looked at for words of ours since the request.
    private const int Looked = 2048;

    private readonly StationMemory memory;
    private readonly CallReading reading;
    private readonly CharterTerms? terms;
    private readonly List<(string Name, LineGlance Glance, bool IsOpen, List<PartyId> Others)> lines = [];
    private readonly Dictionary<PartyId, (bool Verified, bool Joined, Ledger.Timestamp? Heard)> peers = [];
    private readonly CodebookState? book;

    private CallLadders(OperationContext context, LineState line, CallReading reading)
    {
        (memory, this.reading, terms) = (context.Memory, reading, line.Fold.Current?.Terms);
        book = terms?.Codebook is { } hash ? memory.Codebooks.GetValueOrDefault(hash) : null;
        var named = terms?.Ladder ?? [];
        foreach (var other in memory.Lines.Values.Where(l => l.Mode == line.Mode && l.Id != line.Id))
        {
            var founding = other.Fold.Founding!;
            if (named.Any(r =>
                (r.Kind == RungKind.Line && r.Argument == founding.Name) || (r.Kind == RungKind.Third && founding.Parties.Any(p => p.Party.ToString() == r.Argument))))
            {
                lines.Add((
                    founding.Name, LineGlance.Of(context, other), other.Fold.IsOpen && !other.Fold.SuspendedBy.Any(),
                    [.. founding.Parties.Select(p => p.Party).Where(p => p != memory.Own)]));
            }
        }

        foreach (var (party, peer) in memory.Peers)
            peers[party] = (peer.Verified, context.Links.Of(party).Links.Count > 0, peer.LastHeard);
    }

    public static CallLadders Of(OperationContext context, LineState line, CallReading reading) => new(context, line, reading);

    /// <summary>The rungs for that call; empty while it is not time, and for a call that another party asked for.</summary>
    public IReadOnlyList<RungOffer> Offers(CallRecord call) => terms is null || call.From != memory.Own || !Ladder.IsOffered(call, reading.Now)
        ? []
        : Ladder.Of(call, terms.Ladder, terms.Counterparts, Facts(call), reading.Now);

    /// <summary>Our side closes its request: what the ladder offered then and was not used goes into the journal.</summary>
    public static void Leave(OperationContext context, LineState line, Draft draft)
    {
        if (draft.Words.Kind != EntryKind.CallStep || draft.Regards is not [var call] || call.Party != context.Memory.Own ||
            CallStepContent.From(draft.Words.ToContent(new byte[Content.SeedSize])) is not (CancelledStep or HeldStep))
            return;
        var reading = CallReading.Of(context, line);
        if (reading.One(call) is { } record && Of(context, line, reading).Offers(record).Where(o => o.Standing != RungStanding.Used).ToList() is { Count: > 0 } left)
            context.Step.Journal(JournalAct.LadderLeft, line.Id, call.ToString(), string.Join("; ", left.Select(Short)));
    }

    private static string Short(RungOffer offer) => $"{offer.Rung} ({(offer.Standing == RungStanding.Available ? "available" : "not available")})";

    private LadderFacts Facts(CallRecord call)
    {
        var since = call.RequestedAt;
        var own = LineScan.All(memory, reading.Glance, since, static k => k is EntryKind.Call or EntryKind.Code, Looked).Entries
            .Where(e => e.Header.Feed.Party == memory.Own && e.Header.Ref != call.Call).ToList();
        var asked = own.Where(e => e.Header.Kind == EntryKind.Call && e.Content is not null).Select(e => CallContent.From(e.Content!)?.Pair).OfType<string>().ToHashSet();
        var sent = own.Where(e => e.Header.Kind == EntryKind.Code && e.Content is not null).Select(e => CodeContent.From(e.Content!)?.Number).OfType<int>().ToHashSet();
        return new LadderFacts(
            asked.Contains(call.Pair),
            asked.Contains,
            notice => NumberOf(notice) is { } number ? book?.Book[number] is not null : null,
            notice => NumberOf(notice) is { } number && sent.Contains(number),
            name => lines.Where(l => l.Name == name && call.With.Any(l.Others.Contains)).Select(l => new LadderLine(
                l.IsOpen, call.With.Select(p => peers.TryGetValue(p, out var peer) ? peer.Heard : null).Max(), HasSpoken(l.Glance, since))).FirstOrDefault(),
            party => peers.TryGetValue(party, out var third)
                ? new LadderThird(third.Verified, third.Joined, lines.Any(l => l.Others.Contains(party) && HasSpoken(l.Glance, since)))
                : null);
    }

    private static int? NumberOf(string notice) => int.TryParse(notice, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool HasSpoken(LineGlance glance, Ledger.Timestamp since) =>
        LineScan.All(memory, glance, since, EntryKind.IsTalk, Looked).Entries.Exists(e => e.Header.Feed.Party == memory.Own);
}
