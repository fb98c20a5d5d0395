using Parley.Lines.Entries;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

/// <summary>Words on charters that one officer asked for and that wait for a second. They last until they are said, until nobody could say them any more, or
/// until the officer is revoked.</summary>
internal static class CharterWishes
{
    public static void Put(Step step, CharterWishId id, CharterWish wish)
    {
        step.Memory.CharterWishes[id] = wish;
        step.Put(DocumentKind.CharterWish, id.ToString(), wish.Encode());
    }

    public static void Remove(Step step, CharterWishId id)
    {
        if (step.Memory.CharterWishes.Remove(id))
            step.Remove(DocumentKind.CharterWish, id.ToString());
    }

    /// <summary>The line's charter has moved on: wishes that it has overtaken go.</summary>
    public static void Settle(Step step, LineState line)
    {
        foreach (var (id, wish) in step.Memory.CharterWishes.Where(w => w.Key.Line == line.Id).ToList())
        {
            if (!CanStillBeSaid(step.Memory, line, id, wish))
                Remove(step, id);
        }
    }

    /// <summary>An officer was revoked: his wishes count for nothing.</summary>
    public static void Forget(Step step, string officer)
    {
        foreach (var (id, _) in step.Memory.CharterWishes.Where(w => w.Value.Officer == officer).ToList())
            Remove(step, id);
    }

    private static bool CanStillBeSaid(StationMemory memory, LineState line, CharterWishId id, CharterWish wish)
    {
        var (fold, own) = (line.Fold, memory.Own);
        if (fold.IsClosed || fold.LeftBy.Contains(own))
            return false;
        return id.Kind switch
        {
            EntryKind.Accept or EntryKind.Reject => fold.OpenProposal is { } open && open.Hash.ToString() == id.Subject &&
                !open.AcceptedBy.Contains(own) && !open.RejectedBy.Contains(own),
            EntryKind.Withdraw => fold.OpenProposal is { } open && open.Hash.ToString() == id.Subject,
            EntryKind.Propose => fold.InForce.Count == wish.Charters && fold.OpenProposal?.Hash.ToString() != id.Subject,
            EntryKind.Suspend => !fold.SuspendedBy.Contains(own),
            EntryKind.Resume => fold.SuspendedBy.Contains(own),
            _ => true,
        };
    }
}
