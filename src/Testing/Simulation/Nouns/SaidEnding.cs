using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>What must be true at the end of everything that was said beside plain messages: an officer wanted it, it stands once, whoever must hold it reads what was
/// said, and nothing of what was refused is anywhere.</summary>
internal sealed class SaidEnding(SimulatedWorld world, Readings readings)
{
    private readonly Dictionary<int, Said> saids = world.Script.Saids.ToDictionary(s => s.Number);
    private readonly Dictionary<int, string> entries = [];
    private readonly HashSet<(SimulatedStation At, int Number)> read = [];

    public void Check()
    {
        foreach (var (line, members) in readings.Lines)
        {
            foreach (var member in members)
            {
                foreach (var view in readings.Transcript(member, line))
                {
                    if (IsOfNouns(view.Kind) && view.Readable == Readability.Readable)
                        Trace(member, line, view);
                }
            }
        }

        foreach (var said in saids.Values)
            Kept(said);
    }

    /// <summary>Plain messages and stages of handling have checkers of their own, and so have deeds by hand.</summary>
    private static bool IsOfNouns(string kind) =>
        EntryKind.IsWords(kind) && kind is not (EntryKind.Message or EntryKind.Reissue) && !EntryKind.IsAside(kind);

    /// <summary>An entry goes back to an officer of its author, who wanted just that.</summary>
    private void Trace(SimulatedStation member, LineId line, EntryView view)
    {
        var words = $"{view.Text} {string.Join(' ', view.Code?.Blanks.Select(b => b.Value) ?? [])}";
        if (Said.NumberIn(words) is not { } number || !saids.TryGetValue(number, out var said) || said.Author.Party.ToString() != view.Party || said.Line != line)
            throw world.Failure($"{member.Party} reads {view.Kind} {view.Entry}, which no officer of {view.Party} wanted to say there: {words}");
        if (said.Refused is { } why)
            throw world.Failure($"{said.Name} of {view.Party} was refused ({why}), and {member.Party} holds it as {view.Entry}");
        if (!entries.TryAdd(number, view.Entry) && entries[number] != view.Entry)
            throw world.Failure($"{said.Name} of {view.Party} stands twice: {entries[number]} and {view.Entry}");
        if (said.Misread(member, view) is { } wrong)
            throw world.Failure($"{member.Party} reads {said.Name} of {view.Party}, {view.Entry}, and {wrong}");
        read.Add((member, number));
    }

    private void Kept(Said said)
    {
        if (said.Refused is { } why && Readings.IsInDraft(said.Author, said.Mark) && said.Wrong.Count > 0)
            throw world.Failure($"{said.Name} of {said.Author.Party} was refused ({why}), and a draft of it is left");
        if (said.IsLast && said.Released is null)
            throw world.Failure($"{said.Name} of {said.Author.Party} was not released, though everything worked");
        foreach (var member in Losses.Keepers(world, said))
        {
            var released = said.Released!.Value;
            var isThere = said.Kind == EntryKind.ByHandDeed || said.ContentIsLost
                ? member.Store!.Entry(released.Feed(said.Line), released.Index) is not null
                : read.Contains((member, said.Number));
            if (!isThere)
                throw world.Failure($"{member.Party} does not hold {said.Name}, which {said.Author.Party} released as {said.Released}");
        }
    }
}
