using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Pouches;
using Parley.Lines.Charters;

namespace Parley.Station.Tests;

/// <summary>A conversation without any circuit: files carried by hand.</summary>
public sealed class PouchTests
{
    private static IReadOnlyList<PouchFile> Export(Desk from, Desk to) => from.Do(new ExportPouch(to.Party.ToString()));

    private static void Carry(Desk from, Desk to)
    {
        foreach (var file in Export(from, to))
            to.Do(new ImportPouch(file));
    }

    private static (Desk Astra, Desk Boreal) Pair()
    {
        var (astra, boreal) = (new Desk("astra", 1), new Desk("boreal", 2));
        Desk.Introduce(astra, boreal);
        astra.Do(new ProposeLine("hot", LineKind.Hot, LineMode.Live, ["boreal"], null));
        Carry(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Carry(boreal, astra);
        Carry(astra, boreal);
        return (astra, boreal);
    }

    [Fact]
    public void The_pouch_alone_opens_a_line_and_carries_a_conversation_with_receipts()
    {
        var (astra, boreal) = Pair();
        astra.Say("question");
        Carry(astra, boreal);
        boreal.Say("answer");
        Carry(boreal, astra);

        Assert.Equal(["question", "answer"], astra.Texts());
        Assert.Equal(["question", "answer"], boreal.Texts());
        Assert.True(astra.Entry("question").Receipts.Single().Received);
    }

    [Fact]
    public void Files_may_come_in_any_order_and_again()
    {
        var (astra, boreal) = Pair();
        astra.Say("one");
        var first = Export(astra, boreal);
        astra.Say("two");
        var second = Export(astra, boreal);
        foreach (var file in second.Concat(first).Concat(second).Concat(first))
            boreal.Do(new ImportPouch(file));

        Assert.Equal(["one", "two"], boreal.Texts());
    }

    [Fact]
    public void A_file_that_is_cut_short_damaged_or_foreign_is_refused_and_changes_nothing()
    {
        var (astra, boreal) = Pair();
        var cassia = new Desk("cassia", 3);
        Desk.Introduce(cassia, astra);
        astra.Say("words");
        var file = Export(astra, boreal).Single();
        var damaged = (byte[])file.Bytes.Clone();
        damaged[^1] ^= 1;

        Assert.Equal(Refusal.FileRefused, boreal.Refusal(new ImportPouch(file with { Bytes = file.Bytes[..^1] })));
        Assert.Equal(Refusal.FileRefused, boreal.Refusal(new ImportPouch(file with { Bytes = damaged })));
        Assert.Equal(Refusal.FileRefused, boreal.Refusal(new ImportPouch(file with { Bytes = [] })));
        Assert.Equal(Refusal.FileRefused, boreal.Refusal(new ImportPouch(Export(astra, cassia).Single())));
        Assert.Equal(Refusal.FileRefused, cassia.Refusal(new ImportPouch(file)));
        Assert.Empty(boreal.Texts());
    }

    [Fact]
    public void An_export_in_the_same_turn_as_a_release_is_sound()
    {
        var (astra, boreal) = Pair();
        IReadOnlyList<PouchFile>? files = null;
        var actor = new Actor("ann", (Roles)31);
        astra.Step(
            new OfficerAsks(new Control.Messages.SendMessage("hot", Parley.Lines.Entries.Precedence.Routine, "en", "now"), actor, _ => { }),
            new OfficerAsks(new ExportPouch("boreal"), actor, a => files = ((Done<IReadOnlyList<PouchFile>>)a).Answer));
        foreach (var file in files!)
            boreal.Do(new ImportPouch(file));
        Carry(astra, boreal);

        Assert.Equal(["now"], boreal.Texts());
    }
}
