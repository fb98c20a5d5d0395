using System.Collections.Concurrent;
using Parley.Control;
using Parley.Control.Alarms;
using Parley.Control.Messages;
using Parley.Control.Officers;

namespace Parley.Console.Sessions;

/// <summary>Who is signed in. Sessions live in memory: a station that starts anew asks its officers to sign in again. A session whose time is over goes on while its
/// officer has a draft that waits, or while a flash rings that nobody has taken: a shift's end must not take the desk from under somebody's hands.</summary>
internal sealed class SessionBook(ConsoleOptions options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Session> sessions = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private ITimer? rounds;
    private int looking;

    /// <summary>Begins a session; the oldest one of the officer ends when there are too many.</summary>
    public Session Begin(OfficerView officer, IControl control, Opening opening)
    {
        var session = new Session(options.NewName(Bounds.SessionBytes), officer.Name, officer.Roles, control, opening, time.GetUtcNow());
        lock (gate)
        {
            rounds ??= time.CreateTimer(_ => _ = LookOver(), null, Bounds.SessionRound, Bounds.SessionRound);
            foreach (var old in OfOfficer(officer.Name).SkipLast(Bounds.SessionsOfOfficer - 1).ToList())
                End(old, Ending.Over);
            if (sessions.Count >= Bounds.Sessions && sessions.Values.MinBy(s => s.Since) is { } oldest)
                End(oldest, Ending.Over);
            sessions[session.Name] = session;
        }

        return session;
    }

    public Session? Find(string? name) => name is { Length: > 0 and < 256 } && sessions.TryGetValue(name, out var session) ? session : null;

    /// <summary>Ends a session, here at once and at the station soon.</summary>
    public void End(Session session, Ending how)
    {
        if (!sessions.TryRemove(session.Name, out _))
            return;
        session.Ending = how;
        session.End.Cancel();
        // What came in by the token alone was no sign-in, and is no sign-out.
        if (session is { Stands: true, Opening: not Opening.DirectLink, Control: IFace face })
            _ = SignOut(face);
    }

    public void Dispose()
    {
        rounds?.Dispose();
        foreach (var session in sessions.Values)
            session.End.Cancel();
    }

    private IEnumerable<Session> OfOfficer(string officer) => sessions.Values.Where(s => s.Officer == officer).OrderBy(s => s.Since);

    private async Task LookOver()
    {
        if (Interlocked.Exchange(ref looking, 1) == 1)
            return;
        try
        {
            foreach (var session in sessions.Values)
            {
                var now = time.GetUtcNow();
                if (!session.Stands)
                    End(session, Ending.Gone);
                else if (session.IsAbandoned(now) || (session.IsOver(now) && !await IsNeeded(session)))
                    End(session, Ending.Over);
            }
        }
        finally
        {
            Volatile.Write(ref looking, 0);
        }
    }

    private static async Task SignOut(IFace face)
    {
        try
        {
            await face.SignOut();
        }
        catch (ControlFault)
        {
            // The face is ended all the same; a station that cannot write has said so elsewhere.
        }
    }

    private static async Task<bool> IsNeeded(Session session)
    {
        try
        {
            if (await session.Control.Do(new ListDrafts()) is Done<IReadOnlyList<DraftView>> { Answer: var drafts } && drafts.Any(d => d.Author == session.Officer))
                return true;
            return await session.Control.Do(new ListAlarms()) is Done<AlarmBoard> { Answer: var alarms } &&
                alarms.Live.Concat(alarms.Exercise).Any(a => a.TakenBy is null && a.Entry is not null);
        }
        catch (ControlFault)
        {
            // Not known: whoever is signed in stays.
            return true;
        }
    }
}
