using Parley.Control.Lines;
using Parley.Control.Peers;
using Parley.Control.Pouches;
using Parley.Control.Stations;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Tests;

/// <summary>Lines whose members are not all joined: what one cannot bring another carries.</summary>
public sealed class CarryingTests
{
    private static readonly string[] Names = ["astra", "boreal", "cassia", "dorn", "elbe"];

    /// <summary>Stations that all know each other's cards and have circuits where the links say so: "0-1 1-2".</summary>
    private static Desk[] Joined(int count, string links)
    {
        var desks = Names.Take(count).Select((n, i) => new Desk(n, (ulong)i + 1)).ToArray();
        for (var one = 0; one < count; one++)
        {
            for (var two = one + 1; two < count; two++)
                Desk.Introduce(desks[one], desks[two]);
        }

        foreach (var link in links.Split(' '))
            Desk.Connect(desks[link[0] - '0'], desks[link[2] - '0']);
        return desks;
    }

    private static Desk[] Open(int count, string links)
    {
        var desks = Joined(count, links);
        Desk.Open(desks);
        return desks;
    }

    private static void AllHaveAll(Desk[] desks, int texts)
    {
        foreach (var desk in desks)
        {
            Assert.Equal(texts, desk.Texts().Count);
            Assert.Equal(desks[0].Texts(), desk.Texts());
            foreach (var feed in desk.Line().Feeds.Values)
            {
                foreach (var other in desks.Where(d => d.Party != feed.Id.Party))
                    Assert.Equal((feed.Size, 0), (feed.Receipts[other.Party].Size, feed.Receipts[other.Party].Lacks.Count));
            }
        }
    }

    private static void FlashByTwo(Desk desk, string text)
    {
        var draft = desk.Say(text, Precedence.Flash);
        desk.Do(new Control.Messages.ApproveDraft(draft.Id, draft.Revision), "bob");
    }

    private static List<BatchFrame> Batches(Wire wire) => [.. wire.Waiting.Select(f => Frame.Parse(f, out _)).OfType<BatchFrame>()];

    [Theory]
    [InlineData("0-1 1-2 2-3 3-4")]
    [InlineData("0-1 0-2 0-3 0-4")]
    [InlineData("4-0 4-1 4-2 4-3")]
    [InlineData("0-3 3-1 3-4 4-2")]
    public void Any_tree_of_five_opens_a_line_and_brings_everything_to_everyone(string links)
    {
        var desks = Open(5, links);
        foreach (var desk in desks)
        {
            desk.Say($"{desk.Party}");
            FlashByTwo(desk, $"{desk.Party} at once");
            desk.Say($"{desk.Party} at length {new string('x', 50_000)}");
        }

        Desk.Settle(desks);
        AllHaveAll(desks, 15);
        Assert.Equal(4, desks[0].Entry("astra at once").Receipts.Count(r => r.Received));
    }

    [Fact]
    public void All_125_trees_of_five_bring_every_word_and_receipt_to_everyone()
    {
        var trees = new SortedSet<string>(StringComparer.Ordinal);
        for (var code = 0; code < 125; code++)
        {
            var links = Tree([code / 25, code / 5 % 5, code % 5]);
            Assert.True(trees.Add(links));
            var desks = Open(5, links);
            foreach (var desk in desks)
                desk.Say($"{desk.Party}");
            FlashByTwo(desks[code % 5], "at once");
            Desk.Settle(desks);
            AllHaveAll(desks, 6);
        }
    }

    /// <summary>The tree that a Prüfer sequence stands for: each labelled tree of n has exactly one of length n - 2.</summary>
    private static string Tree(int[] sequence)
    {
        var degrees = Enumerable.Range(0, sequence.Length + 2).Select(v => 1 + sequence.Count(s => s == v)).ToArray();
        var links = new List<string>();
        foreach (var to in sequence)
        {
            var leaf = Array.IndexOf(degrees, 1);
            links.Add($"{leaf}-{to}");
            degrees[leaf]--;
            degrees[to]--;
        }

        links.Add(string.Join('-', Enumerable.Range(0, degrees.Length).Where(v => degrees[v] == 1)));
        return string.Join(' ', links);
    }

    [Fact]
    public void In_a_chain_words_and_receipts_wait_for_no_beacon()
    {
        var desks = Open(5, "0-1 1-2 2-3 3-4");
        desks[0].Say("along the chain");
        FlashByTwo(desks[0], "at once");
        Desk.Exchange(desks);

        Assert.Equal(2, desks[4].Texts().Count);
        Assert.Equal(4, desks[0].Entry("at once").Receipts.Count(r => r.Received));
        Assert.Equal(4, desks[0].Entry("along the chain").Receipts.Count(r => r.Received));
    }

