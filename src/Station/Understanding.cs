using Parley.Control;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Station.Attachments;
using Parley.Station.Journals;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>What an entry of another party means to the station itself, once its content is readable: keys, charters, generations, rotations. An entry that
/// breaks a rule is recorded and shown all the same; it merely changes nothing here.</summary>
internal static class Understanding
{
    public static void Of(Step step, LineState line, FeedState feed, EntryHeader header, Content content)
    {
        // Ours too: a store that was set back gets them from who has them.
        if (header.Kind == EntryKind.Attachment)
            Keeping.Named(step, line, header.Ref, content);
        AidExpiry.Recorded(step, line, header, content);
        if (header.Feed.Party == step.Memory.Own)
        {
            // Words of ours that our store had lost; of them only those on the charter bind us still.
            if (EntryKind.IsCharter(header.Kind))
                Charter(step, line, header, content);
            return;
        }

        switch (header.Kind)
        {
            case EntryKind.Key:
                Key(step, line, header, content);
                break;
            case EntryKind.Keying:
                Keying(step, line, feed, header, content);
                break;
            case EntryKind.Generation:
                Generation(step, line, header, content);
                break;
            case EntryKind.Rotation:
                Rotation(step, feed, content);
                break;
            case EntryKind.Handling when header.Regards is [var message]:
                step.Note(ChangeKind.Handled, line.Id, message.ToString(), $"{header.Feed.Party} reports");
                break;
            case var kind when EntryKind.IsCharter(kind):
                Charter(step, line, header, content);
                break;
        }
    }

    private static void Key(Step step, LineState line, EntryHeader header, Content content)
    {
        if (KeyContent.From(content) is not { } key)
            return;
        // Only a key to which one can seal counts; the newest generation heard of, and in it the greatest index, stands.
        if (step.Memory.Suite.Seal(key.PublicKey, [], [], []) is null)
            return;
        var known = line.MemberKems.GetValueOrDefault(header.Feed.Party);
        if (known is not null && known.Generation == header.Feed.Generation && known.Index >= header.Index)
            return;
        line.MembersVersion++;
        line.MemberKems[header.Feed.Party] = new MemberKem(header.Feed.Generation, header.Index, key.PublicKey);
        step.Changed(line);
    }

    private static void Keying(Step step, LineState line, FeedState feed, EntryHeader header, Content content)
    {
        if (KeyingContent.From(content) is not { } keying)
            return;
        var memory = step.Memory;
        byte[]? secret = null;
        foreach (var kem in line.OwnKems)
            secret ??= keying.Open(memory.Suite, feed.Id, header.Index, memory.Own, kem.Key);
        // What was sealed to the key of the other mode is not for this line. Before the charter is known, the proposal was held to it.
        var mode = line.Fold.Founding?.Mode;
        if (mode is null or LineMode.Live)
            secret ??= keying.Open(memory.Suite, feed.Id, header.Index, memory.Own, memory.Keys.Live);
        if (mode is null or LineMode.Exercise)
            secret ??= keying.Open(memory.Suite, feed.Id, header.Index, memory.Own, memory.Keys.Exercise);
        Appending.KeepEpoch(step, line, feed.Id, new Epoch(header.Index, secret));
        if (secret is not null && feed.Unreadable.Count > 0)
            Opening.Retry(step, line, feed);
    }

    private static void Generation(Step step, LineState line, EntryHeader header, Content content)
    {
        if (GenerationContent.From(content) is not { } generation || generation.Reason == GenerationReason.First)
            return;
        var warning = $"{header.Feed.Party} opened a new generation ({generation.Reason}); confirm with its officers that it is theirs.";
        if (line.Warnings.Add(warning))
        {
            step.Changed(line);
            step.Note(ChangeKind.Warning, line.Id, text: warning);
        }
    }

    private static void Rotation(Step step, FeedState feed, Content content)
    {
        if (RotationContent.From(content) is not { } rotation || !step.Memory.Peers.TryGetValue(feed.Id.Party, out var peer) ||
            !rotation.Chain.Verify(id => id == step.Memory.Suite.Id ? step.Memory.Suite : null))
            return;
        if (peer.Chain.IsPrefixOf(rotation.Chain) && rotation.Chain.Cards.Count > peer.Chain.Cards.Count)
            PeerCards.Take(step, peer, rotation.Chain);
        if (rotation.Chain.IsPrefixOf(peer.Chain))
            feed.CardIndex = Math.Max(feed.CardIndex, rotation.Chain.Cards.Count - 1);
    }

    private static void Charter(Step step, LineState line, EntryHeader header, Content content)
    {
        var before = line.Fold.InForce.ToList();
        if (!line.Fold.Apply(header, content))
            return;
        WarnIfReplaced(step, line, before);
        line.MembersVersion++;
        step.Changed(line);
        step.Journal(JournalAct.CharterWord, line.Id, header.Ref.ToString(), $"{header.Feed.Party} {header.Kind}");
        step.Note(ChangeKind.Line, line.Id, text: header.Kind);
        CharterWishes.Settle(step, line);
        if (line.Fold.LeftBy.Contains(step.Memory.Own))
            return;
        if (line.Fold.AdoptIsDue(step.Memory.Own) && line.Fold.OpenProposal is { } proposal)
            Appending.CharterWord(step, line, EntryKind.Adopt, seed => CharterEntries.Answer(seed, proposal.Hash));
        if (line.Fold.InForce.Count > before.Count)
            Appending.OpenGeneration(step, line);
    }

    /// <summary>Two charters were adopted in one place, by parties of which one was set back: the terms that were in force here are not any more.</summary>
    private static void WarnIfReplaced(Step step, LineState line, List<Charter> before)
    {
        for (var i = 0; i < before.Count; i++)
        {
            if (i < line.Fold.InForce.Count && line.Fold.InForce[i] == before[i])
                continue;
            var warning = $"Version {i + 1} of the charter, proposed by {before[i].Proposer}, is not in force any more: " +
                "another was adopted in its place. Compare the terms with all parties.";
            if (line.Warnings.Add(warning))
                step.Note(ChangeKind.Warning, line.Id, text: warning);
            return;
        }
    }
}
