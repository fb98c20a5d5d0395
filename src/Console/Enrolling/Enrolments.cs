using Parley.Control.Officers;

namespace Parley.Console.Enrolling;

/// <summary>A sign-in link that is open in a browser: over it one passkey or one PIN is set up. It is no session, and leads to no desk.</summary>
/// <param name="Name">The secret name in the cookie.</param>
internal sealed record Enrolment(string Name, OfficerView Officer, IFace Face, DateTimeOffset Until);

/// <summary>The sign-in links that are open. Safe for use from several threads.</summary>
internal sealed class Enrolments(ConsoleOptions options, TimeProvider time)
{
    private readonly Dictionary<string, Enrolment> open = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public string Cookie => $"parley-{options.Party}-enrol";

    public Enrolment Begin(OfficerView officer, IFace face)
    {
        var now = time.GetUtcNow();
        var enrolment = new Enrolment(options.NewName(Bounds.SessionBytes), officer, face, now + Bounds.Enrolment);
        lock (gate)
        {
            foreach (var old in open.Values.Where(e => !IsOpen(e, now)).ToList())
                open.Remove(old.Name);
            if (open.Count >= Bounds.Enrolments)
                open.Remove(open.Values.MinBy(e => e.Until)!.Name);
            open[enrolment.Name] = enrolment;
        }

        return enrolment;
    }

    /// <summary>The one of that name; null when it was used, or its time is over.</summary>
    public Enrolment? Find(string? name)
    {
        if (name is null or { Length: 0 or > 255 })
            return null;
        lock (gate)
            return open.TryGetValue(name, out var found) && IsOpen(found, time.GetUtcNow()) ? found : null;
    }

    public void End(Enrolment enrolment)
    {
        lock (gate)
            open.Remove(enrolment.Name);
    }

    private static bool IsOpen(Enrolment enrolment, DateTimeOffset now) => enrolment.Face.Stands && now < enrolment.Until;
}
