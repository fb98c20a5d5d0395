using System.Text.Json;
using Parley.Control;
using Parley.Control.Alarms;
using Parley.Control.Alerts;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Crypto;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Keys;
using Parley.Station.Tests.Alarms;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Tests;

/// <summary>One pair of stations runs a live line and an exercise line, and nothing of the one is ever taken for the other.</summary>
public sealed class ExerciseTests
{
    private readonly HandOutlets outlets = new("bell");
    private readonly Desk astra;
    private readonly Desk boreal;

    public ExerciseTests()
    {
        (astra, boreal, _) = Desk.Pair();
        boreal.Outlets = outlets;
        boreal.Start();
        Desk.Connect(astra, boreal);
        astra.Do(new ProposeLine("drill", LineKind.Hot, LineMode.Exercise, ["boreal"], null));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("drill"));
        Desk.Settle(astra, boreal);
        outlets.Rings.Clear();
    }

    [Fact]
    public void What_is_sealed_for_one_opens_with_no_key_of_the_other()
    {
        foreach (var (line, other) in new[] { ("hot", "drill"), ("drill", "hot") })
        {
            var entry = EntryRef.Parse(astra.Say("Words.", line: line).Released!)!.Value;
            Desk.Exchange(astra, boreal);
            var feed = entry.Feed(boreal.Line(line).Id);
            var stored = boreal.Store.Entry(feed, entry.Index)!;
            var header = EntryHeader.Parse(stored.Header)!;
            Assert.NotNull(Open(boreal.Line(line), feed, header, stored.Sealed!));
            Assert.Null(Open(boreal.Line(other), feed, header, stored.Sealed!));
            // Nor in the place of an entry of the other line.
            Assert.Null(Open(boreal.Line(line), feed with { Line = boreal.Line(other).Id }, header, stored.Sealed!));
        }

        Assert.Empty(Secrets(boreal.Line("hot")).Intersect(Secrets(boreal.Line("drill"))));
    }

    [Fact]
    public void A_secret_is_sealed_to_the_key_of_the_mode_and_one_sealed_to_the_other_is_not_taken()
    {
        foreach (var line in new[] { "hot", "drill" })
        {
            var (mine, others) = line == "hot" ? (boreal.Keys.Live, boreal.Keys.Exercise) : (boreal.Keys.Exercise, boreal.Keys.Live);
            Assert.Equal(mine.PublicKey, boreal.Keys.Chain.Current.Kem(boreal.Line(line).Mode));
            SealTo(line, mine);
            astra.Say("to the right key", line: line);
            SealTo(line, others);
            astra.Say("to the key of the other mode", line: line);
            Desk.Exchange(astra, boreal);
            Assert.Equal(["to the right key", "?"], boreal.Texts(line));
        }
    }

    [Fact]
    public void An_exercise_flash_rings_as_an_exercise_and_a_live_view_does_not_list_it()
    {
        var drill = astra.Do(new RaiseAlert("drill", "hill 230")).Entry;
        Desk.Exchange(astra, boreal);
        var live = astra.Do(new RaiseAlert("hot", "hill 231")).Entry;
        Desk.Exchange(astra, boreal);

        Assert.Equal([(AlarmKind.Exercise, 1L), (AlarmKind.Alert, 1L)], outlets.Rings.Select(r => (r.Ring.Kind, r.Ring.Count)));
        var board = boreal.Do(new ListAlarms());
        Assert.Equal((live, LineMode.Live, false), (board.Live.Single().Entry, board.Live.Single().Mode, board.Live.Single().Exercise));
        Assert.Equal((drill, LineMode.Exercise, true), (board.Exercise.Single().Entry, board.Exercise.Single().Mode, board.Exercise.Single().Exercise));

        boreal.Do(new RecordHandling("drill", drill, HandlingStage.Read, "duty officer"));
        Assert.Equal(live, boreal.Do(new ListAlarms()).Live.Single().Entry);
        Assert.Empty(boreal.Do(new ListAlarms()).Exercise);
    }

    [Fact]
    public void Everything_that_is_shown_of_an_exercise_says_so_first_and_last_and_nothing_live_does()
    {
        foreach (var (line, mode) in new[] { ("drill", LineMode.Exercise), ("hot", LineMode.Live) })
        {
            var sent = astra.Say("Words.", line: line);
            Desk.Exchange(astra, boreal);
            astra.Do(new DraftMessage(line, Precedence.Routine, "en", "Not yet."));
            Says(mode, sent);
            Says(mode, astra.Do(new ReadEntry(line, sent.Released!)));
            Says(mode, astra.Do(new ReadTranscript(line)));
            Says(mode, astra.Do(new ReadTranscript(line, All: true)).Entries[0]);
            Says(mode, astra.Do(new ListDrafts(line)).Single());
            Says(mode, astra.Do(new ListLines()).Single(l => l.Name == line));
            Says(mode, astra.Do(new ShowStatus()).Lines.Single(l => l.Handle == line));
            Says(mode, astra.Do(new ReadJournal(0, 500)).Last(j => j.Line == astra.Line(line).Id.ToString()));
            var file = astra.Do(new ExportLine(line));
            Says(mode, file);
            Assert.Equal(mode == LineMode.Exercise ? "EXERCISE-drill-astra-EXERCISE.transcript" : "hot-astra.transcript", file.Name);
            Assert.Equal(mode, astra.Notes.Last(n => n.Line == astra.Line(line).Id.ToString()).Mode);
        }
    }

    private static void Says<T>(LineMode mode, T view)
    {
        var json = JsonSerializer.Serialize(view, ControlJson.Options);
        var exercise = mode == LineMode.Exercise;
        Assert.StartsWith($$"""{"mode":"{{(exercise ? "exercise" : "live")}}",""", json);
        Assert.EndsWith($$""","exercise":{{(exercise ? "true" : "false")}}}""", json);
    }

    /// <summary>Astra holds that to be Boreal's key on that line, and seals a new secret to it.</summary>
    private void SealTo(string line, KemKey key)
    {
        var state = astra.Line(line);
        var known = state.MemberKems[boreal.Party];
        state.MemberKems[boreal.Party] = known with { PublicKey = key.PublicKey };
        state.MembersVersion++;
    }

    private static byte[]? Open(LineState line, FeedId feed, EntryHeader header, byte[] carried) => line.Epochs.Values.SelectMany(e => e)
        .Where(e => e.Secret is { Length: > 0 })
        .Select(e => EntrySeal.Open(Suite, e.Secret, feed, header.EncodePrefix(), carried))
        .FirstOrDefault(clear => clear is not null);

    private static IEnumerable<string> Secrets(LineState line) =>
        line.Epochs.Values.SelectMany(e => e).Where(e => e.Secret is { Length: > 0 }).Select(e => Convert.ToHexString(e.Secret!));

    private static Suite Suite { get; } = new Testing.Suites.SuiteZero(99);
}
