using System.Text;
using Parley.Control;
using Parley.Control.Officers;
using Parley.Station;
using Parley.Station.Folders;
using Parley.Storage.Sqlite;

namespace Parley.Bench;

/// <summary>The folder of a station of the bench: keys, store and one officer with every role.</summary>
internal sealed record FoundedStation(string Folder, string Token)
{
    private const string Name = "bench";

    public static async Task<FoundedStation> Found(string folder, StationSettings settings)
    {
        var made = Need(FolderInit.Init(folder, new InitOptions(settings, null, null, null), TimeProvider.System));
        SqliteStore.Create(folder).Dispose();
        using var keys = Need(made.Folder.ReadKeys(null));
        using var store = SqliteStore.Open(folder);
        await using var host = StationHost.Start(keys, store, StationOptions.Default(folder), TimeProvider.System);
        if (await host.Owner.Do(new AddOfficer(Name, Enum.GetValues<Roles>().Aggregate((a, b) => a | b))) is not Done<OfficerToken> { Answer: var officer })
            throw new IOException("the bench could not add its officer");
        var token = folder + ".token";
        PrivateFile.TryCreate(token, Encoding.ASCII.GetBytes(officer.Token + "\n"));
        return new FoundedStation(folder, token);
    }

    public static T Need<T>(FolderResult<T> result)
        where T : class =>
        result.Is(out var value, out var problem) ? value : throw new IOException(problem.Detail);
}
