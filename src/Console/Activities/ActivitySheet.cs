using System.Globalization;
using Parley.Console.Frame;
using Parley.Control.Activities;
using Parley.Control.Handling;
using Parley.Lines.Activities;
using Parley.Lines.Entries;

namespace Parley.Console.Activities;

/// <summary>An activity while an officer fills it in. What was typed stays as it was typed until it is asked for.</summary>
internal sealed class ActivitySheet
{
    private const string Prefix = "f.";

    public ActivityKind Kind { get; set; } = ActivityKind.Flight;

    public string Title { get; set; } = "";

    public string Contact { get; set; } = "";

    /// <summary>Minutes, as they were typed; empty: it is planned, and not only held.</summary>
    public string Reserve { get; set; } = "";

    /// <summary>Of sites and movements: until when it is notified, UTC, as it was typed.</summary>
    public string Expires { get; set; } = "";

    public string Behalf { get; set; } = "";

    public string Vehicles { get; set; } = "";

    public string Marks { get; set; } = "";

    /// <summary>Words beside it, in the language that is chosen with them.</summary>
    public string Note { get; set; } = "";

    public string Language { get; set; } = "en";

    public Precedence Precedence { get; set; } = Precedence.Priority;

    public bool IsTest { get; set; }

    public IList<VolumeSheet> Volumes { get; } = [new VolumeSheet()];

    public HashSet<string> Addressees { get; } = new(StringComparer.Ordinal);

    public bool IsAid => Kind.IsHumanitarian();

    /// <summary>The texts of its volumes; null while one of them is none.</summary>
    public IReadOnlyList<string>? Texts => Volumes.All(v => v.IsWhole) ? [.. Volumes.Select(v => v.Text)] : null;

    /// <summary>Keys of the words for what is missing; empty: it can be asked for.</summary>
    public IEnumerable<string> Gaps(DateTimeOffset now)
    {
        if (Title.Trim().Length == 0)
            yield return "activity.gap.title";
        if (Contact.Trim().Length == 0)
            yield return "activity.gap.contact";
        foreach (var gap in Volumes.Select(v => v.Gap(now)).Where(g => g != VolumeGap.None).Distinct())
            yield return "volume.gap." + gap.ToString().ToLowerInvariant();
        if (IsAid && (UtcText.Coming(Expires, now) is not { } until || until <= now))
            yield return "activity.gap.expires";
        if (!IsAid && Reserve.Trim().Length > 0 && Minutes is null)
            yield return "activity.gap.reserve";
    }

    /// <summary>What is asked for; null while something is missing.</summary>
    /// <param name="addresseeMinutes">In which addressees should have acknowledged it.</param>
    public NotifyActivity? Make(string line, int addresseeMinutes, DateTimeOffset now)
    {
        if (Gaps(now).Any() || Texts is not { } volumes)
            return null;
        var aid = IsAid && UtcText.Coming(Expires, now) is { } expires ? new AidInput(expires, Said(Behalf), Said(Vehicles), Said(Marks)) : null;
        var note = Said(Note);
        return new NotifyActivity(
            line, Kind, Title.Trim(), Contact.Trim(), volumes, aid, IsAid ? null : Minutes, note is null ? null : Language, note, Precedence,
            IsTest ? Status.Test : Status.Actual, [.. Addressees.Order(StringComparer.Ordinal).Select(a => new AddresseeInput(a, addresseeMinutes))]);
    }

    /// <summary>Puts back what the tab has kept, by the names of fields.</summary>
    /// <returns>Whether anything was.</returns>
    public bool Restore(IReadOnlyDictionary<string, string> kept)
    {
        if (kept.GetValueOrDefault(Prefix + "kind") is { } kind && Enum.TryParse<ActivityKind>(kind, out var known) && Enum.IsDefined(known))
            Kind = known;
        Title = kept.GetValueOrDefault(Prefix + "title", "");
        Contact = kept.GetValueOrDefault(Prefix + "contact", "");
        Reserve = kept.GetValueOrDefault(Prefix + "reserve", "");
        Behalf = kept.GetValueOrDefault(Prefix + "behalf", "");
        Vehicles = kept.GetValueOrDefault(Prefix + "vehicles", "");
        Marks = kept.GetValueOrDefault(Prefix + "marks", "");
        Note = kept.GetValueOrDefault(Prefix + "note", "");
        for (var i = 0; i < Parley.Lines.Bounds.ActivityVolumes && kept.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{Prefix}volume.{i}")) is { } text; i++)
        {
            if (i == Volumes.Count)
                Volumes.Add(new VolumeSheet());
            Volumes[i].Type(text);
        }

        return Title.Length + Contact.Length + Note.Length > 0 || Volumes[0].Text.Length > 0;
    }

    private int? Minutes =>
        int.TryParse(Reserve.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= Parley.Lines.Bounds.ReserveMinutes ? minutes
            : null;

    private static string? Said(string text) => text.Trim() is { Length: > 0 } said ? said : null;
}
