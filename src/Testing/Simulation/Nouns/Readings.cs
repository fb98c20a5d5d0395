using Parley.Control;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station;
using Parley.Station.Operations;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>What officers of each station read once everything is over, as a face gets it.</summary>
internal sealed class Readings(SimulatedWorld world)
{
    private const int Page = 500;
    private readonly Dictionary<(SimulatedStation At, LineId Line, string? Language), IReadOnlyList<EntryView>> pages = [];

    /// <summary>Every line, with the stations that know it and have not left it.</summary>
    public IReadOnlyList<(LineId Id, IReadOnlyList<SimulatedStation> Members)> Lines { get; } =
    [
        .. world.Stations.SelectMany(s => s.Core!.Memory.Lines.Keys).Distinct().Order().Select(
            id => (id, (IReadOnlyList<SimulatedStation>)[.. world.Stations.Where(s => s.Core!.Memory.Lines.ContainsKey(id) && !world.HasLeft(s, id))])),
    ];

    /// <summary>Lines on which all members must have come to the same: they are joined, nobody signed two histories there and nothing was lost for ever.</summary>
    public IEnumerable<(LineId Id, IReadOnlyList<SimulatedStation> Members)> Agreed => Lines.Where(
        l => world.IsJoined(l.Id) && !world.Witness.Forked.Any(f => f.Line == l.Id) && !Liveness.HasHole([.. l.Members], l.Id));

    /// <summary>Every entry of a line that an officer of that station reads, in order.</summary>
    public IReadOnlyList<EntryView> Transcript(SimulatedStation at, LineId line, string? language = null)
    {
        if (pages.TryGetValue((at, line, language), out var known))
            return known;
        var entries = new List<EntryView>();
        for (string? before = null; ;)
        {
            var page = Ask(at, new ReadTranscript(line.ToString(), Before: before, Limit: Page, All: true, Language: language));
            entries.InsertRange(0, page.Entries);
            if (!page.MoreBefore)
                return pages[(at, line, language)] = entries;
            before = page.First;
        }
    }

    /// <summary>The answer to a question that must be answered.</summary>
    public TAnswer Ask<TAnswer>(SimulatedStation at, Operation<TAnswer> operation) => Try(at, operation) is Done<TAnswer> { Answer: var answer }
        ? answer
        : throw world.Failure($"{at.Party} has no answer to {operation}");

    public Outcome<TAnswer> Try<TAnswer>(SimulatedStation at, Operation<TAnswer> operation)
    {
        object? answer = null;
        at.Core!.Step([new OfficerAsks(operation, new Actor("cho", (Roles)31), a => answer = a)], at.Clock);
        return (Outcome<TAnswer>)(answer is Deferred deferred ? deferred.Read() : answer!);
    }

    /// <summary>The header of an entry as that station holds it.</summary>
    public static EntryHeader HeaderAt(SimulatedStation at, LineId line, string entry) =>
        at.Core!.Memory.HeaderOf(EntryRef.Parse(entry)!.Value.Feed(line), EntryRef.Parse(entry)!.Value.Index)!;

    /// <summary>Whether words of drafts at that station hold a mark.</summary>
    public static bool IsInDraft(SimulatedStation at, string mark) => at.Core!.Memory.Drafts.Values.Any(
        d => d.Words.Fields.Any(f => f.Text?.Contains(mark, StringComparison.Ordinal) == true));
}
