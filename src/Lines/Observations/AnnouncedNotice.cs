using Parley.Lines.Notices;
using Parley.Lines.Plans;
using Parley.Volumes;
using Parley.Volumes.Earth;

namespace Parley.Lines.Observations;

/// <summary>Makes of a notice, with all that followed it, what observations are held against. It reads what the form holds: volumes, places, phases, signs, numbers. A form
/// that somebody made himself is read in the same way; what it is about is then <see cref="AnnouncedKind.Else"/> besides its signs.</summary>
public static class AnnouncedNotice
{
    private const string Site = "site";

    private static readonly Dictionary<Sign, AnnouncedKind> BySign = new()
    {
        [Sign.NuclearRelease] = AnnouncedKind.NuclearWords,
        [Sign.AlertWords] = AnnouncedKind.AlertWords,
        [Sign.LeadersTakePart] = AnnouncedKind.LeadersTakePart,
        [Sign.RadioSilence] = AnnouncedKind.RadioSilence,
        [Sign.NewFormats] = AnnouncedKind.NewFormats,
        [Sign.ForcesMove] = AnnouncedKind.ForcesMove,
        [Sign.ReservistsCalledUp] = AnnouncedKind.Reservists,
        [Sign.ShipsLeavePort] = AnnouncedKind.Ships,
        [Sign.CommunicationsSurge] = AnnouncedKind.CommunicationsSurge,
        [Sign.LiveAmmunition] = AnnouncedKind.Gunnery,
    };

    private static readonly Dictionary<string, StrengthUnit> Counted = new(StringComparer.Ordinal)
    {
        ["troops"] = StrengthUnit.Persons,
        ["persons"] = StrengthUnit.Persons,
        ["tanks"] = StrengthUnit.Tanks,
        ["acv"] = StrengthUnit.Vehicles,
        ["guns"] = StrengthUnit.Guns,
        ["aircraft"] = StrengthUnit.Aircraft,
        ["sorties"] = StrengthUnit.Sorties,
        ["ships"] = StrengthUnit.Ships,
        ["missiles"] = StrengthUnit.Launches,
        ["launches"] = StrengthUnit.Launches,
    };

    /// <summary>What a notice announced, version by version; null where it names no time at all.</summary>
    /// <param name="reference">How officers find it.</param>
    /// <param name="known">Since when we know a word: of a notice to us when we received it.</param>
    public static Announced? Of(NoticeMatter matter, string reference, Func<NoticeSaid, DateTimeOffset> known)
    {
        var parts = PartsOf(matter.First);
        if (parts.Count == 0)
            return null;
        var (format, strengths) = (matter.First.Format, StrengthsOf(matter));
        var direction = matter.First.Notice["direction"] is { } text && FieldText.Number(text) is >= 0 and <= 359 and var degrees ? (int)degrees : (int?)null;
        var versions = new List<AnnouncedVersion> { new(matter.First.Entry, known(matter.First), parts, format.Discrepancy, strengths, direction) };
        DateTimeOffset? closed = null;
        foreach (var step in matter.Steps.Where(s => s.Effect == StepEffect.Took).Select(s => s.Said))
        {
            if (step.Format.Effect is NoticeEffect.Amends or NoticeEffect.Slips && After(versions[^1].Parts, step, matter.Events.Count) is { } changed)
                versions.Add(versions[^1] with { Entry = step.Entry, Since = known(step), Parts = changed });
            if (step.Format.Effect is NoticeEffect.Cancels or NoticeEffect.Completes && !matter.IsOpen)
                closed = known(step);
        }

        return new Announced(reference, matter.First.Party, versions, closed);
    }

    /// <summary>A notice that announces nothing and tells of readiness or posture; null for any other.</summary>
    public static Announced? OfPosture(NoticeSaid told, string reference, DateTimeOffset known) =>
        told.Notice["change"] == "raised" && NoticeSpan.Of(told) is { } span &&
        Window.Make(span.From, span.Until > span.From ? span.Until : span.From.AddDays(1)).Value is { } window
            ? new Announced(reference, told.Party, [new(told.Entry, known, [new("", [AnnouncedKind.Readiness], null, Schedule.Make(window).Must())], 0, [], null)])
            : null;

