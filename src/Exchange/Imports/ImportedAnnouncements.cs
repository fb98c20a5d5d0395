using System.Text.RegularExpressions;
using Parley.Lines.Observations;

namespace Parley.Exchange.Imports;

/// <summary>Makes of notices of others what observations are held against. What they are about follows from the words that warnings to ships and aircraft always use; a notice
/// that a later one of the same import cancels or replaces is closed when that one was issued.</summary>
public static partial class ImportedAnnouncements
{
    private static readonly (Regex Words, AnnouncedKind Kind)[] ByWords =
    [
        (Rocket(), AnnouncedKind.SpaceLaunch), (Missile(), AnnouncedKind.MissileFiring), (Gunnery(), AnnouncedKind.Gunnery), (Bombing(), AnnouncedKind.Bombing),
        (Torpedo(), AnnouncedKind.Torpedoes), (Exercise(), AnnouncedKind.FieldExercise), (Unmanned(), AnnouncedKind.Drone),
    ];

    /// <summary>Of each that announces something somewhere, in their order.</summary>
    public static IReadOnlyList<Announced> Of(IReadOnlyList<ImportedNotice> notices)
    {
        var closed = Closed(notices);
        var announced = new List<Announced>();
        for (var i = 0; i < notices.Count; i++)
        {
            var notice = notices[i];
            if (notice.Kind == NoticeKind.Cancellation || notice.Validity is not { } validity || notice.Volumes.Count == 0)
                continue;
            var kinds = KindsOf(notice);
            var isDownRange = kinds.Contains(AnnouncedKind.SpaceLaunch) || kinds.Contains(AnnouncedKind.HazardousOperations);
            var parts = notice.Volumes.Select(v => AnnouncedPart.Of("", kinds, v, isDownRange));
            var version = new AnnouncedVersion(notice.Number, notice.Issued ?? validity.From, [.. parts], Bounds.ImportTolerance, [], null);
            announced.Add(new Announced(notice.Number, "", [version], closed[i]));
        }

        return announced;
    }

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

    /// <summary>Of each notice when a later one ended it. Numbers repeat between series that a file does not tell apart: where the numbers of their regions do not settle which
    /// one is meant, none is closed.</summary>
    private static DateTimeOffset?[] Closed(IReadOnlyList<ImportedNotice> notices)
    {
        var closed = new DateTimeOffset?[notices.Count];
        var byNumber = notices.Select((n, i) => (Number: NumberOf(n.Number), At: i)).Where(n => n.Number.Length > 0).ToLookup(n => n.Number, n => n.At);
        for (var i = 0; i < notices.Count; i++)
        {
            foreach (var refers in notices[i].Refers)
            {
                var earlier = byNumber[NumberOf(refers)].Where(e => e != i && notices[e].Issued <= notices[i].Issued).ToList();
                if (earlier.Count > 1)
                    earlier = earlier.FindAll(e => Regions(notices[e].Number).Overlaps(Regions(notices[i].Number)));
                if (earlier is [var one] && !(closed[one] <= notices[i].Issued))
                    closed[one] = notices[i].Issued;
            }
        }

        return closed;
    }

    private static string NumberOf(string text) => Number().Match(text).Value;

    private static HashSet<string> Regions(string number) =>
        Region().Match(number) is { Success: true } match ? [.. match.Groups[1].Value.Split(',')] : [];

    [GeneratedRegex(@"[A-Z]?\d{1,5}/\d{2,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\(([\d,]{1,40})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Region();

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
