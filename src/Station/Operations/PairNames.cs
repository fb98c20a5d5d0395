using Parley.Control;
using Parley.Lines.Parties;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Whom an officer means by a pair of the charter's table, and by parties of it.</summary>
internal static class PairNames
{
    /// <summary>The parties across from us in a pair, in order; otherwise what is wrong.</summary>
    /// <param name="kind">Of the entry that is to be said.</param>
    /// <param name="names">Null: all of them.</param>
    public static Writing.Why? Across(OperationContext context, LineState line, string kind, string pair, IReadOnlyList<string>? names, out List<PartyId> with)
    {
        with = [];
        var own = context.Memory.Own;
        if ((Writing.NotOpen(context, line) ?? Writing.OutOfPlace(line, kind)) is { } closed)
            return closed;
        var table = line.Fold.Current!.Terms.Counterparts;
        if (table.FirstOrDefault(c => c.Pair == pair) is not { } row || row.Of(own) is null)
        {
            var known = table.Where(c => c.Of(own) is not null).Select(c => c.Pair).ToList();
            return new Writing.Why(Refusal.UnknownCounterpart, known.Count == 0
                ? "The charter of this line names no counterparts of ours; 'line amend --counterparts FILE' proposes some."
                : $"We have no seat in a pair '{pair}' of this line; its pairs are {string.Join(", ", known)}.");
        }

        var found = new SortedSet<PartyId>();
        foreach (var name in names ?? [.. row.Seats.Where(s => s.Party != own).Select(s => s.Party.ToString())])
        {
            if (PartyId.Parse(name) is not { } party || party == own || row.Of(party) is null)
                return new Writing.Why(Refusal.UnknownCounterpart, $"'{name}' has no seat across from ours in the pair {row.Pair}.");
            found.Add(party);
        }

        with = [.. found];
        return with.Count == 0 ? new Writing.Why(Refusal.Malformed, "Name with whom.") : null;
    }
}