    [Fact]
    public void Where_all_are_joined_nobody_carries_for_another()
    {
        var (astra, boreal, cassia) = ThreeStationsTests.Three();
        var between = boreal.Wires.Single(w => w.Peer == cassia.Party);
        for (var n = 0; n < 20; n++)
        {
            astra.Say($"word {n}");
            foreach (var desk in new[] { astra, boreal, cassia })
            {
                desk.Now += TimeSpan.FromSeconds(4);
                desk.Step();
            }

            Assert.DoesNotContain(Batches(between), b => b.Feed.Party == astra.Party);
            Desk.Exchange(astra, boreal, cassia);
        }

        Desk.Settle(astra, boreal, cassia);
        AllHaveAll([astra, boreal, cassia], 20);
    }

    [Fact]
    public void Links_that_are_cut_and_made_elsewhere_lose_nothing()
    {
        var desks = Open(5, "0-1 1-2 2-3 3-4");
        desks[0].Say("before");
        Desk.Cut(desks[1].Wires.Single(w => w.Peer == desks[2].Party));
        foreach (var desk in desks)
            desk.Say($"{desk.Party} while cut");
        Desk.Exchange(desks);
        Desk.Connect(desks[0], desks[4]);
        Desk.Exchange(desks);
        desks[1].Say("around");
        Desk.Settle(desks);
        desks[2].Start();
        Desk.Connect(desks[2], desks[4]);
        desks[2].Say("from another place");
        Desk.Settle(desks);

        AllHaveAll(desks, 8);
    }

    [Fact]
    public void A_circuit_that_ends_makes_a_neighbour_carry_without_waiting()
    {
        var (astra, boreal, cassia) = ThreeStationsTests.Three();
        Desk.Cut(astra.Wires.Single(w => w.Peer == cassia.Party));
        Desk.Exchange(astra, boreal, cassia);
        FlashByTwo(astra, "around the gap");
        Desk.Exchange(astra, boreal, cassia);

        Assert.Equal(["around the gap"], cassia.Texts());
        Assert.Equal(2, astra.Entry("around the gap").Receipts.Count(r => r.Received));
    }

    [Fact]
    public void A_rotation_is_understood_by_who_never_sees_the_new_card_on_a_circuit()
    {
        var desks = Open(3, "0-1 1-2");
        desks[0].Say("under the first key");
        Desk.Settle(desks);
        desks[0].NewCard(CardStep.Rotate);
        desks[0].Start();
        Desk.Connect(desks[0], desks[1]);
        desks[0].Say("under the new key");
        Desk.Settle(desks);

        AllHaveAll(desks, 2);
        Assert.Equal(2, desks[2].Memory.Peers[desks[0].Party].Chain.Cards.Count);
    }

    [Fact]
    public void A_pouch_carries_the_words_and_receipts_of_others()
    {
        var desks = Open(3, "0-1 1-2");
        Desk.Cut(desks[1].Wires.Single(w => w.Peer == desks[2].Party));
        desks[0].Say("by hand");
        Desk.Settle(desks[0], desks[1]);
        Carry(desks[1], desks[2]);
        Assert.Equal(["by hand"], desks[2].Texts());
        Assert.Single(desks[0].Entry("by hand").Receipts, r => r.Received);
        Carry(desks[2], desks[1]);
        Desk.Exchange(desks);

        Assert.Equal(2, desks[0].Entry("by hand").Receipts.Count(r => r.Received));

        static void Carry(Desk from, Desk to)
        {
            foreach (var file in from.Do(new ExportPouch(to.Party.ToString())))
                to.Do(new ImportPouch(file));
        }
    }

