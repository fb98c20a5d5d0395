using Parley.Control.Messages;
using Parley.EndToEnd.Tests.Processes;
using Parley.Lines.Entries;

namespace Parley.EndToEnd.Tests;

/// <summary>Power failures: real processes, ended by a signal that they cannot see while officers speak.</summary>
public sealed class KillTests
{
    private const int Kills = 20;
    private const int PerRound = 60;
    private const int FlashEvery = 5;
    private static readonly string[] Officers = ["ivanova", "chen"];

    [Fact]
    public async Task Twenty_kills_lose_nothing_that_was_released_and_double_nothing()
    {
        using var place = new TestFolder();
        var (astra, boreal) = await place.Pair(Officers);
        await using var a = astra;
        await using var b = boreal;
        await astra.OpenLine("flash=2", boreal);
        using var traffic = new Traffic();
        var speaking = (Task[])
            [Speak(astra, 0, traffic), Speak(astra, 1, traffic), Speak(boreal, 0, traffic), Speak(boreal, 1, traffic)];
        // A moment is a number of messages, the place in the road where it falls is the scheduler's: the seed repeats the first only.
        var chance = new SeededChance(20);
        for (var kill = 0; kill < Kills; kill++)
        {
            var moment = traffic.Released + 1 + chance.Next(PerRound / 2);
            traffic.Allow(PerRound);
            await traffic.Reaches(moment, speaking);
            var victim = chance.Next(2) == 0 ? astra : boreal;
            await victim.Kill();
            await victim.Start();
        }

        traffic.End();
        await Task.WhenAll(speaking);
        await Task.WhenAll(astra.AllReceived(), boreal.AllReceived());
        await Check(traffic, astra);
        await Check(traffic, boreal);
        await place.HaveSameWords(astra, boreal);
        await Task.WhenAll(astra.Stop(), boreal.Stop());
        await Command.Must("verify", astra.Folder);
        await Command.Must("verify", boreal.Folder);
    }

    private static async Task Speak(ProcessStation station, int officer, Traffic traffic)
    {
        for (var i = 0; await traffic.May(); i++)
        {
            var text = $"{station.Party} {Officers[officer]} {i}";
            var precedence = i % FlashEvery == 0 ? Precedence.Flash : Precedence.Routine;
            var draft = await station.Insist(Officers[officer], new SendMessage(Speaking.Line, precedence, "en", text));
            if (precedence == Precedence.Flash)
                draft = await station.Insist(Officers[1 - officer], new ApproveDraft(draft.Id, draft.Revision));
            traffic.Add(draft.Released!, text);
        }
    }

    private static async Task Check(Traffic traffic, ProcessStation station)
    {
        var there = await station.Messages();
        Assert.All(there, m => Assert.Equal(Readability.Readable, m.Readable));
        Assert.Equal(
            traffic.All.OrderBy(m => m.Text, StringComparer.Ordinal),
            there.Select(m => (m.Entry, m.Text!)).OrderBy(m => m.Item2, StringComparer.Ordinal));
    }

    /// <summary>What was reported as released, and how much more may be said.</summary>
    private sealed class Traffic : IDisposable
    {
        private readonly SemaphoreSlim allowed = new(0);
        private readonly Lock gate = new();
        private readonly List<(string Entry, string Text)> all = [];
        private (int Count, TaskCompletionSource Done)? awaited;
        private volatile bool ended;

        public IReadOnlyList<(string Entry, string Text)> All => all;

        public int Released
        {
            get
            {
                lock (gate)
                    return all.Count;
            }
        }

        public void Dispose() => allowed.Dispose();

        public void Allow(int count) => allowed.Release(count);

        public void End()
        {
            ended = true;
            allowed.Release(PerRound);
        }

        public async Task<bool> May()
        {
            await allowed.WaitAsync(TestContext.Current.CancellationToken);
            return !ended;
        }

        public void Add(string entry, string text)
        {
            lock (gate)
            {
                all.Add((entry, text));
                if (awaited is { } wait && all.Count >= wait.Count)
                    wait.Done.TrySetResult();
            }
        }

        /// <summary>Done when so many were released, or when one of those who speak fails.</summary>
        public async Task Reaches(int count, Task[] speaking)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (gate)
            {
                awaited = (count, reached);
                if (all.Count >= count)
                    reached.TrySetResult();
            }

            var first = await Task.WhenAny([reached.Task, .. speaking]);
            await first;
        }
    }
}
