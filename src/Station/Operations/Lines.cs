using Parley.Control;
using Parley.Control.Lines;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Journals;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Charters: proposed, answered, changed, left.</summary>
internal static class Lines
{
    public static Outcome<LineView> Propose(OperationContext context, ProposeLine operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (!Charter.IsLineName(operation.Name) || operation.Name.Contains(':', StringComparison.Ordinal) || operation.Name.Contains('~', StringComparison.Ordinal))
            return Refuse(Refusal.Malformed, "A line's name has 1 to 64 characters without slash, colon and tilde.");
        if (operation.Kind == LineKind.Operator)
            return Refuse(Refusal.Malformed, "Operator lines open by themselves when cards are exchanged.");
        if (memory.Lines.Count >= Bounds.Lines)
            return Refuse(Refusal.TooMany, "The station holds as many lines as it can.");
        if (memory.Lines.Values.Any(l => l.Fold.Founding!.Name == operation.Name && !l.Fold.IsClosed))
            return Refuse(Refusal.LineExists, $"There is a line '{operation.Name}' already. Choose another name.");
        if (Members(memory, operation.With, out var parties) is { } refused)
            return refused;
        if (Terms.Of(memory, CharterTerms.Default with { LeastSuite = memory.Suite.Id }, operation.Terms, parties, out var terms) is { } badTerms)
            return badTerms;
        if (LeastSuites.Refusal(memory, parties, terms) is { } weak)
            return weak;
        if ((Codebooks.Bar(memory, operation.Mode, terms) ?? Formats.Hold(step, terms)) is { } bar)
            return Refuse(bar.Refusal, bar.Detail);
        var nonce = new byte[Charter.NonceSize];
        memory.Suite.FillRandom(nonce);
        var charter = new Charter(1, operation.Name, operation.Kind, operation.Mode, memory.Own, parties, nonce, null, terms);
        var line = new LineState(charter.FoundedLine(), CharterFold.Proposed(charter));
        memory.Lines[line.Id] = line;
        Appending.CharterWord(step, line, EntryKind.Propose, seed => CharterEntries.Propose(seed, charter, charter.MustCertify));
        return new Done<LineView>(View(context, line));
    }

    private static Refused<LineView>? Members(StationMemory memory, IReadOnlyList<string> with, out CharterParty[] parties)
    {
        parties = [];
        if (with.Count is 0 or >= Parley.Lines.Bounds.Parties)
            return Refuse(Refusal.Malformed, "Name the other parties of the line, 1 to 15 of them.");
        var named = new SortedDictionary<PartyId, Digest> { [memory.Own] = memory.Keys.Chain.Current.Hash() };
        foreach (var name in with)
        {
            if (PartyId.Parse(name) is { } alone && memory.ByHandPeers.ContainsKey(alone) && !memory.Peers.ContainsKey(alone))
            {
                named[alone] = CharterParty.ByHand(alone).Named;
                continue;
            }

            if (PartyId.Parse(name) is not { } party || !memory.Peers.TryGetValue(party, out var peer))
                return Refuse(Refusal.UnknownPeer, $"No card of '{name}' is known. 'peer add' its card first.");
            if (!peer.Verified)
                return Refuse(Refusal.PeerUnverified, $"The digits of {party} were never compared. Do that first, then propose.");
            named[party] = peer.Chain.Current.Hash();
        }

        parties = [.. named.Select(n => new CharterParty(n.Key, n.Value))];
        return null;
    }

    /// <summary>One of our words on the charter, once as many officers have asked for it as the line's release rule says.</summary>
    private static Outcome<LineView> Say(OperationContext context, LineState line, string kind, string subject, Func<byte[], Content> content)
    {
        if (CharterApprovals.Enough(context, line, kind, subject, out var refused))
            Appending.CharterWord(context.Step, line, kind, content);
        return refused is null ? new Done<LineView>(View(context, line)) : refused;
    }

    public static Outcome<LineView> Accept(OperationContext context, AcceptLine operation) => Answer(context, operation.Line, EntryKind.Accept);

    public static Outcome<LineView> Reject(OperationContext context, RejectLine operation) => Answer(context, operation.Line, EntryKind.Reject);

