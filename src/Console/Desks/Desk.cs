using Microsoft.AspNetCore.Components.Authorization;
using Parley.Console.Sessions;
using Parley.Console.Words;
using Parley.Control;
using Parley.Control.Messages;

namespace Parley.Console.Desks;

/// <summary>What one open page works with: the officer's face of the station, and what changes there. One for each page that is open.</summary>
internal sealed class Desk(AuthenticationStateProvider who, SessionBook book, Languages languages, ConsoleOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int KeyBytes = 16;
    private readonly CancellationTokenSource closed = new();
    private Session? session;
    private Task watching = Task.CompletedTask;
    private CancellationTokenRegistration ending;

    /// <summary>Something changed at the station. Raised on any thread.</summary>
    public event Action<ChangeNote>? Changed;

    /// <summary>The session ended, or the station ended it. Raised on any thread.</summary>
    public event Action? Ended;

    public bool IsOpen => session is { End.IsCancellationRequested: false };

    /// <summary>What ended the session.</summary>
    public Ending Ending => session?.Ending ?? Ending.None;

    /// <summary>When the officer signed in.</summary>
    public DateTimeOffset Since => session?.Since ?? default;

    /// <summary>By what.</summary>
    public Opening Opening => session?.Opening ?? Opening.DirectLink;

    public string Officer => session?.Officer ?? "";

    public Roles Roles => session?.Roles ?? Roles.None;

    /// <summary>Whether the officer may write on lines. The station checks it again; a page only leaves out what would be refused.</summary>
    public bool MayWrite => (Roles & (Roles.Watch | Roles.Release)) != 0;

    /// <summary>Whether his approval counts.</summary>
    public bool MayRelease => Roles.HasFlag(Roles.Release);

    public string Party => options.Party;

    public string PartyName => options.NameIn(Say.Tag);

    public Language Say { get; private set; } = languages.English;

    public IEnumerable<Language> Languages => languages.All;

    /// <summary>The time zone that is shown beside UTC.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTimeOffset Now => time.GetUtcNow();

    public TimeProvider Time => time;

    /// <summary>Opens it for whoever is signed in; false: nobody is.</summary>
    public async Task<bool> Open()
    {
        if (IsOpen)
            return true;
        var user = (await who.GetAuthenticationStateAsync()).User;
        session = book.Find(user.FindFirst(SessionGate.SessionClaim)?.Value);
        if (session is null)
            return false;
        session.Watch(this);
        ending = session.End.Token.Register(() => Ended?.Invoke());
        watching = Watch(session);
        return true;
    }

    /// <summary>How the browser is set up.</summary>
    public void Suit(string? language, string? zone)
    {
        Say = languages.Find(language) ?? languages.English;
        if (zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known))
            Zone = known;
    }

    /// <summary>A key under which something is done once, however often it is asked for.</summary>
    public string NewKey() => options.NewName(KeyBytes);

    /// <summary>A draft as this officer last saw it, on whichever page; null: never.</summary>
    public DraftView? LastSeen(DraftView draft) => session?.Seen(draft.Id);

    /// <summary>The officer has the draft before his eyes.</summary>
    public void Saw(DraftView draft) => session?.Saw(draft);

    /// <summary>Asks the station. Trouble is an answer too, so that no page breaks by it.</summary>
    public async Task<Reply<TAnswer>> Ask<TAnswer>(Operation<TAnswer> operation)
    {
        if (session is not { End.IsCancellationRequested: false } open)
            return new Reply<TAnswer>(default, Refusal.NotSignedIn, Say["trouble.signed-out"]);
        try
        {
            return await open.Control.Do(operation, closed.Token) switch
            {
                Done<TAnswer> done => new Reply<TAnswer>(done.Answer, null, ""),
                Refused<TAnswer> { Why: Refusal.NotSignedIn } refused => SignedOut<TAnswer>(open, refused),
                Refused<TAnswer> refused => new Reply<TAnswer>(default, refused.Why, refused.Detail),
                _ => throw new InvalidOperationException("outcomes are a closed family"),
            };
        }
        catch (ControlFault fault)
        {
            return new Reply<TAnswer>(default, null, Say["trouble.fault", fault.Message]);
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            return new Reply<TAnswer>(default, null, "");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await ending.DisposeAsync();
        session?.Leave(this, time.GetUtcNow());
        await watching;
        closed.Dispose();
    }

    private Reply<TAnswer> SignedOut<TAnswer>(Session open, Refused<TAnswer> refused)
    {
        book.End(open, Ending.Gone);
        return new Reply<TAnswer>(default, refused.Why, refused.Detail);
    }

    private async Task Watch(Session open)
    {
        try
        {
            await foreach (var note in open.Control.Changes(closed.Token))
                Changed?.Invoke(note);
            // No change will ever come: what opened the session is gone, or the station has stopped.
            if (!closed.IsCancellationRequested)
                book.End(open, open.Stands ? Ending.Over : Ending.Gone);
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // The page is closed.
        }
    }
}

/// <summary>An answer, or why there is none.</summary>
/// <param name="Trouble">In words; empty when there is an answer.</param>
internal sealed record Reply<TAnswer>(TAnswer? Answer, Refusal? Why, string Trouble)
{
    public bool IsDone => Trouble.Length == 0 && Answer is not null;
}
