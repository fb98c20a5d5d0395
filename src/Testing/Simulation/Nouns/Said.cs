using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Control;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>Words of any kind beside plain messages. They hold a mark that no others hold, so that an entry is traced to the officer who wanted it.</summary>
/// <param name="number">Counts what is said in a world.</param>
internal partial class Said(SimulatedStation author, LineId line, int number, string kind) : Spoken(author, line)
{
    public string Kind => kind;

    public int Number => number;

    public override string Name => $"{kind} {number}";

    /// <summary>Stands in the words.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"mark {number}.");

    /// <summary>The whole text that a reader must be shown; null where it depends on more.</summary>
    public string? Text { get; set; }

    /// <summary>The entry that it must regard; null: nothing is said.</summary>
    public string? Regards { get; set; }

    /// <summary>The entry that it is about, beside others that it regards; null: nothing is said.</summary>
    public EntryRef? About { get; init; }

    /// <summary>Asked for wrongly: it must be refused, for one of these reasons or because the line is closed.</summary>
    public IReadOnlyList<Refusal> Wrong { get; init; } = [];

    /// <summary>Asked for rightly, and may be refused for these.</summary>
    public IReadOnlyList<Refusal> Perhaps { get; init; } = [];

    public override bool Bears(Refusal why) => Wrong.Contains(why) || Perhaps.Contains(why) ||
        (!IsLast && why is Refusal.LineNotOpen or Refusal.LineClosed or Refusal.LineSuspended or Refusal.UnknownDraft);

    public override string? Misshown(DraftView view) => Wrong.Count > 0 ? $"it is wrong, must be refused with {string.Join(" or ", Wrong)}, and was taken" : null;

    /// <summary>Null when a reader is shown what was said; otherwise what is wrong with it.</summary>
    public virtual string? Misread(SimulatedStation reader, EntryView view)
    {
        if (Wrong.Count > 0)
            return "it had to be refused";
        if (view.Kind != Kind)
            return $"it is a {view.Kind}";
        if (Regards is { } entry && !view.Regards.SequenceEqual([entry]))
            return $"it regards {string.Join(", ", view.Regards)} and not {entry}";
        return Text is { } text && view.Text != text ? $"it reads '{view.Text}' and not '{text}'" : null;
    }

    /// <summary>The number of the mark in a text; null when there is none.</summary>
    public static int? NumberIn(string text) =>
        MarkInText().Match(text) is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("mark ([0-9]+)\\.", RegexOptions.CultureInvariant)]
    private static partial Regex MarkInText();
}
