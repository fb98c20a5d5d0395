using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Parties;
using Parley.Lines.Service;
using Parley.Lines.Silence;

namespace Parley.Station.Silence;

/// <summary>A verdict as it was worked out, with what of it is worth keeping.</summary>
/// <param name="From">When the first of its evidence is from.</param>
/// <param name="Heard">When their station was last heard.</param>
/// <param name="Human">What people did, good until <paramref name="Until"/> while the line stays at <paramref name="Version"/>.</param>
internal sealed record Weighed(
    LineId Line, PartyId Party, SilenceVerdict Verdict, Timestamp? From, Timestamp? Heard, HumanEvidence Human, long Version, Timestamp Until);

/// <summary>Maintenance that crews announced on one operator line, good while the line stays at <paramref name="Version"/>.</summary>
internal sealed record AnnouncedWindows(LineId Operators, long Version, IReadOnlyList<ServiceWindow> Windows);

/// <summary>What people did on each line and which maintenance they announced, as it was last read: a line on which nothing came and nothing fell due is not read again.</summary>
internal sealed class HumanCache
{
    private readonly SortedDictionary<(LineId, PartyId), Weighed> last = [];

    private readonly SortedDictionary<LineId, AnnouncedWindows> windows = [];

    public void Put(AnnouncedWindows announced) => windows[announced.Operators] = announced;

    public AnnouncedWindows? Find(LineId operators, long version) => windows.GetValueOrDefault(operators) is { } known && known.Version == version ? known : null;

    public void Put(Weighed weighed) => last[(weighed.Line, weighed.Party)] = weighed;

    public HumanEvidence? Find(LineId line, PartyId party, long version, Timestamp now, out Timestamp until)
    {
        until = default;
        if (!last.TryGetValue((line, party), out var known) || known.Version != version || now >= known.Until)
            return null;
        until = known.Until;
        return known.Human;
    }

    public void Forget()
    {
        last.Clear();
        windows.Clear();
    }
}
