using Parley.Control.Alerts;
using Parley.Control.Stations;
using Parley.Lines.Entries;
using Parley.Station.Journals;

namespace Parley.Station.Tests.Throttles;

/// <summary>A party's program says 10,000 activities a second: they are taken as the intake goes, both sides say so by name, nothing is lost, and nothing waits before a
/// flash.</summary>
public sealed class FloodTests
{
    private const int WordsATick = 100;
    private const int FloodSeconds = 3;
    private readonly Desk astra = new("astra", 1);
    private readonly Desk boreal = new("boreal", 2);
    private readonly Desk cassia = new("cassia", 3);

    public FloodTests()
    {
        Desk.Introduce(astra, boreal);
        Desk.Introduce(astra, cassia);
        Desk.Introduce(boreal, cassia);
        Desk.Connect(astra, boreal);
        Desk.Connect(boreal, cassia);
        Desk.Connect(astra, cassia);
        Desk.Open(astra, boreal, cassia);
    }

    private static long Ordinary(Desk at, Desk of) => at.Line().Feeds.Values.Where(f => f.Id.Party == of.Party && f.Id.Lane == Lane.Ordinary).Sum(f => f.Size);

    private static IEnumerable<string> Warned(Desk desk) => desk.Do(new ShowStatus()).Warnings.Where(w => w.Contains("ordinary words are taken"));

    private static int Journalled(Desk desk, JournalAct act, string note) => desk.Store.Journal(0, 1_000_000)
        .Select(r => JournalTrail.Open(desk.Keys, r)!).Count(r => r.Act == act && r.Note.StartsWith(note, StringComparison.Ordinal));

    [Fact]
    public void Ten_thousand_a_second_are_taken_at_the_intake_and_lost_nowhere()
    {
        var pour = new Pour(astra, boreal, cassia);
        (Desk From, Desk To)[] ways = [(astra, boreal), (cassia, boreal), (boreal, astra)];
        long[] usual = [.. ways.Select(w => pour.Flash(w.From, w.To))];
        var (start, before) = (pour.Now, Ordinary(boreal, astra));

        while (pour.Now - start < FloodSeconds * 1000)
        {
            pour.Turn(astra, WordsATick);
            // The bound holds at every moment, give or take the batch that was begun.
            Assert.InRange(
                Ordinary(boreal, astra) - before, 0, Bounds.IntakeEntriesAtOnce + (Bounds.IntakeEntries * (pour.Now - start) / 1000) + Bounds.BatchEntries);
        }

        Assert.True(Ordinary(astra, astra) - before >= FloodSeconds * 10_000);
        IsSaidByBoth();
        Assert.Equal(usual, ways.Select(w => pour.Flash(w.From, w.To, astra, WordsATick)));
        astra.Do(new RaiseAlert("hot", "58.1N 6.9E"));
        Assert.Equal(usual[0], pour.Receipt(astra, boreal, astra, WordsATick));
        AreBounded(pour);

        pour.Tick = 100;
        pour.Until(() => Ordinary(boreal, astra) == Ordinary(astra, astra) && Ordinary(cassia, astra) == Ordinary(astra, astra));
        pour.Until(() => !Warned(astra).Any() && !Warned(boreal).Any(), 15);
        Assert.Equal(1, Journalled(boreal, JournalAct.Throttled, "astra: 200 entries"));
        Assert.Equal(1, Journalled(boreal, JournalAct.ThrottleOver, "astra"));
        Assert.Equal(1, Journalled(astra, JournalAct.Throttled, "at boreal: astra: 200 entries"));
        Assert.Equal(1, Journalled(astra, JournalAct.ThrottleOver, "at boreal: astra"));
        Assert.Equal(astra.OwnFeed(Lane.Ordinary).Range.Root, boreal.Line().Feeds[astra.OwnFeed(Lane.Ordinary).Id].Range.Root);
    }

    private void IsSaidByBoth()
    {
        var told = Warned(boreal).Single();
        Assert.StartsWith("hot: astra's ordinary words are taken here at 200 a second, or 256 KiB, since 2030-01-01T", told);
        Assert.Contains("wait at its station. Nothing is lost", told);
        Assert.Contains(Warned(astra), w => w.StartsWith("hot: Our ordinary words are taken by boreal at 200 a second", StringComparison.Ordinal));
        Assert.Contains(Warned(astra), w => w.StartsWith("hot: Our ordinary words are taken by cassia at 200 a second", StringComparison.Ordinal));
        var view = astra.Do(new ShowStatus()).Lines.Single(l => l.Handle == "hot").Throttled!.Single(t => t.By == "boreal");
        Assert.Equal(Ordinary(astra, astra) - Ordinary(boreal, astra), view.Waiting);
        Assert.All(cassia.Do(new ShowStatus()).Lines.Single(l => l.Handle == "hot").Throttled!, t => Assert.Equal("astra", t.Author));
    }

    private void AreBounded(Pour pour)
    {
        // A window of each of two who bring them, and nothing that was not read.
        Assert.InRange(pour.MostHeld, 1, 2 * (Bounds.WindowEntries + Bounds.BatchEntries));
        Assert.InRange(pour.MostUnderWay, 1, 100);
        foreach (var wire in boreal.Wires)
            Assert.Equal(0, boreal.Refused(wire, Station.Frames.FrameRefusal.Throttled) + boreal.Refused(wire, Station.Frames.FrameRefusal.Gap));
    }
}
