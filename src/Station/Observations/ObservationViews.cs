using Parley.Control.Activities;
using Parley.Control.Handling;
using Parley.Control.Observations;
using Parley.Lines.Observations;
using Parley.Station.Operations;
using Parley.Volumes.Texts;

namespace Parley.Station.Observations;

/// <summary>Observations as officers see them.</summary>
internal sealed class ObservationViews(Seen seen)
{
    private readonly Dictionary<int, Reaction> reactions =
        Reaction.Of(seen.Now.Verdicts, seen.Reading.Own, seen.Ours).ToDictionary(r => r.Verdict.Observation.Number);

    /// <param name="isWhole">With every other notice that was weighed.</param>
    public ExplainedView Of(Verdict verdict, bool isWhole)
    {
        var observation = verdict.Observation;
        var then = seen.Then.GetValueOrDefault(observation.Number)?.Sentence;
        var about = verdict.About is { } fits ? Of(fits) : null;
        var note = seen.Reading.Notes.GetValueOrDefault(observation.Number);
        var reaction = reactions.GetValueOrDefault(observation.Number);
        IReadOnlyList<string> silent = about is null ? [] : [.. about.House.Where(a => a.Confirmed is null).Select(a => a.Role)];
        return new ExplainedView(
            Of(observation),
            verdict.Kind,
            verdict.Reason,
            then == verdict.Sentence ? null : then,
            about,
            isWhole ? [.. verdict.Others.Select(Of)] : [],
            verdict.Doubles,
            reaction is null ? null : new ReactionView(reaction.Sentence, [.. reaction.Ours.Select(Of)]),
            [.. (note?.Asked ?? []).Select(a => ObservationQuestions.View(seen.Reading, a, observation.Party?.ToString()))],
            [.. ObservationOptions.Of(verdict, reaction, silent, seen)],
            Of(note?.Standing),
            Of(note?.Waiting));
    }

    public ObservationView Of(Observation o)
    {
        var volume = ObservationFields.Drawn(o);
        var drawn = new ActivityVolumeView(VolumeText.Write(volume), [], o.Place.At?.ToString() ?? "");
        return new ObservationView(
            o.Number, ObservationInput.Of(ObservationFields.Of(o).ToDictionary(f => f.Field, f => f.Text, StringComparer.Ordinal)), o.Kind, o.Party?.ToString(),
            o.Span.From.ToDateTimeOffset(), o.Span.Until.ToDateTimeOffset(), Where(o), drawn, o.Officer, o.Entered.ToDateTimeOffset(),
            seen.Replaced.TryGetValue(o.Number, out var by) ? by : null, o.Mode);
    }

    public static OwnMatterView Of(OwnMatter matter) => new(matter.Reference, matter.Title, matter.Span.From, matter.Span.Until, matter.IsAnnounced);

    public ExplanationView Of(Explanation explanation)
    {
        var source = seen.Announced.SourceOf(explanation.Announced);
        var house = House(source);
        var silent = house.Where(a => a.Confirmed is null).ToList();
        return new ExplanationView(
            source.Line?.Handle ?? "", source.Entry?.ToString() ?? "", source.IsActivity, explanation.Reference, explanation.Announced.Party, source.Title, explanation.Part.Name,
            explanation.Sentence, [.. explanation.Factors.Select(f => new FactorView(f.Kind, f.Thousandths, f.Sentence))], house, Unacknowledged(silent, explanation.Reference),
            source.Warning);
    }

    /// <summary>Roles of our own house that must acknowledge a notice of another party.</summary>
    private IReadOnlyList<AddresseeView> House(AnnouncedSource source)
    {
        if (source is not { Line: { } line, Entry: { } entry } || source.Party == seen.Reading.Own)
            return [];
        var glance = line.Notices.Glance;
        return glance.Store.Entry(entry.Feed(line.Id), entry.Index) is { } stored && glance.View(stored) is { } view
            ? [.. view.Addressees.Where(a => a.Party == seen.Reading.Own)]
            : [];
    }

    private static string Unacknowledged(List<AddresseeView> silent, string reference) => silent.Count == 0
        ? ""
        : $"{reference} IS NOT ACKNOWLEDGED by {string.Join("; ", silent.Select(a => a.Relayed is { } at
            ? $"our {a.Role} (passed on {EntryText.Clock(Parley.Ledger.Timestamp.From(at))}, not confirmed)"
            : $"our {a.Role} (nothing is recorded)"))}.";

    private static DecisionView? Of(ReactionDecision? decision) => decision is null
        ? null
        : new DecisionView(
            decision.Choice, decision.Reason, decision.Officer, decision.At.ToDateTimeOffset(), decision.Second.Length > 0 ? decision.Second : null,
            decision.SecondedAt?.ToDateTimeOffset());

    private static string Where(Observation o) => o.Place switch
    {
        { At: { } at, Error: { } error } when error.Major == error.Minor => $"{at}, within {Kilometres(error.Major)} km (one standard deviation)",
        { At: { } at, Error: { } error } => $"{at}, within {Kilometres(error.Major)} by {Kilometres(error.Minor)} km, the longer way {error.Azimuth}° (one standard deviation)",
        _ => ObservationFields.Of(o).First(f => f.Field == "shape").Text.ReplaceLineEndings(" "),
    };

    private static string Kilometres(int metres) => (metres / 1000.0).ToString(metres < 10_000 ? "0.###" : "0", System.Globalization.CultureInfo.InvariantCulture);
}
