using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Parties;
using Parley.Lines.Service;
using Parley.Lines.Silence;

namespace Parley.Station.Silence;

/// <summary>A verdict as it was worked out, with what of it is worth keeping.</summary>
/// <param name="From">When the first of its evidence is from.</param>
/// <param name="Evidence">Of which it was worked out.</param>
/// <param name="Heard">When their station was last heard.</param>
/// <param name="Human">What people did, good until <paramref name="Until"/> while the line stays at <paramref name="Version"/>.</param>
/// <param name="ReadAt">When that was read.</param>
internal sealed record Weighed(
    LineId Line, PartyId Party, SilenceVerdict Verdict, SilenceEvidence Evidence, IReadOnlyList<string> Pairs, Timestamp? From, Timestamp? Heard,
    HumanEvidence Human, long Version, Timestamp Until, Timestamp ReadAt);

/// <summary>Requests for calls of one line by asked party, good until <paramref name="Until"/> while the line stays at <paramref name="Version"/>.</summary>
/// <param name="At">When they were read.</param>
internal sealed record KnownCalls(LineId Line, long Version, Timestamp At, Timestamp Until, ILookup<PartyId, CallEvidence> Calls);

/// <summary>Maintenance that crews announced on one operator line, good while the line stays at <paramref name="Version"/>.</summary>
internal sealed record AnnouncedWindows(LineId Operators, long Version, IReadOnlyList<ServiceWindow> Windows);

/// <summary>What people did on each line and which maintenance they announced, as it was last read: a line on which nothing came and nothing fell due is not read again.</summary>
internal sealed class HumanCache
{
    private readonly SortedDictionary<(LineId, PartyId), Weighed> last = [];

    private readonly SortedDictionary<LineId, AnnouncedWindows> windows = [];
    private readonly SortedDictionary<LineId, KnownCalls> calls = [];

    public void Put(AnnouncedWindows announced) => windows[announced.Operators] = announced;

    public AnnouncedWindows? Find(LineId operators, long version) => windows.GetValueOrDefault(operators) is { } known && known.Version == version ? known : null;

    public void Put(Weighed weighed) => last[(weighed.Line, weighed.Party)] = weighed;

    public void Put(KnownCalls known) => calls[known.Line] = known;

    /// <param name="exactly">Somebody asks; the schedule may be content with what is a few seconds old on a line where much is said.</param>
    public KnownCalls? FindCalls(LineId line, long version, Timestamp now, bool exactly) =>
        calls.GetValueOrDefault(line) is { } known && IsGood(known.Version == version, known.At, known.Until, now, exactly) ? known : null;

    private static bool IsGood(bool isSame, Timestamp at, Timestamp until, Timestamp now, bool exactly) =>
        now >= at && now < until && (isSame || (!exactly && (now - at).TotalMilliseconds < Bounds.StaleEvidenceMilliseconds));

    public Weighed? Find(LineId line, PartyId party, long version, Timestamp now, bool exactly) =>
        last.GetValueOrDefault((line, party)) is { } known && IsGood(known.Version == version, known.ReadAt, known.Until, now, exactly) ? known : null;

    public void Forget()
    {
        last.Clear();
        windows.Clear();
        calls.Clear();
    }
}