    [Fact]
    public void Words_of_who_is_not_verified_are_not_taken_and_officers_learn_whose_card_is_missing()
    {
        var (astra, boreal, cassia) = (new Desk("astra", 1), new Desk("boreal", 2), new Desk("cassia", 3));
        Desk.Introduce(astra, boreal);
        Desk.Introduce(boreal, cassia);
        astra.Do(new AddPeer(cassia.Keys.Chain.ToFile(), cassia.Keys.Chain.DigitsToCompare));
        Desk.Connect(astra, boreal);
        var wire = Desk.Connect(cassia, boreal);
        astra.Do(new ProposeLine("hot", LineKind.Hot, LineMode.Live, ["boreal", "cassia"], null));
        Desk.Settle(astra, boreal, cassia);

        Assert.DoesNotContain(cassia.Memory.Lines.Values, l => l.Fold.Founding!.Name == "hot");
        Assert.NotEqual(0, cassia.Refused(wire, FrameRefusal.UnknownKey));
        Assert.Equal(0, cassia.Core.Links.Find(wire)!.Refused);
        Assert.Contains(cassia.Do(new ShowStatus()).Warnings, w => w.StartsWith("boreal carries words of astra", StringComparison.Ordinal));

        cassia.Do(new AddPeer(astra.Keys.Chain.ToFile(), astra.Keys.Chain.DigitsToCompare));
        Desk.Settle(astra, boreal, cassia);
        boreal.Do(new AcceptLine("hot"));
        cassia.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal, cassia);
        Assert.True(astra.Line().Fold.IsOpen);
        Assert.True(cassia.Line().Fold.IsOpen);
        Assert.DoesNotContain(cassia.Do(new ShowStatus()).Warnings, w => w.Contains("astra", StringComparison.Ordinal));
    }

    [Fact]
    public void Neither_a_proposer_nor_a_carrier_fills_a_station_up()
    {
        var desks = Joined(3, "0-1 1-2");
        for (var n = 0; n <= Bounds.ProposedLinesPerPeer; n++)
            desks[0].Do(new ProposeLine($"line {n}", LineKind.Warm, LineMode.Live, ["boreal", "cassia"], null));
        Desk.Settle(desks);
        Assert.Equal(Bounds.ProposedLinesPerPeer, Proposed(desks[2]).Count);
        Assert.All(Proposed(desks[2]), l => Assert.Equal(desks[1].Party, l.Carrier));

        // What a carrier brought of others does not count as its own.
        desks[1].Do(new ProposeLine("own", LineKind.Warm, LineMode.Live, ["cassia"], null));
        Desk.Settle(desks);
        Assert.Equal(Bounds.ProposedLinesPerPeer + 1, Proposed(desks[2]).Count);

        // A carrier that brings for ever more proposers comes to its own bound; a start does not forget who brought what.
        foreach (var line in Proposed(desks[2]).Take(1).ToList())
        {
            for (var n = 0; n < Bounds.CarriedLinesPerPeer; n++)
            {
                var id = new LineId(Crypto.Digest.Of([(byte)n]));
                desks[2].Memory.Lines[id] = new LineState(id, line.Fold) { Carrier = desks[1].Party };
            }
        }

        desks[0].Do(new WithdrawLine("line 0"));
        Desk.Settle(desks);
        Assert.DoesNotContain(Proposed(desks[2]), l => l.Fold.Founding?.Name == $"line {Bounds.ProposedLinesPerPeer}");
        desks[2].Start();
        Assert.Contains(Proposed(desks[2]), l => l.Carrier == desks[1].Party);

        static List<LineState> Proposed(Desk desk) => [.. desk.Memory.Lines.Values.Where(l => l.Fold.InForce.Count == 0)];
    }

    [Fact]
    public void A_proposal_in_the_name_of_another_is_refused()
    {
        var desks = Joined(3, "0-1 1-2 0-2");
        var (memory, named) = (desks[0].Memory, desks.Select(d => new CharterParty(d.Party, d.Keys.Chain.Current.Hash())));
        var charter = new Charter(
            1, "forged", LineKind.Warm, LineMode.Live, desks[1].Party, [.. named.OrderBy(p => p.Party)], new byte[Charter.NonceSize], null,
            CharterTerms.Default with { LeastSuite = memory.Suite.Id });
        var line = new LineState(charter.FoundedLine(), CharterFold.Proposed(charter));
        var step = new Step(memory, desks[0].Now);
        memory.Lines[line.Id] = line;
        Appending.CharterWord(step, line, EntryKind.Propose, seed => CharterEntries.Propose(seed, charter));
        Outbound.SignHeads(step);
        var batch = Station.Batches.From(memory, line.Feeds.Values.Single(), 0, 1 << 20).Frame;
        var wire = desks[2].Wires.Single(w => w.Peer == desks[0].Party);
        desks[2].Receive(wire, batch.Encode());

        Assert.Equal(1, desks[2].Refused(wire, FrameRefusal.UnknownLine));
        Assert.False(desks[2].Memory.Lines.ContainsKey(line.Id));
        desks[2].Do(new ListLines());
    }
}
