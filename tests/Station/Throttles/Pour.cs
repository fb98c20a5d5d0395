using Parley.Control;
using Parley.Control.Messages;
using Parley.Lines.Entries;

namespace Parley.Station.Tests.Throttles;

/// <summary>Stations under one virtual clock that moves by ticks: in each of them every station takes in one step what came to it, and what a program asks.</summary>
internal sealed class Pour(params Desk[] desks)
{
    /// <summary>Milliseconds of a tick.</summary>
    public int Tick { get; set; } = 10;

    /// <summary>Milliseconds since the beginning.</summary>
    public long Now { get; private set; }

    /// <summary>The most frames that were under way on one circuit in one direction.</summary>
    public int MostUnderWay { get; private set; }

    /// <summary>The most entries that waited at any station of one peer.</summary>
    public long MostHeld { get; private set; }

    /// <summary>One tick, in which <paramref name="author"/>'s program says so many routine words on `hot`.</summary>
    public void Turn(Desk? author = null, int words = 0)
    {
        Now += Tick;
        foreach (var desk in desks)
        {
            var inputs = new List<StationInput>();
            if (desk == author)
                inputs.AddRange(Enumerable.Range(0, words).Select(i => Say(i)));
            foreach (var wire in desk.Wires)
            {
                MostUnderWay = Math.Max(MostUnderWay, wire.Other.Waiting.Count);
                while (wire.Other.Waiting.TryDequeue(out var frame))
                    inputs.Add(new FrameCame(wire, Prepared.From(frame, desk.Keys, desk.Core.Shared)));
            }

            desk.Now += TimeSpan.FromMilliseconds(Tick);
            desk.Core.Step(inputs, desk.Now);
            MostHeld = Math.Max(MostHeld, desks.Max(d => desk.Core.Throttling.Held.EntriesOf(d.Party)));
        }
    }

    /// <summary>Turns until that is so; the milliseconds that it took. Fails after <paramref name="most"/> seconds.</summary>
    public long Until(Func<bool> isSo, int most = 600, Desk? author = null, int words = 0)
    {
        var start = Now;
        while (!isSo())
        {
            Assert.True(Now - start < most * 1000L, $"not so after {most} virtual seconds");
            Turn(author, words);
        }

        return Now - start;
    }

    /// <summary>Milliseconds from the release of a flash to its receipt, while the other goes on.</summary>
    public long Flash(Desk from, Desk to, Desk? author = null, int words = 0)
    {
        var draft = from.Say("flash", Precedence.Flash);
        from.Do(new ApproveDraft(draft.Id, draft.Revision), "bob");
        return Receipt(from, to, author, words);
    }

    /// <summary>Milliseconds until all of the urgent lane is received there.</summary>
    public long Receipt(Desk from, Desk to, Desk? author = null, int words = 0)
    {
        var feed = from.OwnFeed(Lane.Urgent);
        return Until(() => feed.Receipts.TryGetValue(to.Party, out var receipt) && receipt.Size == feed.Size, 60, author, words);
    }

    private static OfficerAsks Say(int number) =>
        new(new SendMessage("hot", Precedence.Routine, "en", $"activity {number}"), new Actor("program", (Roles)31), _ => { });
}
