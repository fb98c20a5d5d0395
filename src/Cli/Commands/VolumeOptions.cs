using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Cli.Typing;
using Parley.Volumes;
using Parley.Volumes.Texts;
using LineBounds = Parley.Lines.Bounds;

namespace Parley.Cli.Commands;

/// <summary>Where, how high and when, on the command line: typed as shapes, which make one volume together, or as files in the text of docs/formats/volume.md.</summary>
internal static class VolumeOptions
{
    private static readonly Option<string[]> Points = new("--point")
    {
        Description = $"A place without extent; again for each. PLACE is such as {ShapeText.Places}.", HelpName = "PLACE",
    };

    private static readonly Option<string[]> Circles = new("--circle")
    {
        Description = "A circle, such as \"69-30.0N 016-00.0E 5km\"; again for each. Lengths are in m, km or nm. Several shapes make one volume: it may be in any of them.",
        HelpName = "PLACE RADIUS",
    };

    private static readonly Option<string[]> Polygons = new("--polygon")
    {
        Description = "Three places or more, in the order in which one goes round them; again for each. The first one need not be repeated.",
        HelpName = "PLACE; PLACE; PLACE",
    };

    private static readonly Option<string[]> Corridors = new("--corridor")
    {
        Description = "A way of two places or more, with --half-width; again for each.", HelpName = "PLACE; PLACE",
    };

    private static readonly Option<string?> HalfWidth = new("--half-width")
    {
        Description = "How far a corridor reaches to either side of its way, such as 2nm.", HelpName = "LENGTH",
    };

    private static readonly Option<string?> Edges = Common.Choice<Edge>(
        "--edges",
        "How the way runs between the places of polygons and corridors: the shortest one, one heading, or straight in degrees. Default: geodesic.", required: false)!;

    private static readonly Option<string?> Altitude = new("--altitude")
    {
        Description = "From one height to another, such as surface..FL100, 500ft-agl..3000ft-amsl or FL240..unlimited. " +
            $"A limit is one of: {AltitudeText.Forms}. Default: as it stands, or surface..unlimited.",
        HelpName = "FROM..TO",
    };

