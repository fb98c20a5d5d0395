using System.Globalization;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Entries;

namespace Parley.Cli.Rendering;

/// <summary>What is said of humanitarian sites and movements, for people. Nothing here is green, and nothing says more of the other side than what it signed or reports.</summary>
internal static class AidLines
{
    private const string Indent = "    ";

    /// <summary>A draft or what it became. Which of our officers stand for it is said in other words than what the other side could be taken to have done.</summary>
    public static void Draft(Screen screen, DraftView draft) => screen.Lines(TranscriptText.Marked(draft.Mode, Draft(draft)));

    /// <summary>What was said of one, as it left.</summary>
    public static IEnumerable<TintedLine> Said(AidWord word, EntryView entry)
    {
        yield return new($"said {word.Name()} as {SafeText.Line(entry.Entry)}");
        if (word == AidWord.CannotGuarantee)
            yield return new($"{Indent}{AidWords.Law}");
    }

    /// <summary>What no list tells: said where one might look for it.</summary>
    public static TintedLine Destroyed { get; } = new(
        "Sites and movements whose words were destroyed here, some days after they were over, are in no list: 'parley read' tells when each was said, and by whom.", Tint.Quiet);

    /// <summary>Who of ours was shown one.</summary>
    public static IEnumerable<TintedLine> Readers(AidReadersView view)
    {
        yield return new($"{SafeText.Line(view.Line)}: who of our officers was shown {SafeText.Line(view.Number)}, the newest first", Tint.Quiet);
        if (view.Readers.Count == 0)
            yield return new("nobody, as far as the journal tells");
        foreach (var reader in view.Readers)
        {
            var what = reader.IsList ? "the line: it stood or may have stood in the answer" : "this one";
            yield return new($"{TranscriptText.Time(reader.At)}  {SafeText.Line(reader.Officer)}  {what} ({SafeText.Line(reader.By)})");
        }

        if (view.Since is { } since)
            yield return new($"What was read before {TranscriptText.Time(since)} is not looked through.", Tint.Warning);
        yield return new("An officer is written down once a day, and again after more came. What the other side's officers read is not known here, nor who saw files and paper.");
    }

    private static IEnumerable<TintedLine> Draft(DraftView draft)
    {
        var test = draft.Status == Status.Test ? "  TEST" : "";
        yield return new(
            $"draft {SafeText.Line(draft.Id)} on {SafeText.Line(draft.Line)}: {draft.Precedence.ToString().ToUpperInvariant()}{test}  by {SafeText.Line(draft.Author)}, " +
            TranscriptText.Time(draft.At),
            draft.Precedence == Precedence.Flash ? Tint.Flash : Tint.Plain);
        foreach (var line in SafeText.Lines(draft.Text))
            yield return new(Indent + line);
        foreach (var regards in draft.Regards)
            yield return new($"{Indent}about {SafeText.Line(regards)}");
        foreach (var addressee in draft.Addressees)
            yield return new($"{Indent}must be acknowledged by {SafeText.Line(addressee)}");
        if (draft.OtherSideSpokeSince)
            yield return new($"{Indent}THE OTHER SIDE HAS SPOKEN SINCE YOU WERE LAST SHOWN THE LINE: see 'parley read'", Tint.Warning);
        if (draft.Released is { } entry)
        {
            yield return new($"{Indent}it has left as {SafeText.Line(entry)}");
            yield break;
        }

        var officers = draft.ApprovedBy.Count > 0 ? $" ({SafeText.Line(string.Join(", ", draft.ApprovedBy))})" : "";
        yield return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Indent}HAS NOT LEFT: {draft.ApprovedBy.Count} of {draft.ApprovalsNeeded} officers of ours stand for it{officers}; the next one reads it with 'parley drafts'"),
            Tint.Warning);
        yield return new($"{Indent}revision {SafeText.Line(draft.Revision)}", Tint.Quiet);
    }
}
