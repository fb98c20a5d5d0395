using System.Globalization;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Station.Observations;

/// <summary>What officers can do about an observation. The station does none of it by itself, and nothing is among what can be done about a reaction.</summary>
internal static class ObservationOptions
{
    private const int MostLines = 4;

    /// <param name="house">Roles of our own house that have not acknowledged the notice in question.</param>
    public static IEnumerable<OptionView> Of(Verdict verdict, Reaction? reaction, IReadOnlyList<string> house, Seen seen)
    {
        var (observation, lines) = (verdict.Observation, seen.Reading.Lines);
        var party = observation.Party?.ToString();
        if (house.Count > 0)
        {
            yield return new OptionView(
                OptionKind.TellHouse, null, null, null, $"Tell our {string.Join(" and our ", house)} of {verdict.About!.Reference} now, and record what they say.");
        }

        if (verdict.Kind != VerdictKind.ConsistentWith && party != seen.Reading.Own)
        {
            foreach (var option in lines.Where(l => l.IsOpen && l.HasNotices && l.IsWith(party)).Take(MostLines).SelectMany(l => Questions(observation, l)))
                yield return option;
        }

        foreach (var option in reaction is null ? [] : Reactions(observation, reaction, lines, party))
            yield return option;
    }

    private static IEnumerable<OptionView> Questions(Observation observation, ObservedLine line)
    {
        if (IsOwned(observation.Kind))
        {
            yield return new OptionView(
                OptionKind.AskOwnership, line.Handle, null, null, $"Ask on {line.Handle} whether it is theirs: 'parley ask' leaves at once as flash.",
                ObservationQuestion.Where(observation), ObservationQuestion.Describe(observation));
            if (line.Code is { } code)
            {
                yield return new OptionView(
                    OptionKind.AskCode, line.Handle, null, null,
                    string.Create(CultureInfo.InvariantCulture, $"Ask the same on {line.Handle} as code {code} of the codebook, in both languages."));
            }
        }

        foreach (var format in line.Asks)
        {
            var clock = format.Clocks.Answer is { } minutes ? $"; the answer is due {Span(minutes)} after receipt" : "";
            yield return new OptionView(
                OptionKind.Ask, line.Handle, format.Id, format.Clocks.Answer,
                string.Create(CultureInfo.InvariantCulture,
                    $"Draft a question on {line.Handle} in the form '{line.Forms.TitleOf(format)}'{clock}: 'parley observe ask {observation.Number} --line {line.Handle}'."));
        }
    }

    private static IEnumerable<OptionView> Reactions(Observation observation, Reaction reaction, IReadOnlyList<ObservedLine> lines, string? party)
    {
        yield return new OptionView(OptionKind.Nothing, null, null, null, "Do nothing, and note that it was chosen.");
        if (lines.FirstOrDefault(l => l.IsOpen && l.HasNotices && l.IsWith(party)) is { } line)
        {
            yield return new OptionView(
                OptionKind.Posture, line.Handle, null, null, $"Say on {line.Handle} what we do ourselves, and that it is not aimed at them: 'parley posture'.");
        }

        foreach (var ours in reaction.Ours.Where(o => o.IsAnnounced && o.Span.Until > observation.Entered.ToDateTimeOffset()).Take(1))
            yield return new OptionView(OptionKind.Pause, null, null, null, $"Pause a phase of our {ours.Title} ({ours.Reference}), and announce that.");
        yield return new OptionView(
            OptionKind.Mirror, null, null, null, "Propose to raise our own readiness in turn: two persons and a written reason. The station does nothing of it.");
    }

    /// <summary>Something of which it can be asked whose it is.</summary>
    private static bool IsOwned(ObservationKind kind) => kind is
        ObservationKind.Launch or ObservationKind.Track or ObservationKind.Impact or ObservationKind.Gunfire or ObservationKind.Bombing or ObservationKind.Flight or
        ObservationKind.StrategicFlight or ObservationKind.Drone or ObservationKind.Ships or ObservationKind.Submarine or ObservationKind.Convoy;

    private static string Span(int minutes) => minutes % 60 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} hours")
        : string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes");
}