    private static readonly Option<string?> From = new("--from")
    {
        Description = "When it begins, UTC, such as now, 14:05 or 2026-11-25T14:05Z. A clock alone is meant of the next 12 hours. " +
            "Default: as it stands, or now, or the first window.",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Until = new("--until") { Description = "When it ends, UTC. Default: as it stands, or with the last window.", HelpName = "TIME" };

    private static readonly Option<string[]> Windows = new("--window")
    {
        Description = "Only in this time within --from and --until, such as \"14:05 15:30\" or \"2026-11-25T14:05Z 2026-11-25T15:30Z\"; again for each.",
        HelpName = "FROM UNTIL",
    };

    private static readonly Option<string[]> Files = new("--volume")
    {
        Description = "A file with a whole volume, written as in docs/formats/volume.md; - for standard input; again for each further volume, at most 16.",
        HelpName = "FILE",
    };

    /// <summary>How one says what is different, for refusals.</summary>
    public const string Ways = "where, with --circle, --polygon, --corridor, --point or --volume FILE, or how high or when, with --altitude, --from and --until";

    private static Option[] OfShape => [Points, Circles, Polygons, Corridors];

    private static Option[] OfHeightAndTime => [Altitude, From, Until, Windows];

    public static IReadOnlyList<Option> All { get; } = [Points, Circles, Polygons, Corridors, HalfWidth, Edges, Altitude, From, Until, Windows, Files];

    /// <summary>Refuses what would be typed for nothing.</summary>
    /// <param name="changes">Whether height and time alone say something: of volumes that stand already.</param>
    public static Command TakesVolumes(this Command command, bool needed, bool changes = false)
    {
        command.Validators.Add(result =>
        {
            var shaped = IsGiven(result, OfShape);
            if (IsGiven(result, [Corridors]) != IsGiven(result, [HalfWidth]))
                result.AddError("--corridor and --half-width go together: give both, or neither");
            else if (!shaped && IsGiven(result, [Edges]))
                result.AddError("--edges says how the edges of a --polygon or --corridor run; give one");
            else if (needed && !shaped && !IsGiven(result, [Files]))
                result.AddError("say where, with --circle, --polygon, --corridor, --point or --volume FILE");
            else if (!shaped && !changes && IsGiven(result, OfHeightAndTime))
                result.AddError("--altitude, --from, --until and --window belong to a shape; give one, such as --circle. A file with --volume has its own");
            else if (!shaped && changes && IsGiven(result, [Files]) && IsGiven(result, OfHeightAndTime))
                result.AddError("a file with --volume has its own heights and times; leave --altitude, --from, --until and --window out");
        });
        return command;
    }

    /// <summary>The texts of what was typed and of the files, in this order; none where nothing was.</summary>
    /// <param name="standing">The volumes that stand, from which one takes what was not typed; null where there are none.</param>
    /// <param name="end">When what is typed ends, where no time was typed; null: that must be.</param>
    /// <exception cref="CommandFault">Something is no volume.</exception>
    public static async Task<IReadOnlyList<string>> Read(Invocation invocation, Func<Task<IReadOnlyList<string>>>? standing = null, DateTimeOffset? end = null)
    {
        var texts = new List<string>();
        var shapes = Shapes(invocation);
        if (shapes.Count > 0 || (standing is not null && (HasHeight(invocation) || HasTime(invocation))))
            texts.Add(await Typed(invocation, shapes, standing, end));
        foreach (var file in invocation.Get(Files) ?? [])
            texts.Add(await In(invocation, file));
        if (texts.Count > LineBounds.ActivityVolumes || texts.Sum(t => t.Length + 1) > LineBounds.ActivityVolumesLength)
        {
            throw new CommandFault(ExitCode.Refused, string.Create(
                CultureInfo.InvariantCulture,
                $"refused (noVolume): an activity has at most {LineBounds.ActivityVolumes} volumes, together {LineBounds.ActivityVolumesLength} characters, some 500 places; ") +
                "write it with fewer, or as several activities");
        }

        return texts;
    }

    /// <summary>Volumes that stand, each at least until then; none where all of them do already.</summary>
    public static IReadOnlyList<string> Prolonged(IReadOnlyList<string> standing, DateTimeOffset end)
    {
        var prolonged = standing.Select(t => VolumeText.TryParse(t, out var volume, out _)
            ? Text(volume.Shapes, volume.Band, ScheduleText.Prolonged(volume.Schedule, end))
            : t).ToList();
        return prolonged.SequenceEqual(standing) ? [] : prolonged;
    }

    private static List<Shape> Shapes(Invocation invocation)
    {
        var mended = new List<string>();
        var edges = invocation.Get(Edges) is { } name ? Common.Chosen<Edge>(name) : Edge.Geodesic;
        List<Shape> shapes =
        [
            .. (invocation.Get(Points) ?? []).Select(ShapeText.Point),
            .. (invocation.Get(Circles) ?? []).Select(ShapeText.Circle),
            .. (invocation.Get(Polygons) ?? []).Select(p => ShapeText.Polygon(p, edges, mended)),
            .. (invocation.Get(Corridors) ?? []).Select(c => ShapeText.Corridor(c, LengthText.Metres("--half-width", invocation.Get(HalfWidth)!), edges, mended)),
        ];
        foreach (var repair in mended)
            invocation.Terminal.Error.WriteLine($"parley: mended: {repair}");
        return shapes;
    }

    private static AltitudeBand? Band(Invocation invocation) => invocation.Get(Altitude) is { } typed ? AltitudeText.Band(typed) : null;

    private static bool HasHeight(Invocation invocation) => invocation.Get(Altitude) is not null;

    private static bool HasTime(Invocation invocation) =>
        invocation.Get(From) is not null || invocation.Get(Until) is not null || invocation.Get(Windows) is { Length: > 0 };

    /// <summary>The volume that was typed. Where one stands already, what was not typed is taken from it, and that is said.</summary>
    private static async Task<string> Typed(
        Invocation invocation, IReadOnlyList<Shape> shapes, Func<Task<IReadOnlyList<string>>>? standing, DateTimeOffset? end)
    {
        var (height, time, now) = (HasHeight(invocation), HasTime(invocation), TimeProvider.System.GetUtcNow());
        var before = standing is null || (shapes.Count > 0 && height && time) ? null : Single(await standing(), isNeeded: shapes.Count == 0);
        if (before is not null)
        {
            var parts = new[] { (shapes.Count > 0, "shapes"), (height, "heights"), (time, "times") }.Where(p => !p.Item1).Select(p => p.Item2);
            invocation.Terminal.Error.WriteLine($"parley: as they stand: {string.Join(", ", parts)}");
        }

        var schedule = before is null ? ScheduleText.Of(invocation.Get(From), invocation.Get(Until), invocation.Get(Windows) ?? [], now, end)
            : time ? ScheduleText.Changed(before.Schedule, invocation.Get(From), invocation.Get(Until), invocation.Get(Windows) ?? [], now)
            : end is { } until ? ScheduleText.Prolonged(before.Schedule, until)
            : before.Schedule;
        return Text(shapes.Count > 0 ? shapes : before!.Shapes, Band(invocation) ?? before?.Band ?? AltitudeBand.Everything, schedule);
    }

    /// <summary>The one volume that stands; null where there are several, of which nobody knows which was meant.</summary>
    private static Volume? Single(IReadOnlyList<string> standing, bool isNeeded)
    {
        if (standing is [var one] && VolumeText.TryParse(one, out var volume, out _))
            return volume;
        return isNeeded
            ? throw new CommandFault(ExitCode.Refused, string.Create(
                CultureInfo.InvariantCulture, $"the activity has {standing.Count} volumes, and one alone can be changed by its height and time; write each with --volume FILE"))
            : null;
    }

    private static string Text(IReadOnlyList<Shape> shapes, AltitudeBand band, Schedule schedule)
    {
        var made = Volume.Make(shapes, band, schedule);
        return made.Value is { } volume ? VolumeText.Write(volume) : throw ShapeText.Refused("volume", made.Fault!.Value);
    }

    private static async Task<string> In(Invocation invocation, string file)
    {
        var text = file == "-" ? await invocation.Terminal.In.ReadToEndAsync(invocation.Cancel) : await File.ReadAllTextAsync(file, invocation.Cancel);
        text = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        return VolumeText.TryParse(text, out _, out var line)
            ? text
            : throw new CommandFault(ExitCode.Refused, string.Create(
                CultureInfo.InvariantCulture,
                $"refused (noVolume): {SafeText.Line(file)}: line {line} is wrong, or breaks a rule of shapes (it crosses itself, a limit is below another, ") +
                "an end is before its begin); see docs/formats/volume.md");
    }

    private static bool IsGiven(CommandResult result, Option[] options) => Array.Exists(options, o => result.GetResult(o) is { Implicit: false });
}
