using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Lines.Observations;

/// <summary>A piece of what was announced: kinds, at places, at times. What is seen is held against one piece at a time.</summary>
/// <param name="Name">As the author names it, such as the label of a field or <c>phase 2</c>; empty: all of it.</param>
/// <param name="Volume">Null: no place was named.</param>
/// <param name="Schedule">When; that of the volume where there is one.</param>
/// <param name="IsDownRange">It is where parts of a launch come down, and the place of the launch is not named.</param>
public sealed record AnnouncedPart(string Name, IReadOnlyList<AnnouncedKind> Kinds, Volume? Volume, Schedule Schedule, bool IsDownRange = false)
{
    public static AnnouncedPart Of(string name, IReadOnlyList<AnnouncedKind> kinds, Volume volume, bool isDownRange = false) =>
        new(name, kinds, volume, volume.Schedule, isDownRange);
}

/// <summary>What stood from one word of the author to the next.</summary>
/// <param name="Entry">The word by which it stands.</param>
/// <param name="Since">From when on we knew it.</param>
/// <param name="Tolerance">Metres by which a place may differ without being another one.</param>
/// <param name="Strengths">How many were notified; the upper bound counts. One a unit.</param>
/// <param name="Direction">Degrees clockwise from true north; null: not notified.</param>
public sealed record AnnouncedVersion(
    string Entry, DateTimeOffset Since, IReadOnlyList<AnnouncedPart> Parts, int Tolerance, IReadOnlyList<Strength> Strengths, int? Direction)
{
    /// <summary>How many of that unit were notified; null: nothing was said of it.</summary>
    public long? StrengthIn(StrengthUnit unit) => Strengths.FirstOrDefault(s => s.Unit == unit)?.Upper;
}

/// <summary>Whatever was announced, by a notice, an activity or a warning of somebody else, in the one form in which observations are held against it.</summary>
/// <param name="Reference">How an officer finds it: a message number, or a number of the author.</param>
/// <param name="Party">Whose word it is; empty: not known.</param>
/// <param name="Versions">In the order in which they were known; one at least. The last one stands.</param>
/// <param name="Closed">When its author ended or cancelled it; null: he has not. What is seen later is not explained by it.</param>
public sealed record Announced(string Reference, string Party, IReadOnlyList<AnnouncedVersion> Versions, DateTimeOffset? Closed = null)
{
    /// <summary>When it was published for everybody; null: it was said to us alone, or does not say when.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>What stood of it as of an instant; null: it was not known yet.</summary>
    public AnnouncedVersion? AsOf(DateTimeOffset instant) => Versions.LastOrDefault(v => v.Since <= instant);

    /// <summary>An order that does not hang on where they come from: by party, reference, time and entry; two that share all of these by what they say.</summary>
    internal static int ByName(Announced one, Announced other)
    {
        var (a, b) = (one.Versions[0], other.Versions[0]);
        var order = string.CompareOrdinal(one.Party, other.Party);
        order = order != 0 ? order : string.CompareOrdinal(one.Reference, other.Reference);
        order = order != 0 ? order : a.Since.CompareTo(b.Since);
        order = order != 0 ? order : string.CompareOrdinal(a.Entry, b.Entry);
        return order != 0 ? order : string.CompareOrdinal(Text(one), Text(other));
    }

    private static string Text(Announced announced) => string.Join('\n', announced.Versions.SelectMany(v => v.Parts).Select(p =>
        $"{p.Name} {string.Join(' ', p.Kinds)} {(p.Volume is { } volume ? VolumeText.Write(volume) : p.Schedule.Validity.ToString())}"));

    /// <summary>The kind that it is mostly about: that of its first part.</summary>
    public AnnouncedKind Kind => Versions[^1].Parts is [{ Kinds: [var kind, ..] }, ..] ? kind : AnnouncedKind.Else;
}
