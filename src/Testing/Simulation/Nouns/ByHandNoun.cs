using Parley.Control;
using Parley.Control.ByHand;
using Parley.Control.Messages;
using Parley.Control.Peers;
using Parley.Lines.ByHand;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using LineState = Parley.Station.State.LineState;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>A party without a station is on the line of all: its words are entered by officers, and so is what was done by hand with messages.</summary>
internal sealed class ByHandNoun(SimulatedWorld world) : Noun(world)
{
    private const string Guest = "fenn";
    private readonly List<Deed> deeds = [];

    public override IReadOnlyList<string> Besides => [Guest];

    public override void Prepare(Beginning beginning)
    {
        foreach (var station in World.Stations)
            beginning.Do(station, new AddByHandPeer(Guest, "Fenn", "telephone 1"));
    }

    public override void Act(SimulatedStation station, string officer)
    {
        if (OpenLine(station) is not { } line)
            return;
        if (Dice.Chance(0.4))
            Enter(station, officer, line, isLast: false);
        else if (Dice.PickAny(World.Script.Words.Where(w => w.Line == line.Id && w.Released is { } r && line.Heads.Covers(r)).ToList()) is { } word)
            Record(station, officer, line, word);
    }

    public override void ActAtLast(SimulatedStation station, LineState line) => Enter(station, "bob", line, isLast: true);

    /// <summary>Another party of the line, with a station or without; now and then one that is none, or our own.</summary>
    private string Other(SimulatedStation station, LineState line, bool isRight) => isRight
        ? Dice.Pick(line.Fold.Founding!.Parties.Select(p => p.Party).Where(p => p != station.Party).ToList()).ToString()
        : Dice.Pick([station.Party.ToString(), "gorm"]);

    private void Enter(SimulatedStation station, string officer, LineState line, bool isLast)
    {
        var isRight = isLast || Dice.Chance(0.9);
        var party = Other(station, line, isRight);
        var means = Dice.Pick(Enum.GetValues<Means>());
        var said = new SaidByHand(station, line.Id, World.Script.NextNumber(), party, means, officer) { IsLast = isLast, Wrong = isRight ? [] : [Refusal.UnknownPeer] };
        said.Text = $"They say: {said.Mark}";
        Say(said, officer, new EnterByHand(line.Id.ToString(), party, means, Dice.Pick(Enum.GetValues<Precedence>()), Language: "en", Text: said.Text));
    }

    private void Record(SimulatedStation station, string officer, LineState line, Word word)
    {
        var others = line.Fold.Founding!.Parties.Select(p => p.Party).Where(p => p != station.Party && p != word.Author.Party).ToList();
        var isRight = others.Count > 0 && Dice.Chance(0.9);
        var party = isRight ? Dice.Pick(others).ToString() : Dice.Pick([word.Author.Party.ToString(), station.Party.ToString(), "gorm"]);
        var done = Dice.Pick(Enum.GetValues<ByHandDeed>());
        HandlingStage? stage = done == ByHandDeed.Handled ? Dice.Pick(HandlingStages.All.Where(s => !s.NeedsAddressee()).ToList()) : null;
        var means = Dice.Pick(Enum.GetValues<Means>());
        var said = new Said(station, line.Id, World.Script.NextNumber(), EntryKind.ByHandDeed)
        {
            Wrong = isRight ? [] : [Refusal.UnknownPeer, Refusal.UnknownEntry],
            Perhaps = [Refusal.UnknownEntry],
        };
        var deed = new Deed(said, word, new ByHandDeedView(party, done, stage, means, default, station.Party.ToString(), officer, default, null, "en", said.Mark));
        deeds.Add(deed);
        World.Script.Spoken.Add(said);
        var operation = new RecordByHand(line.Id.ToString(), word.Released!.Value.ToString(), party, done, means, Stage: stage, Language: "en", Text: said.Mark);
        World.Officers.Ask(station, officer, operation with { Key = World.Script.NewKey() }, outcome => World.Script.Told(
            said, outcome is Done<EntryView> { Answer: var view } && EntryOf(deed, view) is { } own ? new Done<EntryView>(view with { Entry = own }) : outcome));
    }

    /// <summary>The entry of a deed: the answer shows the message that it is about.</summary>
    private string? EntryOf(Deed deed, EntryView view)
    {
        if (deed.Said.Wrong.Count > 0)
            throw World.Failure($"{deed.Said.Author.Party} took {deed.Said.Name} of {deed.View.Party} on words of {deed.Word.Author.Party}");
        if (!view.Deeds!.Any(d => IsSame(d, deed.View)))
            throw World.Failure($"{deed.Said.Author.Party} answers {deed.Said.Name} with {string.Join(", ", view.Deeds!)}, and it was {deed.View}");
        var at = deed.Said.Author;
        return at.Store?.Regarding(deed.Said.Line, EntryRef.Parse(view.Entry)!.Value, null, int.MaxValue).FirstOrDefault(
            s => Parley.Station.Handover.OpenAtRest(at.Core!.Memory, s) is { } clear && Content.Parse(clear) is { } content &&
                ByHandDeedContent.From(content)?.Note?.Text == deed.View.Text) is { } stored
            ? EntryRef.Of(stored.Feed, stored.Index).ToString()
            : null;
    }

    // Times aside: the station says when.
    private static bool IsSame(ByHandDeedView one, ByHandDeedView other) => one with { At = default, Entered = default } == other;

    public override void Check(Readings readings)
    {
        foreach (var (line, members) in readings.Lines)
        {
            foreach (var member in members)
            {
                var shown = readings.Transcript(member, line).SelectMany(v => v.Deeds!.Select(d => (v.Entry, Deed: d))).ToList();
                foreach (var (entry, view) in shown)
                {
                    if (deeds.Find(d => d.View.Text == view.Text) is not { Said.Refused: null } deed || !IsSame(view, deed.View) || deed.Word.Released?.ToString() != entry)
                        throw World.Failure($"{member.Party} shows a deed that nobody entered: {view}, about {entry}");
                }

                if (shown.GroupBy(s => s.Deed.Text).FirstOrDefault(g => g.Count() > 1) is { } twice)
                    throw World.Failure($"{member.Party} shows the deed '{twice.Key}' twice");
                foreach (var deed in deeds.Where(d => d.Said.Line == line && !d.Said.ContentIsLost && Losses.Keepers(World, d.Said).Contains(member)))
                {
                    if (Losses.Keepers(World, deed.Word).Contains(member) && !shown.Exists(s => s.Deed.Text == deed.View.Text))
                        throw World.Failure($"{member.Party} does not show {deed.Said.Name} of {deed.View.By} about {deed.Word.Released}");
                }
            }
        }
    }

    /// <summary>What an officer entered, about which word, and how it must be shown, times aside.</summary>
    private sealed record Deed(Said Said, Word Word, ByHandDeedView View);
}