    private static IReadOnlyList<AnnouncedPart> PartsOf(NoticeSaid said)
    {
        var (format, notice) = (said.Format, said.Notice);
        var kinds = KindsOf(format, notice);
        var volumes = format.Fields.Where(f => f.Kind == FieldKind.Volume && notice[f.Name] is not null)
            .Select(f => (f.Name, Volume: FieldText.Volume(notice[f.Name]!))).Where(v => v.Volume is not null).Select(v => (v.Name, Volume: v.Volume!)).ToList();
        var when = volumes.Count > 0 ? volumes[0].Volume.Schedule : Times(format, notice);
        if (when is null)
            return [];
        var parts = new List<AnnouncedPart>();
        if (notice[Site] is { } place && FieldText.Place(place) is { } site)
            parts.AddRange(FromSite(site, volumes.ConvertAll(v => v.Volume), when, kinds, format.Discrepancy));
        parts.AddRange(volumes.Select(v => AnnouncedPart.Of(v.Name, v.Name == "firing-area" ? [AnnouncedKind.Gunnery, AnnouncedKind.Bombing] : kinds, v.Volume)));
        if (volumes.Count == 0)
            parts.Add(new AnnouncedPart("", kinds, At(format, notice, when), when));
        var phases = PhasesOf(format, notice);
        var area = volumes.Count > 0 ? volumes[0].Volume : null;
        parts.AddRange(phases.Select(p => new AnnouncedPart(p.Name, kinds, area is null ? null : Volume.Make(area.Shapes, area.Band, p.When).Value, p.When)));
        parts.AddRange(SignsOf(format, notice, phases, when));
        return [.. parts.Take(Bounds.AnnouncedParts)];
    }

    /// <summary>The site itself, and the way from it to each area.</summary>
    private static IEnumerable<AnnouncedPart> FromSite(Position site, List<Volume> areas, Schedule when, IReadOnlyList<AnnouncedKind> kinds, int tolerance)
    {
        yield return AnnouncedPart.Of(Site, kinds, Volume.Make([new PointShape(site)], AltitudeBand.Everything, when).Must());
        var ways = areas.SelectMany(a => a.Shapes).Select(s => Figure.Of(s)?.Centroid).OfType<Position>().Where(c => c != site)
            .Select(c => Corridor.Make([site, c], Math.Max(tolerance, Bounds.FlightPathMetres), Edge.Geodesic).Value).OfType<Shape>().Take(Volumes.Bounds.Shapes).ToList();
        if (ways.Count > 0)
            yield return AnnouncedPart.Of("way", kinds, Volume.Make(ways, AltitudeBand.Everything, when).Must());
    }

    private static List<AnnouncedKind> KindsOf(NoticeFormat format, Notice notice) => format.Id switch
    {
        "launch-1988" or "missile-test" => [AnnouncedKind.MissileLaunch],
        "space-launch" => [notice["class"] == "missile" ? AnnouncedKind.MissileLaunch : AnnouncedKind.SpaceLaunch],
        "exercise" => [AnnouncedKind.FieldExercise],
        "staff-exercise" => [AnnouncedKind.StaffExercise],
        "movement" => notice["means"] switch
        {
            "sea" => [AnnouncedKind.ForcesMove, AnnouncedKind.Ships],
            "air" => [AnnouncedKind.ForcesMove, AnnouncedKind.Flight],
            _ => [AnnouncedKind.ForcesMove],
        },
        "strategic-flight" => [AnnouncedKind.StrategicFlight],
        "sea-activity" => notice["activity"] switch
        {
            "gunnery" => [AnnouncedKind.Gunnery],
            "missiles" => [AnnouncedKind.MissileFiring],
            "bombing" => [AnnouncedKind.Bombing],
            "torpedoes" => [AnnouncedKind.Torpedoes],
            "submarines" => [AnnouncedKind.Ships],
            _ => [AnnouncedKind.HazardousOperations],
        },
        "humanitarian-movement" => [AnnouncedKind.HumanitarianMovement],
        "notified-site" => [AnnouncedKind.HumanitarianSite],
        _ => [AnnouncedKind.Else],
    };

    private static Schedule? Times(NoticeFormat format, Notice notice)
    {
        if (NoticeCheck.BoundsOf(format, notice) is not { From: { } from } span)
            return null;
        var until = span.Until is { } end && end > from ? end : from.AddMinutes(format.Clocks.Validity ?? 24 * 60);
        return Window.Make(from, until).Value is { } window ? Schedule.Make(window).Value : null;
    }

    private static Volume? At(NoticeFormat format, Notice notice, Schedule when)
    {
        var field = format.Fields.FirstOrDefault(f => f.Kind == FieldKind.Place && notice[f.Name] is not null);
        if (field is null || FieldText.Place(notice[field.Name]!) is not { } place)
            return null;
        var radius = notice["radius"] is { } text && FieldText.Number(text) is > 0 and <= Bounds.FormatMetres and var metres ? (int)metres : 0;
        return Volume.Make([radius > 0 ? Circle.Make(place, radius).Must() : new PointShape(place)], AltitudeBand.Everything, when).Value;
    }

