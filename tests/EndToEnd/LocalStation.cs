using System.Security.Cryptography;
using Parley.Circuits.Tls;
using Parley.Control;
using Parley.Control.Officers;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Notices;
using Parley.Lines.Parties;
using Parley.Scenarios.Processes;
using Parley.Station;
using Parley.Station.Keys;
using Parley.Station.Throttles;
using Parley.Storage.Sqlite;

namespace Parley.EndToEnd.Tests;

/// <summary>A real station in this process: suite 1, SQLite in a folder of its own, TLS on loopback.</summary>
internal sealed class LocalStation : IAsyncDisposable
{
    private readonly string folder;
    private readonly SigningKey identity;
    private readonly CardChain chain;
    private readonly KemKey live;
    private readonly KemKey exercise;
    private readonly AtRestKey atRest;

    private readonly TimeProvider time;
    private readonly IReadOnlyList<NoticeFormat> formats;

    private readonly Intake intake;

    private LocalStation(string party, string folder, TimeProvider time, IReadOnlyList<NoticeFormat> formats, Intake intake)
    {
        (this.time, this.formats, this.intake) = (time, formats, intake);
        Party = PartyId.Parse(party)!.Value;
        this.folder = folder;
        var suite = SuiteOne.Instance;
        identity = suite.GenerateSigningKey();
        live = suite.GenerateKemKey();
        exercise = suite.GenerateKemKey();
        atRest = AtRestKey.Generate(suite);
        Port = FreePorts.Find(1)[0];
        using var next = suite.GenerateSigningKey();
        var now = Timestamp.From(time.GetUtcNow());
        var card = new Card(
            Party, 1, CardStep.First, null, [new("en", party)], now, now + TimeSpan.FromDays(365), suite.Id, identity.PublicKey, identity.PublicKey,
            Digest.Of(next.PublicKey), live.PublicKey, exercise.PublicKey, [$"tls://127.0.0.1:{Port}"]);
        chain = CardChain.Found(card, identity);
    }

    public PartyId Party { get; }

    public int Port { get; }

    public StationHost Host { get; private set; } = null!;

    public CutCircuits? Circuits { get; private set; }

    public IControl Owner => Host.Owner;

    public CardChain Chain => chain;

    /// <param name="time">The station's clock; null: the machine's. Circuits go by the machine's.</param>
    /// <param name="formats">Notice formats that come with its program; null: none.</param>
    /// <param name="intake">How many ordinary words it takes; null: as many as a station takes.</param>
    public static LocalStation Create(string party, TimeProvider? time = null, IReadOnlyList<NoticeFormat>? formats = null, Intake? intake = null)
    {
        var folder = Directory.CreateTempSubdirectory($"parley-{party}-").FullName;
        SqliteStore.Create(folder).Dispose();
        var station = new LocalStation(party, folder, time ?? TimeProvider.System, formats ?? [], intake ?? Intake.Default);
        station.Start();
        return station;
    }

    public void Start(bool withCircuits = true)
    {
        var keys = new StationKeys(SuiteOne.Instance, identity, null, live, exercise, atRest, chain);
        Host = StationHost.Start(keys, SqliteStore.Open(folder), StationOptions.Default(folder) with { Formats = formats, Intake = intake }, time);
        if (withCircuits)
        {
            Circuits = new CutCircuits(new TlsCircuits(
                identity, chain, chain.Current.Addresses, Host.Events,
                new TlsSurroundings(TimeProvider.System, () => RandomNumberGenerator.GetInt32(1000) / 1000.0, id => id == SuiteId.One ? SuiteOne.Instance : null)));
            Host.Attach(Circuits);
        }
    }

    public async Task<IControl> Officer(string name, Roles roles)
    {
        var token = (await Owner.Must(new AddOfficer(name, roles))).Token;
        return Host.Entrance.ByToken(token)!;
    }

    public async ValueTask Stop() => await Host.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

internal static class ControlAsserts
{
    /// <summary>The answer; fails the test when the operation was refused.</summary>
    public static async Task<TAnswer> Must<TAnswer>(this IControl control, Operation<TAnswer> operation)
    {
        var outcome = await control.Do(operation, TestContext.Current.CancellationToken);
        if (outcome is Refused<TAnswer> refused)
            Assert.Fail($"{operation.GetType().Name}: {refused.Why}: {refused.Detail}");
        return ((Done<TAnswer>)outcome).Answer;
    }

    public static async Task<Refusal> Refusal<TAnswer>(this IControl control, Operation<TAnswer> operation) =>
        Assert.IsType<Refused<TAnswer>>(await control.Do(operation, TestContext.Current.CancellationToken)).Why;

    /// <summary>Asks until the answer is as wanted, woken by changes of the station; fails after 20 seconds.</summary>
    public static async Task<TAnswer> Until<TAnswer>(this IControl control, Operation<TAnswer> query, Func<TAnswer, bool> wanted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        await using var changes = control.Changes(limit.Token).GetAsyncEnumerator(limit.Token);
        var next = changes.MoveNextAsync().AsTask();
        TAnswer last;
        while (!wanted(last = await control.Must(query)))
        {
            try
            {
                await next;
                next = changes.MoveNextAsync().AsTask();
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"{query.GetType().Name} did not come to what was waited for; last: {System.Text.Json.JsonSerializer.Serialize(last)}");
            }
        }

        await limit.CancelAsync();
        try
        {
            await next;
        }
        catch (OperationCanceledException)
        {
            // The wait is over; so is the stream.
        }

        return last;
    }
}
