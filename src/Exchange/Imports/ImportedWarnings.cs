using System.Text;
using System.Text.RegularExpressions;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Charters;
using Parley.Lines.Observations;
using Parley.Lines.Parties;
using Parley.Lines.PublicWarnings;

namespace Parley.Exchange.Imports;

/// <summary>Makes public warnings of notices that were imported, and of those what observations are held against. What they are about follows from the words that warnings to
/// ships and aircraft always use.</summary>
public static partial class ImportedWarnings
{
    private static readonly (Regex Words, AnnouncedKind Kind)[] ByWords =
    [
        (Rocket(), AnnouncedKind.SpaceLaunch), (Missile(), AnnouncedKind.MissileFiring), (Gunnery(), AnnouncedKind.Gunnery), (Bombing(), AnnouncedKind.Bombing),
        (Torpedo(), AnnouncedKind.Torpedoes), (Exercise(), AnnouncedKind.FieldExercise), (Unmanned(), AnnouncedKind.Drone),
    ];

    /// <summary>Of each that announces something somewhere, in their order; each was known when it was issued.</summary>
    public static IReadOnlyList<Announced> Announced(IReadOnlyList<ImportedNotice> notices) =>
        [.. WarningFold.Of([.. notices.Select((n, i) => Of(n, i + 1, null, "import", At(n)))]).Select(w => w.Announced).OfType<Announced>()];

    /// <summary>A warning as a station keeps it. Its rules are not looked at here. That no heights are named is no remark: no warning to ships names any.</summary>
    /// <param name="party">Whose doing it announces; null: not known.</param>
    public static PublicWarning Of(
        ImportedNotice notice, int number, PartyId? party, string officer, Timestamp entered, LineMode mode = LineMode.Live) => new(
        number, Line(notice.Number), party, EffectOf(notice.Kind), [.. notice.Refers.Select(Line)], KindsOf(notice), notice.Issued is { } at ? Timestamp.From(at) : null,
        notice.Kind == NoticeKind.Cancellation ? [] : notice.Volumes, Text(notice.Original),
        [.. notice.Remarks.Where(r => r.Kind != ImportRemarkKind.NoHeights).Select(r => Line($"{r.Kind}: {r.Words}")).Distinct()], officer, entered, mode);

    /// <summary>What a notice is about.</summary>
    public static IReadOnlyList<AnnouncedKind> KindsOf(ImportedNotice notice)
    {
        var text = $"{notice.Subject} {notice.Original}".ToUpperInvariant();
        AnnouncedKind[] said = [.. ByWords.Where(w => w.Words.IsMatch(text)).Select(w => w.Kind)];
        return notice.Class switch
        {
            _ when said.Length > 0 && notice.Class != NoticeClass.Other => said,
            NoticeClass.Airspace => [AnnouncedKind.ClosedArea],
            NoticeClass.Firing => [AnnouncedKind.HazardousOperations],
            _ => [AnnouncedKind.Else],
        };
    }

    private static WarningEffect EffectOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Replacement => WarningEffect.Replaces,
        NoticeKind.Cancellation => WarningEffect.Cancels,
        _ => WarningEffect.Announces,
    };

    private static Timestamp At(ImportedNotice notice) => Timestamp.From(notice.Issued ?? notice.Validity?.From ?? DateTimeOffset.UnixEpoch);

    /// <summary>On one line, and no longer than one may be.</summary>
    private static string Line(string text)
    {
        var line = string.Join(' ', Seen(text, keepsLines: false).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Lines.Bounds.ShortText)
            return line;
        var cut = Lines.Bounds.ShortText - 1;
        return line[..(char.IsHighSurrogate(line[cut - 1]) ? cut - 1 : cut)].TrimEnd() + "…";
    }

    private static string Text(string words) => Seen(words.ReplaceLineEndings("\n"), keepsLines: true).Trim();

    /// <summary>With a space for each sign that nobody sees.</summary>
    private static string Seen(string text, bool keepsLines)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((keepsLines && rune.Value == '\n') || !(HiddenSign.Is(rune) || Rune.IsWhiteSpace(rune)))
                seen.Append(rune);
            else
                seen.Append(' ');
        }

        return seen.ToString();
    }

    [GeneratedRegex(@"\bROCKETS?\b|\bSPACE (?:LAUNCH|VEHICLE|DEBRIS)|\bLAUNCH(?:ES|ING)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Rocket();

    [GeneratedRegex(@"\bMISSILES?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Missile();

    [GeneratedRegex(@"\bGUNNERY\b|\bARTILLERY\b|\bFIRINGS?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Gunnery();

    [GeneratedRegex(@"\bBOMBING\b", RegexOptions.CultureInvariant)]
    private static partial Regex Bombing();

    [GeneratedRegex(@"\bTORPEDO(?:ES)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Torpedo();

    [GeneratedRegex(@"\bEXERCISES?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Exercise();

    [GeneratedRegex(@"\bUNMANNED\b|\bUAS\b|\bDRONES?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unmanned();
}
