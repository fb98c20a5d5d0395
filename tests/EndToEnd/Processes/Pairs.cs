namespace Parley.EndToEnd.Tests.Processes;

/// <summary>Two stations that have met and run.</summary>
internal static class Pairs
{
    public static async Task<(ProcessStation Astra, ProcessStation Boreal)> Pair(this TestFolder place, params string[] officers)
    {
        var astra = await ProcessStation.Create(place, "astra", officers: officers);
        var boreal = await ProcessStation.Create(place, "boreal", officers: officers);
        await Meet(astra, boreal);
        await Task.WhenAll(astra.Start(), boreal.Start());
        return (astra, boreal);
    }

    /// <summary>Each of them takes the cards of all others.</summary>
    public static async Task Meet(params ProcessStation[] stations)
    {
        foreach (var station in stations)
        {
            foreach (var peer in stations.Where(s => s != station))
                await station.Meet(peer);
        }
    }
}
