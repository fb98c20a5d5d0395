using Parley.Control;
using Parley.Control.Outside;
using Parley.Control.Silence;
using Parley.Lines.Silence;
using Parley.Station.State;

namespace Parley.Station.Tests.Operations;

/// <summary>A public statement that declares a line suspended or resumed: told outside, and never a word of the line.</summary>
public sealed class OutsideDeclarationTests
{
    private readonly Desk astra;
    private readonly Desk boreal;

    public OutsideDeclarationTests() => (astra, boreal, _) = Desk.Pair();

    [Fact]
    public void What_is_declared_in_public_stands_in_the_verdict_and_nowhere_else()
    {
        Assert.Equal(DeclaredState.Nothing, View(astra).Declared);
        Note(OutsideDeclares.Suspended, -60);
        astra.Start();
        Assert.Equal((DeclaredState.Suspended, AgreementState.InForce), (View(astra).Declared, View(astra).Agreement));
        var item = Assert.Single(View(astra).Evidence, e => e.Text.Contains("Declared suspended", StringComparison.Ordinal));
        Assert.Equal(("Declared suspended in public (told outside the line, unauthenticated).", "outside 1"), (item.Text, item.Cite));
        // The line works as before, and the other side learns nothing of it.
        astra.Say("Still here.");
        Desk.Exchange(astra, boreal);
        Assert.Equal(DeclaredState.Nothing, View(boreal).Declared);
    }

    [Fact]
    public void The_statement_of_the_latest_time_counts_whenever_it_was_entered()
    {
        Note(OutsideDeclares.Resumed, -10);
        Note(OutsideDeclares.Suspended, -60);
        Assert.Equal(DeclaredState.Nothing, View(astra).Declared);
        Note(OutsideDeclares.Suspended, -5);
        Assert.Equal(DeclaredState.Suspended, View(astra).Declared);
        // What declares nothing changes nothing.
        astra.Do(Said(-1));
        Assert.Equal(DeclaredState.Suspended, View(astra).Declared);
    }

    [Fact]
    public void Whose_statement_it_is_must_be_said_and_only_there()
    {
        Assert.Equal(Refusal.UnknownPeer, astra.Refusal(Said(0) with { Declares = OutsideDeclares.Suspended }));
        Assert.Equal(Refusal.UnknownPeer, astra.Refusal(Said(0) with { Declares = OutsideDeclares.Suspended, Party = "astra" }));
        Assert.Equal(Refusal.UnknownPeer, astra.Refusal(Said(0) with { Declares = OutsideDeclares.Suspended, Party = "corvia" }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(Said(0) with { Party = "boreal" }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(Said(0) with { Declares = (OutsideDeclares)7, Party = "boreal" }));
    }

    [Fact]
    public void A_note_is_read_as_it_was_saved_and_damage_is_not()
    {
        Note(OutsideDeclares.Suspended, -60);
        astra.Do(Said(0));
        foreach (var note in astra.Memory.Outside.Values)
        {
            Assert.Equal(note, OutsideNote.Parse(note.Id, note.Encode()));
            Assert.Null(OutsideNote.Parse(note.Id, note.Encode().AsMemory(0, note.Encode().Length - 1)));
        }

        var declaring = astra.Memory.Outside.Values.First(n => n.Declares is not null).Encode();
        declaring[0] = 0x88;
        Assert.Null(OutsideNote.Parse(astra.Memory.Outside.Keys.First(), declaring));
    }

    private void Note(OutsideDeclares declares, int minutes) => astra.Do(Said(minutes) with { Declares = declares, Party = "boreal" });

    private AddOutside Said(int minutes) => new("hot", "The spokesman", astra.Now.ToDateTimeOffset().AddMinutes(minutes), "en", "We take no more part.", "Gazette");

    private static SilenceView View(Desk desk) => Assert.Single(desk.Do(new ListSilence("hot")));
}
