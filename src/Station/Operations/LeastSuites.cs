using Parley.Control;
using Parley.Control.Lines;
using Parley.Lines.Charters;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>A charter names the weakest suite that its members may use. What a member can do stands on its card; who cannot do as much is named before the
/// charter can bind anybody, for afterwards that party would be mute on the line.</summary>
internal static class LeastSuites
{
    /// <summary>Null when our own card and every other party's, as known here, have at least that suite.</summary>
    public static Refused<LineView>? Refusal(StationMemory memory, IEnumerable<CharterParty> parties, CharterTerms terms)
    {
        List<string> weak = [.. parties
            .Where(p => !p.IsByHand && memory.ChainOf(p.Party) is { } chain && chain.Current.Suite.Number < terms.LeastSuite.Number)
            .Select(p => $"{p.Party} (suite {memory.ChainOf(p.Party)!.Current.Suite})")];
        return weak.Count == 0
            ? null
            : new Refused<LineView>(
                Control.Refusal.SuiteTooWeak,
                $"The charter asks for suite {terms.LeastSuite} at least; the card of {string.Join(", ", weak)} has less.");
    }
}
