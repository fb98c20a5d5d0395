using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Station.Activities;

/// <summary>What officers were shown of the activities of each line beside its transcript: the whole list, and what warnings named. Not saved; one of each an officer and
/// line. A list is read outside the loop, so a lock guards it.</summary>
internal sealed class PictureShown
{
    private const int MostNamed = 256;
    private readonly Lock gate = new();
    private readonly Dictionary<(string Officer, LineId Line), Heads> listed = [];
    private readonly Dictionary<(string Officer, LineId Line), List<EntryRef>> named = [];

    /// <summary>He was shown every activity of the line that is not over.</summary>
    public void List(string officer, LineId line, Heads heads)
    {
        lock (gate)
            listed[(officer, line)] = heads;
    }

    /// <summary>A warning told him of these, by the words that hold their volumes.</summary>
    public void Name(string officer, LineId line, IEnumerable<EntryRef> volumes)
    {
        lock (gate)
            named[(officer, line)] = [.. volumes.Concat(named.GetValueOrDefault((officer, line)) ?? []).Distinct().Take(MostNamed)];
    }

    public bool IsNamed(string officer, LineId line, EntryRef volumes)
    {
        lock (gate)
            return named.TryGetValue((officer, line), out var told) && told.Contains(volumes);
    }

    /// <summary>What he has been shown of the line's picture, with what its transcript showed him.</summary>
    public Heads Of(string officer, LineId line, Heads transcript)
    {
        lock (gate)
            return listed.TryGetValue((officer, line), out var heads) ? transcript.With(heads) : transcript;
    }

    /// <summary>What he has been shown when all of these overlap what he means to say: once he knows of each, with them; otherwise without.</summary>
    /// <param name="seen">What he has been shown besides warnings.</param>
    public Heads Despite(string officer, LineId line, Heads seen, IReadOnlyList<EntryRef> overlapping) =>
        overlapping.All(e => seen.Covers(e) || IsNamed(officer, line, e)) ? overlapping.Aggregate(seen, With) : seen;

    private static Heads With(Heads seen, EntryRef entry) =>
        seen.Covers(entry) ? seen : seen.With(entry.Party, entry.Generation, entry.Lane, entry.Index + 1);
}