    private static List<(string Name, Schedule When)> PhasesOf(NoticeFormat format, Notice notice)
    {
        var phases = new List<(string, Schedule)>();
        if (format["phases"] is not { Kind: FieldKind.Rows } field || notice.Values.FirstOrDefault(v => v.Field == field.Name)?.Items is not { } cells)
            return phases;
        var names = field.Columns.Select(c => c.Name).ToList();
        var (name, period) = (names.IndexOf("name"), names.IndexOf("period"));
        for (var row = 0; name >= 0 && period >= 0 && row + names.Count <= cells.Count; row += names.Count)
        {
            if (FieldText.Times(cells[row + period]) is var (from, until) && Window.Make(from, until).Value is { } window)
                phases.Add(($"phase {cells[row + name]}", Schedule.Make(window).Must()));
        }

        return phases;
    }

    /// <summary>Each sign by itself, in each phase; nuclear release in the phase that is named, radio silence in its window.</summary>
    private static IEnumerable<AnnouncedPart> SignsOf(NoticeFormat format, Notice notice, List<(string Name, Schedule When)> phases, Schedule when)
    {
        foreach (var rule in Signs.All.Where(r => BySign.ContainsKey(r.Sign) && r.Fields.Any(f => notice[f.Name] == f.Value)))
        {
            AnnouncedKind[] kinds = [BySign[rule.Sign]];
            var own = rule.Sign == Sign.RadioSilence && notice["silence"] is { } silence && FieldText.Times(silence) is var (from, until) &&
                Window.Make(from, until).Value is { } window ? Schedule.Make(window).Must() : null;
            var named = rule.Sign == Sign.NuclearRelease ? phases.Where(p => p.Name == $"phase {notice["nuclear-phase"]}").ToList() : [];
            if (own is not null)
                yield return new AnnouncedPart(kinds[0].Name(), kinds, null, own);
            else if (phases.Count == 0)
                yield return new AnnouncedPart(kinds[0].Name(), kinds, null, format["period"] is null ? when : Times(format, notice) ?? when);
            foreach (var (name, period) in own is not null ? [] : named.Count > 0 ? named : phases)
                yield return new AnnouncedPart($"{kinds[0].Name()}, {name}", kinds, null, period);
        }
    }

    private static List<Strength> StrengthsOf(NoticeMatter matter)
    {
        var (format, notice) = (matter.First.Format, matter.First.Notice);
        var strengths = format.Fields.Where(f => f.Kind == FieldKind.Number && Counted.ContainsKey(f.Name))
            .Select(f => (Unit: Counted[f.Name], Most: notice[f.Name] is { } text ? FieldText.Number(text) : null))
            .Where(s => s.Most is > 0).DistinctBy(s => s.Unit).Select(s => new Strength(0, s.Most!.Value, s.Unit)).ToList();
        var isLaunch = KindsOf(format, notice).Exists(k => k is AnnouncedKind.SpaceLaunch or AnnouncedKind.MissileLaunch);
        if (isLaunch && !strengths.Exists(s => s.Unit == StrengthUnit.Launches))
            strengths.Add(new Strength(0, matter.Events.Count, StrengthUnit.Launches));
        return strengths;
    }

    /// <summary>Parts after an amendment or a slip; null where it moves nothing. Where one of several events is moved, its new time stands beside the others.</summary>
    private static List<AnnouncedPart>? After(IReadOnlyList<AnnouncedPart> parts, NoticeSaid step, int events)
    {
        var area = step.Notice["area"] is { } text ? FieldText.Volume(text) : null;
        var period = step.Notice["period"] is { } times && FieldText.Times(times) is var (from, until) && Window.Make(from, until).Value is { } window
            ? Schedule.Make(window).Must()
            : area?.Schedule;
        if (area is null && period is null)
            return null;
        var isOne = events > 1 && step.Format.Event.Length > 0 && step.Notice[step.Format.Event] is not null;
        var moved = parts.Select(p => Moved(p, area, period ?? p.Schedule));
        return isOne ? [.. parts, .. moved] : [.. moved];
    }

    private static AnnouncedPart Moved(AnnouncedPart part, Volume? area, Schedule when) =>
        part.Volume is not { } volume ? part with { Schedule = when }
        : part with { Volume = Volume.Make(part.Name is Site or "way" ? volume.Shapes : (area ?? volume).Shapes, (area ?? volume).Band, when).Must(), Schedule = when };
}
