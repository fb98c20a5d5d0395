using Parley.Control.Calls;
using Parley.Control.Lines;
using Parley.Exchange.Counterparts;

namespace Parley.Cli.Rendering;

/// <summary>Who talks to whom, from a file and for people.</summary>
internal static class CounterpartLines
{
    private const string Indent = "    ";

    /// <summary>Terms with the table of a file, and its ladder where it has one.</summary>
    public static TermsView Read(string file, TermsView terms)
    {
        var table = CounterpartsFile.Read(File.ReadAllText(file), out var problem) ?? throw new CommandFault(ExitCode.Usage, $"{file}, {problem}");
        return terms with
        {
            Counterparts = [.. table.Rows.Select(CounterpartView.Of)],
            Ladder = table.Ladder is { } rungs ? [.. rungs.Select(r => r.ToString())] : terms.Ladder,
        };
    }

    public static IEnumerable<TintedLine> Of(TermsView terms)
    {
        foreach (var pair in terms.Counterparts ?? [])
        {
            yield return new(SafeText.Line($"{Indent}pair {pair.Pair}"));
            foreach (var seat in pair.Seats)
            {
                foreach (var name in seat.Names)
                    yield return new(SafeText.Line($"{Indent}{Indent}{seat.Party} ({name.Language}): {name.Office}, addressed as \"{name.Address}\""));
                var deputies = seat.Deputies.Count > 0 ? $"; deputies {string.Join(", ", seat.Deputies)}" : "";
                var interpreter = seat.NeedsInterpreter ? "; interpreter needed" : "";
                yield return new(
                    SafeText.Line($"{Indent}{Indent}{seat.Party}: {seat.Zone}; speaks {string.Join(", ", seat.Languages)}{deputies}{interpreter}"), Tint.Quiet);
            }
        }

        if (terms.Counterparts is null or { Count: 0 })
            yield return new($"{Indent}no counterparts", Tint.Quiet);
        if (terms.Ladder is { Count: > 0 } ladder)
            yield return new(SafeText.Line($"{Indent}ladder: {string.Join("; ", ladder)}"));
    }
}
