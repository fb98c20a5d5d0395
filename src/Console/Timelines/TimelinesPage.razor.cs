using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Timelines;
using Parley.Lines.Charters;

namespace Parley.Console.Timelines;

/// <summary>What happened over all lines of one mode, newest first, each item with its source. What is shown stands in the address.</summary>
public sealed partial class TimelinesPage : DeskPage
{
    private readonly HashSet<string> onLines = new(StringComparer.Ordinal);
    private readonly HashSet<TimelineKind> ofKinds = [];
    private IReadOnlyList<LineView> known = [];
    private TimelinePage? page;
    private bool exercise;
    private DateTime? begin;
    private DateTime? end;
    private string? loaded;

    /// <summary>Names with commas; null: every line of the mode.</summary>
    [SupplyParameterFromQuery]
    public string? Lines { get; set; }

    /// <summary>Kinds with commas; null: all.</summary>
    [SupplyParameterFromQuery]
    public string? Kinds { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public string? Before { get; set; }

    [SupplyParameterFromQuery]
    public bool Exercise { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private bool IsExercise => page?.Mode == LineMode.Exercise;

    // Whoever reads what is past is not disturbed by what comes.
    protected override bool Concerns(ChangeNote note) => Before is null && To is null && note.Kind is not (ChangeKind.Circuit or ChangeKind.Draft);

    protected override async Task Load()
    {
        if (loaded != Address.Uri)
        {
            loaded = Address.Uri;
            Fill();
        }

        known = await Ask(new ListLines()) ?? known;
        page = await Ask(new ListTimeline(Lines, Exercise, null, Kinds, From, To, Before, Bounds.TimelineItems)) ?? page;
    }

    private static string NameOf(TimelineKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static void Choose<T>(HashSet<T> set, T item, bool chosen)
    {
        if (chosen)
            set.Add(item);
        else
            set.Remove(item);
    }

    private static DateTime? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null;

    private static string Written(DateTime? time) => time is { } at ? at.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture) : "";

    private void Fill()
    {
        onLines.Clear();
        onLines.UnionWith((Lines ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries));
        ofKinds.Clear();
        var kinds = (Kinds ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        ofKinds.UnionWith(Enum.GetValues<TimelineKind>().Where(k => kinds.Contains(NameOf(k))));
        (exercise, begin, end) = (Exercise, Time(From), Time(To));
    }

    private string Here(string? before)
    {
        // Of the other mode nothing stays chosen: live and exercise lines never stand on one timeline.
        var lines = known.Where(l => (l.Mode == LineMode.Exercise) == exercise && onLines.Contains(l.Handle)).Select(l => l.Handle);
        var parts = new[]
        {
            ("lines", string.Join(',', lines)), ("kinds", string.Join(',', ofKinds.Select(NameOf))), ("from", Written(begin)), ("to", Written(end)),
            ("exercise", exercise ? "true" : ""), ("before", before ?? ""),
        };
        return "timeline?" + string.Join('&', parts.Where(p => p.Item2.Length > 0).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}"));
    }

    private void Search() => Address.NavigateTo(Here(null));
}
