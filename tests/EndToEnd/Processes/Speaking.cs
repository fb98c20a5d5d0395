using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.EndToEnd.Tests.Processes;

/// <summary>What a test's officers do at stations that may die under them.</summary>
internal static class Speaking
{
    public const string Line = "hot";

    private static int keys;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Asking = TimeSpan.FromMilliseconds(30);

    /// <summary>Asks, with a key of its own, until there is an answer: while the station is away, or says that nothing was done, again.</summary>
    public static async Task<TAnswer> Insist<TAnswer>(this ProcessStation station, string officer, Operation<TAnswer> operation)
    {
        var keyed = operation with { Key = $"key-{Interlocked.Increment(ref keys)}" };
        var end = TimeProvider.System.GetTimestamp() + (long)(Limit.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (true)
        {
            await station.Up.WaitAsync(Limit, TestContext.Current.CancellationToken);
            try
            {
                switch (await station.As(officer).Do(keyed, TestContext.Current.CancellationToken))
                {
                    case Done<TAnswer> done:
                        return done.Answer;
                    case Refused<TAnswer> { Why: not Refusal.Busy } refused:
                        Assert.Fail($"{operation.GetType().Name}: {refused.Why}: {refused.Detail}");
                        break;
                }
            }
            catch (ControlFault) when (TimeProvider.System.GetTimestamp() < end)
            {
                // No answer: it may have been done or not, and the key makes asking again safe.
            }

            await Task.Delay(Asking, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Asks until the answer is as wanted; fails with the last one when it never is.</summary>
    public static async Task<TAnswer> Await<TAnswer>(
        this ProcessStation station, Operation<TAnswer> query, Func<TAnswer, bool> wanted, TimeSpan? within = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(within ?? Limit);
        while (true)
        {
            var last = await station.Control.Must(query);
            if (wanted(last))
                return last;
            if (limit.IsCancellationRequested)
            {
                Assert.Fail($"{query.GetType().Name} of {station.Party} did not come to what was waited for; last: " +
                    $"{System.Text.Json.JsonSerializer.Serialize(last)}\n{station.Said}");
            }

            await Task.Delay(Asking, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Sends one message that one officer may release; its reference.</summary>
    public static async Task<string> Say(
        this ProcessStation station, string text, Precedence precedence = Precedence.Routine, string officer = ProcessStation.Chief) =>
        (await station.Insist(officer, new SendMessage(Line, precedence, "en", text))).Released!;

    /// <summary>Waits until every other member's signature covers an entry.</summary>
    public static Task<EntryView> Received(this ProcessStation station, string entry, TimeSpan? within = null) =>
        station.Await(new ReadEntry(Line, entry), e => e.Receipts.Count > 0 && e.Receipts.All(r => r.Received), within);

    /// <summary>Waits until everything this station said on the line is received by all.</summary>
    public static Task<StationStatus> AllReceived(this ProcessStation station) =>
        station.Await(new ShowStatus(), s => s.Lines.Any(l => l.Handle == Line) && s.Lines.All(l => l.Handle != Line || l.Unreceived == 0));

    /// <summary>All messages of the line as they can be read here, in transcript order.</summary>
    public static async Task<IReadOnlyList<EntryView>> Messages(this ProcessStation station)
    {
        var all = new List<EntryView>();
        var page = await station.Control.Must(new ReadTranscript(Line, Limit: 500));
        all.AddRange(page.Entries);
        while (page.MoreBefore)
        {
            page = await station.Control.Must(new ReadTranscript(Line, Before: page.First, Limit: 500));
            all.InsertRange(0, page.Entries);
        }

        return [.. all.Where(e => e.Kind == EntryKind.Message)];
    }

    /// <summary>Opens an exercise line of these stations, which must be verified to each other and connected.</summary>
    public static async Task OpenLine(this ProcessStation proposer, string release, params ProcessStation[] others)
    {
        await proposer.Control.Must(new ProposeLine(
            Line, LineKind.Hot, LineMode.Exercise, [.. others.Select(o => o.Party)], new TermsView(["en"], release)));
        foreach (var other in others)
        {
            await other.Await(new ListLines(true), lines => lines.Any(l => l.Handle == Line));
            await other.Control.Must(new AcceptLine(Line));
        }

        foreach (var station in others.Prepend(proposer))
            await station.Await(new ListLines(), lines => lines.Any(l => l.Handle == Line && l.State == LineState.Open));
    }
}
