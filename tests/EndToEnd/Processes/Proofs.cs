namespace Parley.EndToEnd.Tests.Processes;

/// <summary>What a stranger would check in the end, with the program alone.</summary>
internal static class Proofs
{
    private static int exports;

    // Receipts of receipts travel with the next beacon.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Asking = TimeSpan.FromMilliseconds(500);

    /// <summary>Exports the line at each station, verifies every file under the cards that were compared, and compares all with the first;
    /// waits until they are the same to the last receipt.</summary>
    public static Task AreSame(this TestFolder place, params ProcessStation[] stations) =>
        place.Compare(static verdict => verdict.Contains("SAME:", StringComparison.Ordinal), stations);

    /// <summary>The same, but an older receipt may be on one side alone. When a station dies between its signature and the sending, a later
    /// signature covers the same words, and the first one never leaves.</summary>
    public static Task HaveSameWords(this TestFolder place, params ProcessStation[] stations) =>
        place.Compare(
            static verdict => verdict.Split('\n').All(static l =>
                !l.Contains("Feed ", StringComparison.Ordinal) || l.Contains("entries on both sides", StringComparison.Ordinal)) &&
                !verdict.Contains("shown", StringComparison.Ordinal) && verdict.Contains("SAME", StringComparison.Ordinal),
            stations);

    private static async Task Compare(this TestFolder place, Func<string, bool> wanted, ProcessStation[] stations)
    {
        foreach (var station in stations)
            await station.WriteCard();
        string[] trust = [.. stations.SelectMany(s => (string[])["--trust", s.CardFile])];
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var files = await Export(place, stations);
            var verdicts = new List<string>();
            foreach (var file in files.Skip(1))
                verdicts.Add((await Command.Run(["compare", files[0], file, .. trust])).ToString());
            if (verdicts.All(wanted))
            {
                foreach (var file in files)
                    Assert.Contains("VERIFIED", await Command.Must(["verify", file, .. trust]));
                return;
            }

            if (TimeProvider.System.GetElapsedTime(began) > Settling)
                Assert.Fail($"the transcripts are not the same:\n{string.Join('\n', verdicts)}");
            await Task.Delay(Asking, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<List<string>> Export(TestFolder place, ProcessStation[] stations)
    {
        var files = new List<string>();
        foreach (var station in stations)
        {
            var file = place.PathTo($"{station.Party}-{Interlocked.Increment(ref exports)}.transcript");
            await station.Do("export", "--line", Speaking.Line, "-o", file);
            files.Add(file);
        }

        return files;
    }
}
