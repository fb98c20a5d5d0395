using System.Globalization;
using Parley.Control;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Control.Stations;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Testing.Simulation.Nouns;

namespace Parley.Testing.Simulation;

/// <summary>What the officers of a world do, at random.</summary>
internal sealed class Script(SimulatedWorld world)
{
    private static readonly string[] Names = ["ann", "bob", "cho"];
    private int number;

    /// <summary>Everything that officers wanted to send, in order.</summary>
    public List<Spoken> Spoken { get; } = [];

    public IEnumerable<Word> Words => Spoken.OfType<Word>();

    public IEnumerable<Said> Saids => Spoken.OfType<Said>();

    /// <summary>Stages of handling that a station has said are entered.</summary>
    public List<Handled> Handlings { get; } = [];

    /// <summary>One officer of some station does something.</summary>
    public void Act()
    {
        var station = world.Dice.Pick(world.Stations);
        if (!station.IsUp || station.IsQuiet)
            return;
        var officer = world.Dice.Pick(Names);
        if (world.Dice.Chance(world.Plan.Charters))
            ActOnCharter(station, officer);
        else if (world.Dice.Chance(0.15))
            Read(station, officer);
        else if (world.Dice.Chance(0.2))
            Handle(station, officer);
        else if (world.Nouns.Count > 0 && world.Dice.Chance(0.35))
            world.Dice.Pick(world.Nouns).Act(station, officer);
        else if (OpenLine(station) is { } line)
            Say(station, officer, line, world.Dice.Pick(Enum.GetValues<Precedence>()));
    }

    private LineId? OpenLine(SimulatedStation station)
    {
        var open = station.Core!.Memory.Lines.Values.Where(l => l.Fold.IsOpen).ToList();
        // Among many there are more pairs than lines of all; what is to be seen is on these.
        if (world.Stations.Count > 3 && world.Dice.Chance(0.7))
            open.RemoveAll(l => l.Fold.Members.Count() < 3);
        return open.Count == 0 ? null : world.Dice.Pick(open).Id;
    }

    /// <summary>Sends a new word, in one of the ways in which officers do.</summary>
    /// <param name="answer">What it asks for; null: nothing.</param>
    /// <param name="regards">The entry that it is about.</param>
    public Word Say(SimulatedStation station, string officer, LineId line, Precedence precedence, AnswerWishInput? answer = null, EntryRef? regards = null)
    {
        var length = world.Dice.Chance(0.05) ? world.Dice.Between(20_000, 60_000) : world.Dice.Between(0, 600);
        var text = string.Create(CultureInfo.InvariantCulture, $"word {++number} of {station.Party} {new string('x', (int)length)}");
        var word = new Word(station, line, text) { Asks = answer is not null, Regards = regards };
        IReadOnlyList<string>? about = regards is { } entry ? [entry.ToString()] : null;
        Spoken.Add(word);
        if (world.Dice.Chance(0.6))
        {
            var send = new SendMessage(line.ToString(), precedence, "en", text, Regards: about, Answer: answer) { Key = NewKey() };
            world.Officers.Ask(station, officer, send, o => Went(word, officer, o));
        }
        else
        {
            var draft = new DraftMessage(line.ToString(), precedence, "en", text, Regards: about, Answer: answer) { Key = NewKey() };
            world.Officers.Ask(station, officer, draft, o => Drafted(word, officer, o));
        }

        return word;
    }

    /// <summary>Takes what the station answered about a draft; it is approved, or now and then thrown away.</summary>
    public void Drafted(Spoken spoken, string officer, Outcome<DraftView> outcome)
    {
        if (Answered(spoken, outcome) is not { } view)
            return;
        if (!world.IsHealed && world.Dice.Chance(0.1))
            world.Officers.Ask(spoken.Author, officer, new DiscardDraft(view.Id), _ => { });
        if (world.IsHealed || world.Dice.Chance(0.7))
        {
            Approve(spoken, officer, view);
            return;
        }

        // He thinks it over; the terms of the line may be others by then.
        var restores = spoken.Author.Restores;
        world.Schedule.After(world.Dice.Between(500, 20_000), () =>
        {
            if (!spoken.Author.IsQuiet && spoken.Author.Restores == restores)
                Approve(spoken, officer, view);
        });
    }

    private void Approve(Spoken spoken, string officer, DraftView view) => world.Officers.Ask(
        spoken.Author, officer, new ApproveDraft(view.Id, view.Revision) { Key = NewKey() }, o => Went(spoken, officer, o));

    /// <summary>Takes what the station answered about something that is to leave; where a second officer is asked for, he approves.</summary>
    public void Went(Spoken spoken, string officer, Outcome<DraftView> outcome)
    {
        if (Answered(spoken, outcome) is not { } view)
            return;
        if (view.Released is { } released)
            Left(spoken, released);
        else if (view.ApprovedBy.Count < view.ApprovalsNeeded)
            Approve(spoken, Names.First(n => n != officer && !view.ApprovedBy.Contains(n)), view);
    }

    /// <summary>Takes what the station answered about something that one officer releases alone.</summary>
    public void Told(Spoken spoken, Outcome<EntryView> outcome)
    {
        if (outcome is Refused<EntryView> { Why: var why })
            Refused(spoken, why);
        else if (outcome is Done<EntryView> { Answer: var view })
            Left(spoken, view.Entry);
    }