    private static Outcome<LineView> Answer(OperationContext context, string name, string kind)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, name, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (line.Fold.LeftBy.Contains(context.Memory.Own))
            return Refuse(Refusal.LineClosed, "We have left this line.");
        if (line.Fold.OpenProposal is not { } proposal)
            return Refuse(Refusal.NothingProposed, "Nothing is proposed on this line.");
        if (proposal.AcceptedBy.Contains(memory.Own) || proposal.RejectedBy.Contains(memory.Own))
            return Refuse(Refusal.AlreadyAnswered, "We have answered this proposal already.");
        var missing = Missing(memory, proposal.Charter);
        if (kind == EntryKind.Accept && missing.Count > 0)
            return Refuse(Refusal.PeerUnverified, $"Compare digits first with {string.Join(", ", missing)}: the charter names cards that are not verified here.");
        if (kind == EntryKind.Accept && LeastSuites.Refusal(memory, proposal.Charter.Parties.Where(p => !line.Fold.LeftBy.Contains(p.Party)), proposal.Charter.Terms) is { } weak)
            return weak;
        if (kind != EntryKind.Accept)
            return Say(context, line, kind, proposal.Hash.ToString(), seed => CharterEntries.Answer(seed, proposal.Hash));
        if ((Codebooks.Bar(memory, proposal.Charter.Mode, proposal.Charter.Terms) ?? Formats.Hold(context.Step, proposal.Charter.Terms)) is { } bar)
            return Refuse(bar.Refusal, bar.Detail);
        return Say(context, line, kind, proposal.Hash.ToString(), seed => CharterEntries.Answer(seed, proposal.Hash, proposal.Charter.MustCertify));
    }

    /// <summary>Parties whose card, as the charter names it, is not verified here.</summary>
    private static List<string> Missing(StationMemory memory, Charter charter) => [.. charter.Parties
        .Where(p => p.Party != memory.Own && !p.IsByHand && charter.Kind != LineKind.Operator &&
            !(memory.Peers.TryGetValue(p.Party, out var peer) && peer.Verified && peer.Chain.Cards.Any(c => c.Card.Hash() == p.Named)))
        .Select(p => p.Party.ToString())];

    public static Outcome<LineView> Withdraw(OperationContext context, WithdrawLine operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (line.Fold.LeftBy.Contains(context.Memory.Own))
            return Refuse(Refusal.LineClosed, "We have left this line.");
        if (line.Fold.OpenProposal is not { } proposal)
            return Refuse(Refusal.NothingProposed, "Nothing is proposed on this line.");
        if (proposal.Charter.Proposer != context.Memory.Own)
            return Refuse(Refusal.NotProposer, $"Only {proposal.Charter.Proposer} can withdraw its proposal; 'line reject' refuses it.");
        return Say(context, line, EntryKind.Withdraw, proposal.Hash.ToString(), seed => CharterEntries.Answer(seed, proposal.Hash));
    }

    public static Outcome<LineView> Amend(OperationContext context, AmendLine operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (line.Fold.Current is not { } current || line.Fold.IsClosed || line.Fold.LeftBy.Contains(memory.Own))
            return Refuse(Refusal.LineNotOpen, "Only a line that is open can be amended.");
        if (line.Fold.OpenProposal is { } open && open.Charter.Proposer == memory.Own)
            return Refuse(Refusal.ProposalOpen, "Our last proposal is still open; withdraw it first.");
        if (line.Fold.AcceptedOpen(memory.Own) is { } accepted)
            return Refuse(Refusal.ProposalOpen, $"We have accepted a proposal of {accepted.Charter.Proposer} that is still open. Wait for its end, then propose.");
        if (Terms.Of(memory, current.Terms, operation.Terms, current.Parties, out var terms) is { } badTerms)
            return badTerms;
        if (LeastSuites.Refusal(memory, current.Parties.Where(p => !line.Fold.LeftBy.Contains(p.Party)), terms) is { } weak)
            return weak;
        if ((Codebooks.Bar(memory, current.Mode, terms) ?? Formats.Hold(context.Step, terms)) is { } bar)
            return Refuse(bar.Refusal, bar.Detail);
        var next = current with { Version = current.Version + 1, Proposer = memory.Own, Predecessor = current.Hash(), Terms = terms };
        return Say(context, line, EntryKind.Propose, next.Hash().ToString(), seed => CharterEntries.Propose(seed, next, next.MustCertify));
    }

    /// <summary>Suspend, resume or leave: a party's own word, at once.</summary>
    public static Outcome<LineView> Alone(OperationContext context, string name, string kind)
    {
        var own = context.Memory.Own;
        if (LineNames.Find(context.Memory, name, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (line.Fold.Current is null || line.Fold.LeftBy.Contains(own))
            return Refuse(line.Fold.Current is null ? Refusal.LineNotOpen : Refusal.LineClosed, "The line is not open here.");
        if ((kind == EntryKind.Resume) == !line.Fold.SuspendedBy.Contains(own) && kind != EntryKind.Leave)
            return Refuse(Refusal.AlreadyAnswered, kind == EntryKind.Resume ? "We have not suspended this line." : "We have suspended this line already.");
        return Say(context, line, kind, "", seed => CharterEntries.Empty(seed));
    }

    public static Outcome<LineView> Confirm(OperationContext context, ConfirmGeneration operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (line.Warnings.RemoveWhere(w => w.StartsWith(operation.Party + " ", StringComparison.Ordinal)) == 0)
            return Refuse(Refusal.NothingToConfirm, $"No warning about {operation.Party} stands on this line.");
        context.Step.Changed(line);
        context.Step.Journal(JournalAct.GenerationConfirmed, line.Id, note: operation.Party);
        return new Done<LineView>(View(context, line));
    }

    public static Outcome<IReadOnlyList<LineView>> List(OperationContext context, ListLines operation) =>
        new Done<IReadOnlyList<LineView>>(
            [.. context.Memory.Lines.Values.Where(l => !operation.Pending || WaitsForUs(context.Memory, l)).Select(l => View(context, l))]);

    private static bool WaitsForUs(StationMemory memory, LineState line) => !line.Fold.LeftBy.Contains(memory.Own) && line.Fold.OpenProposal is { } proposal &&
        !proposal.AcceptedBy.Contains(memory.Own) && !proposal.RejectedBy.Contains(memory.Own) && proposal.Charter.Names(memory.Own);

    public static LineView View(OperationContext context, LineState line)
    {
        var memory = context.Memory;
        var fold = line.Fold;
        var founding = fold.Founding!;
        var others = founding.Parties.Where(p => p.Party != memory.Own).Select(p => p.Party.ToString());
        return new LineView(
            line.Id.ToString(),
            LineNames.HandleOf(memory, line),
            founding.Name,
            founding.Kind,
            founding.Mode,
            StateOf(fold),
            [memory.Own.ToString(), .. others],
            fold.InForce.Count,
            Terms.View(memory, (fold.Current ?? founding).Terms),
            fold.OpenProposal is { } p
                ? new ProposalView(
                    p.Charter.Version,
                    p.Charter.Proposer.ToString(),
                    Terms.View(memory, p.Charter.Terms),
                    [.. p.AcceptedBy.Select(a => a.ToString())],
                    [.. p.RejectedBy.Select(a => a.ToString())],
                    WaitsForUs(memory, line))
                : null,
            [.. fold.SuspendedBy.Select(s => s.ToString())],
            [.. fold.LeftBy.Select(s => s.ToString())],
            Missing(memory, fold.OpenProposal?.Charter ?? founding),
            [
                .. line.Warnings, .. CharterApprovals.Waiting(memory, line),
                .. PeerCards.Unverified(memory).Where(u => founding.Names(u.Author)).Select(u => u.Warning),
            ],
            line.Allies,
            [.. founding.ByHand.Select(p => p.ToString())]);
    }

    public static Parley.Control.Lines.LineState StateOf(CharterFold fold) =>
        fold.IsClosed ? Parley.Control.Lines.LineState.Closed
        : fold.InForce.Count == 0 ? Parley.Control.Lines.LineState.Proposed
        : fold.SuspendedBy.Any() ? Parley.Control.Lines.LineState.Suspended
        : Parley.Control.Lines.LineState.Open;

    private static Refused<LineView> Refuse(Refusal why, string detail) => new(why, detail);
}
