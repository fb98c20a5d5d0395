using Parley.Control;
using Parley.Control.Http;
using Parley.Exchange.Notices;
using Parley.Station;
using Parley.Station.Alarms;
using Parley.Station.Folders;
using Parley.Station.Throttles;
using Parley.Station.Keys;
using Parley.Storage.Sqlite;

namespace Parley.Cli;

/// <summary>A station's face, and what must be closed after use. Whoever speaks or decides reaches a running station with a token; whoever
/// holds the folder and its key may also manage a station that does not run.</summary>
internal sealed class OpenStation : IAsyncDisposable
{
    private readonly HttpControl? http;
    private readonly LocalStation? local;

    private OpenStation(HttpControl http, Uri address) => (this.http, Control, Address) = (http, http, address);

    private OpenStation(LocalStation local) => (this.local, Control, Address) = (local, local.Host.Owner, new Uri(local.Settings.Api));

    public IControl Control { get; }

    public bool Runs => http is not null;

    /// <summary>Where officers reach it; for one that does not run, where it will listen: port 0 stands for one that is taken then.</summary>
    public Uri Address { get; }

    /// <summary>The running station, with the officer's token.</summary>
    public static async Task<OpenStation> ToSpeak(Invocation invocation)
    {
        var place = invocation.Get(Common.Directory);
        var running = await Running(place, invocation.Cancel) ??
            throw new CommandFault(ExitCode.Unreachable, $"no station runs in {place}; start it with: parley run {place}");
        return Signed(invocation, running);
    }

    /// <summary>The running station with a token, or the folder opened with its key.</summary>
    public static async Task<OpenStation> ToManage(Invocation invocation)
    {
        var place = invocation.Get(Common.Directory);
        if (await Running(place, invocation.Cancel) is { } running)
            return Signed(invocation, running);
        return new OpenStation(LocalStation.Open(invocation, Invocation.Need(StationFolder.Open(place))));
    }

    /// <summary>The address of the station that runs in the folder or stands at the address; null when none answers.</summary>
    public static async Task<Uri?> Running(string place, CancellationToken cancel)
    {
        if (AddressOf(place) is not { } address)
            return null;
        using var station = new HttpControl(address, null);
        if (await station.IsThere(cancel))
            return address;
        return IsAddress(place) ? throw new CommandFault(ExitCode.Unreachable, $"no station answers at {place}") : null;
    }

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        if (local is not null)
            await local.DisposeAsync();
    }

    private static OpenStation Signed(Invocation invocation, Uri address) => new(new HttpControl(address, Secrets.Token(invocation)), address);

    internal static bool IsAddress(string place) => place.StartsWith("http://", StringComparison.Ordinal);

    // run.json stands there while a station runs, and after a crash; without it, the settings' address may be somebody else's.
    private static Uri? AddressOf(string place)
    {
        if (IsAddress(place))
        {
            return Uri.TryCreate(place, UriKind.Absolute, out var given)
                ? given
                : throw new CommandFault(ExitCode.Usage, $"{place} is no address; use the form http://127.0.0.1:7100");
        }

        return Invocation.Need(StationFolder.Open(place)).ReadRun() is { } run ? new Uri(run.Api) : null;
    }
}

/// <summary>A station opened in this process.</summary>
internal sealed class LocalStation : IAsyncDisposable
{
    private readonly SqliteStore store;
    private Func<Task?> forgetting = static () => null;

    private LocalStation(StationFolder folder, StationSettings settings, SqliteStore store, StationKeys keys, StationHost host)
    {
        Folder = folder;
        Settings = settings;
        this.store = store;
        Keys = keys;
        Host = host;
    }

    public StationFolder Folder { get; }

    public StationSettings Settings { get; }

    public StationKeys Keys { get; }

    public StationHost Host { get; }

    /// <param name="outlets">What makes alarms heard; null for a station that is only managed.</param>
    /// <param name="intake">How many ordinary words of one author it takes; null: as many as a station takes.</param>
    public static LocalStation Open(Invocation invocation, StationFolder folder, IAlarmOutlets? outlets = null, Intake? intake = null)
    {
        var settings = Invocation.Need(folder.ReadSettings());
        var passphrase = Secrets.Passphrase(invocation, folder);
        var keys = Invocation.Need(folder.ReadKeys(passphrase));
        SqliteStore? store = null;
        try
        {
            store = SqliteStore.Open(folder.Path);
            // Stretching a passphrase takes long, and the loop must not wait for it.
            Task? forgetting = null;
            Action<StationKeys>? gone = keys.Retiring is null
                ? null
                : left => Volatile.Write(ref forgetting, Task.Run(() => folder.ForgetRetiring(left.Identity.PublicKey, passphrase)));
            var options = new StationOptions(folder.Path, TimeSpan.FromSeconds(settings.BeaconSeconds), gone, outlets)
            {
                Formats = FormatShelf.All, Intake = intake ?? Intake.Default, RiskViews = settings.RiskViews,
            };
            var host = StationHost.Start(keys, store, options, TimeProvider.System);
            return new LocalStation(folder, settings, store, keys, host) { forgetting = () => Volatile.Read(ref forgetting) };
        }
        catch
        {
            store?.Dispose();
            keys.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        try
        {
            await (forgetting() ?? Task.CompletedTask);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The key file could not be written; the next start does it.
        }

        store.Dispose();
        Keys.Dispose();
    }
}
