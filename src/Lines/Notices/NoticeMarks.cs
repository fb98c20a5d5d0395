using Parley.Volumes;
using Parley.Volumes.Earth;

namespace Parley.Lines.Notices;

/// <summary>What is said of a notice beside its gaps: it does not keep it from leaving, and both sides see it.</summary>
public enum NoticeMarkKind
{
    /// <summary>A threshold is reached: sending it is a duty.</summary>
    Duty,

    /// <summary>No threshold of the format is reached.</summary>
    BelowThresholds,

    /// <summary>Nearer to an area than its rule allows.</summary>
    TooNear,

    /// <summary>How near it is cannot be told: the charter does not name the area, or the place has no drawn edge.</summary>
    NearnessUnknown,
}

/// <summary>A mark.</summary>
/// <param name="Limit">The threshold, or the metres of the stand-off.</param>
/// <param name="Value">What the notice says, or the metres that lie between, rounded down; null where it cannot be told.</param>
public sealed record NoticeMark(NoticeMarkKind Kind, string Field, string Rule, long Limit, long? Value)
{
    /// <summary>What it says, in English.</summary>
    public static string Words(NoticeMarkKind kind, long limit, long? value) => kind switch
    {
        NoticeMarkKind.Duty => $"{value} reaches the threshold of {limit}: the notice is a duty",
        NoticeMarkKind.BelowThresholds => $"below every threshold, the first of which is {limit}",
        NoticeMarkKind.TooNear => $"{value} m from the area; {limit} m are asked for",
        _ => $"how near it is cannot be told here, for no charter names the area; {limit} m are asked for",
    };
}

/// <summary>Thresholds and stand-off distances of a format, held against a notice.</summary>
public static class NoticeMarks
{
    /// <summary>In the order of the format.</summary>
    /// <param name="areas">Shapes of the areas that the charter names.</param>
    public static IReadOnlyList<NoticeMark> Of(NoticeFormat format, Notice notice, AreaResolver areas)
    {
        var reached = format.Thresholds
            .Select(t => (Threshold: t, Number: notice[t.Field] is { } text ? FieldText.Number(text) : null))
            .Where(t => t.Number >= t.Threshold.Least)
            .Select(t => new NoticeMark(NoticeMarkKind.Duty, t.Threshold.Field, t.Threshold.Rule, t.Threshold.Least, t.Number))
            .ToList();
        if (format.Thresholds.Count > 0 && reached.Count == 0)
            reached.Add(new(NoticeMarkKind.BelowThresholds, format.Thresholds[0].Field, format.Thresholds[0].Rule, format.Thresholds[0].Least, null));
        return [.. reached, .. format.StandOffs.Select(s => OfStandOff(format, notice, s, areas)).OfType<NoticeMark>()];
    }

    private static NoticeMark? OfStandOff(NoticeFormat format, Notice notice, FormatStandOff off, AreaResolver areas)
    {
        if (notice[off.Field] is not { } text)
            return null;
        var shapes = format[off.Field]!.Kind == FieldKind.Place
            ? FieldText.Place(text) is { } place ? [new PointShape(place)] : null
            : FieldText.Volume(text)?.Shapes;
        if (shapes is null)
            return null;
        if (areas(NamedArea.Make(off.Area).Must()) is not { } area || Figure.Of(area, areas) is not { } from)
            return new NoticeMark(NoticeMarkKind.NearnessUnknown, off.Field, off.Rule, off.Metres, null);
        var near = shapes.Select(s => Between(Figure.Of(s, areas), from)).ToList();
        if (near.Any(d => d is null))
            return new NoticeMark(NoticeMarkKind.NearnessUnknown, off.Field, off.Rule, off.Metres, null);
        var least = (long)Math.Max(0, near.Min()!.Value);
        return least < off.Metres ? new NoticeMark(NoticeMarkKind.TooNear, off.Field, off.Rule, off.Metres, least) : null;
    }

    // The outlines stand close enough for distances of kilometres; what is in doubt by the sphere is taken as nearer.
    private static double? Between(Figure? one, Figure? other)
    {
        if (one is null || other is null)
            return null;
        var least = one.Outline().Select(p => other.DistanceTo(p) - other.ErrorNear(p))
            .Concat(other.Outline().Select(p => one.DistanceTo(p) - one.ErrorNear(p)));
        return Math.Max(0, least.Min());
    }
}