    private DraftView? Answered(Spoken spoken, Outcome<DraftView> outcome)
    {
        if (outcome is Refused<DraftView> { Why: var why })
            Refused(spoken, why);
        if (outcome is not Done<DraftView> { Answer: var view })
            return null;
        if (spoken.Misshown(view) is { } wrong)
            throw world.Failure($"{spoken.Author.Party} shows {spoken.Name} before it leaves, and {wrong}");
        return view;
    }

    private void Left(Spoken spoken, string entry)
    {
        spoken.Released = EntryRef.Parse(entry);
        world.Trace.Add(world.Schedule.Now, $"released {spoken.Name}", spoken.Author.Party.ToString());
    }

    private void Refused(Spoken spoken, Refusal why)
    {
        spoken.Refused = why;
        world.Trace.Add(world.Schedule.Now, $"refused {spoken.Name}: {why}", spoken.Author.Party.ToString());
        if (!spoken.Bears(why))
            throw world.Failure($"{spoken.Author.Party} refused {spoken.Name} with {why}");
    }

    private void Read(SimulatedStation station, string officer)
    {
        if (OpenLine(station) is not { } line)
            return;
        switch (world.Dice.Below(5))
        {
            case 0:
                world.Officers.Ask(station, officer, new ShowStatus(), _ => { });
                break;
            case 1:
                world.Officers.Ask(station, officer, new ListDrafts(), _ => { });
                break;
            case 2:
                world.Officers.Ask(station, officer, new ExportLine(line.ToString()), _ => { });
                break;
            default:
                world.Officers.Ask(station, officer, new ReadTranscript(line.ToString(), Limit: 1 + world.Dice.Below(50)), _ => { });
                break;
        }
    }

    /// <summary>Enters a stage of handling of some word of another station that has been released.</summary>
    private void Handle(SimulatedStation station, string officer)
    {
        var words = Words.Where(w => w.Author != station && w.Released is not null).ToList();
        if (world.Dice.PickAny(words) is not { } word || station.Core!.Memory.Lines.GetValueOrDefault(word.Line)?.Heads.Covers(word.Released!.Value) != true)
            return;
        var stage = world.Dice.Pick(HandlingStages.All.Where(s => !s.NeedsAddressee()).ToList());
        var role = string.Create(CultureInfo.InvariantCulture, $"role {++number}");
        var handled = new Handled(station, word, role, stage);
        world.Officers.Ask(
            station, officer, new RecordHandling(word.Line.ToString(), word.Released!.Value.ToString(), stage, role) { Key = NewKey() },
            outcome => Keep(handled, outcome));
    }

    private void Keep(Handled handled, Outcome<EntryView> outcome)
    {
        if (outcome is Done<EntryView> { Answer: var view } && view.Handling.FirstOrDefault(h => h.Role == handled.Role) is { } stage)
            Handlings.Add(handled with { Told = stage.Told is { } told ? EntryRef.Parse(told) : null });
    }

    private void ActOnCharter(SimulatedStation station, string officer)
    {
        var lines = station.Core!.Memory.Lines.Values.Where(l => l.Fold.Founding!.Kind != LineKind.Operator).ToList();
        var name = world.Dice.PickAny(lines)?.Id.ToString();
        switch (world.Dice.Below(8))
        {
            case 0:
                Propose(station, officer);
                break;
            case 1 or 2 when name is not null:
                var checks = string.Create(CultureInfo.InvariantCulture, $"{world.Dice.Below(24):00}:{world.Dice.Below(60):00};answer={1 + world.Dice.Below(1_000)}");
                var terms = new TermsView(SkewSeconds: world.Dice.Below(600), Checks: checks);
                world.Officers.Ask(station, officer, new AmendLine(name, terms), _ => { });
                break;
            case 3 when name is not null:
                world.Officers.Ask(station, officer, new SuspendLine(name), _ => world.Schedule.After(
                    world.Dice.Between(100, 5_000), () => world.Officers.Ask(station, officer, new ResumeLine(name), _ => { })));
                break;
            case 4 when name is not null && world.Stations.Count > 2 && world.Plan.Restore == RestoreKind.None && world.Dice.Chance(0.1):
                world.Officers.Ask(station, officer, new LeaveLine(name), _ => { });
                break;
            case 4 when name is not null:
                world.Officers.Ask(station, officer, new WithdrawLine(name), _ => { });
                break;
            default:
                world.Officers.Ask(station, officer, new ListLines(Pending: true), o => AnswerAll(station, officer, o));
                break;
        }
    }

    private void Propose(SimulatedStation station, string officer)
    {
        var others = world.Stations.Where(s => s != station).Select(s => s.Party.ToString()).Where(_ => world.Dice.Chance(0.7)).ToList();
        if (others.Count == 0)
            return;
        var mode = world.Dice.Chance(0.5) ? LineMode.Live : LineMode.Exercise;
        world.Officers.Ask(station, officer, new ProposeLine("line " + NewKey(), LineKind.Warm, mode, others, null), _ => { });
    }

    /// <summary>Answers every proposal of a list, mostly with yes.</summary>
    public void AnswerAll(SimulatedStation station, string officer, Outcome<IReadOnlyList<LineView>> outcome)
    {
        if (outcome is not Done<IReadOnlyList<LineView>> { Answer: var lines })
            return;
        foreach (var line in lines)
        {
            if (world.Dice.Chance(0.2))
                world.Officers.Ask(station, officer, new RejectLine(line.Id), _ => { });
            else
                world.Officers.Ask(station, officer, new AcceptLine(line.Id), _ => { });
        }
    }

    public string NewKey() => string.Create(CultureInfo.InvariantCulture, $"key-{++number}");

    /// <summary>Counts what is said, so that each has a mark of its own.</summary>
    public int NextNumber() => ++number;
}
