using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Officers;

namespace Parley.Console.Sessions;

/// <summary>One officer signed in with one browser. Safe for use from several threads.</summary>
internal sealed class Session(string name, string officer, Roles roles, IControl control, Opening opening, DateTimeOffset since)
{
    private readonly Lock gate = new();
    private readonly HashSet<object> pages = [];
    private readonly Dictionary<string, DraftView> seen = new(StringComparer.Ordinal);
    private DateTimeOffset lastWatched = since;

    /// <summary>The secret name in the cookie.</summary>
    public string Name { get; } = name;

    public string Officer { get; } = officer;

    public Roles Roles { get; } = roles;

    public IControl Control { get; } = control;

    public Opening Opening { get; } = opening;

    public DateTimeOffset Since { get; } = since;

    /// <summary>Whether what opened it is still valid. Of a session whose face cannot say, the station says it with the next operation.</summary>
    public bool Stands => Control is not IFace { Stands: false };

    /// <summary>Set before <see cref="End"/> is cancelled.</summary>
    public Ending Ending { get; set; }

    /// <summary>Cancelled when it ends.</summary>
    public CancellationTokenSource End { get; } = new();

    /// <summary>A draft as the officer last saw it; null: never in this session.</summary>
    public DraftView? Seen(string draft)
    {
        lock (gate)
            return seen.GetValueOrDefault(draft);
    }

    public void Saw(DraftView draft)
    {
        lock (gate)
        {
            if (seen.Count >= Bounds.DraftsSeen && !seen.ContainsKey(draft.Id))
                seen.Clear();
            seen[draft.Id] = draft;
        }
    }

    /// <summary>A page opened.</summary>
    public void Watch(object page)
    {
        lock (gate)
            pages.Add(page);
    }

    /// <summary>A page closed for good.</summary>
    public void Leave(object page, DateTimeOffset now)
    {
        lock (gate)
        {
            pages.Remove(page);
            lastWatched = now;
        }
    }

    /// <summary>Whether no page has been open for too long.</summary>
    public bool IsAbandoned(DateTimeOffset now)
    {
        lock (gate)
            return pages.Count == 0 && now - lastWatched > Bounds.SessionUnwatched;
    }

    /// <summary>Whether its time is over. It ends then only if nothing would be lost or missed: see <see cref="SessionBook"/>.</summary>
    public bool IsOver(DateTimeOffset now) => now - Since > Bounds.Session;
}
