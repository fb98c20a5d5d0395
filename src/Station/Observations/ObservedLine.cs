using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Postures;
using Parley.Station.Activities;
using Parley.Station.Operations;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Observations;

/// <summary>What the loop knows at one moment of a line against whose notices and activities observations are held; the store is read by the asker's own thread.</summary>
/// <param name="Others">Other parties of the line.</param>
/// <param name="Asks">Forms of the charter that ask; empty where the line is closed.</param>
/// <param name="IsOpen">Something can be said on it.</param>
/// <param name="HasNotices">Notices, postures and activities have their place on it.</param>
/// <param name="Code">Number of the codebook's message that asks whose something is; null: the line has no such codebook.</param>
internal sealed record ObservedLine(
    StationMemory Memory, NoticeReading Notices, PictureGlance Activities, QuestionReading Questions, IReadOnlyList<string> Others,
    IReadOnlyList<NoticeFormat> Asks, bool IsOpen, bool HasNotices, int? Code)
{
    // 'Is this yours?' of the codebook that comes with the program.
    private const string Book = "parley";
    private const int OwnershipCode = 301;

    public LineId Id => Notices.Glance.Line;

    public string Handle => Notices.Glance.Handle;

    public FormReading Forms => Notices.Forms;

    public bool IsWith(string? party) => party is null || Others.Contains(party);

    /// <summary>Every line of a mode, whatever became of it.</summary>
    public static List<ObservedLine> All(OperationContext context, LineMode mode) =>
        [.. context.Memory.Lines.Values.Where(l => l.Mode == mode && l.Fold.InForce.Count > 0).Select(l => Of(context, l))];

    /// <summary>Alarms that a party of the line called false, since then.</summary>
    public IEnumerable<(Timestamp At, string Text)> FalseAlarms(Timestamp from) =>
        LineScan.Of(Memory, Notices.Glance, from, static k => k == EntryKind.FalseAlarm).Entries
            .Select(e => (e.Header.Time, $"{Handle}: {e.Header.Feed.Party} called an alarm false ({MessageNumber.Of(e.Header.Ref)})."));

    /// <summary>What it said of its posture, since then.</summary>
    public IEnumerable<(EntryHeader Header, PostureContent What)> Postures(Timestamp from)
    {
        foreach (var entry in LineScan.Of(Memory, Notices.Glance, from, static k => k == EntryKind.Posture).Entries)
        {
            if (PostureContent.From(entry.Content) is { } what)
                yield return (entry.Header, what);
        }
    }

    /// <summary>A form in which something can be asked that nobody has spoken of yet.</summary>
    public static bool IsAsking(NoticeFormat format) => format.Effect == NoticeEffect.Asks && format.Regards.Count == 0;

    private static ObservedLine Of(OperationContext context, LineState line)
    {
        var (memory, now, glance) = (context.Memory, context.Step.Now, LineGlance.Of(context, line));
        var (terms, isOpen) = (line.Fold.Current!.Terms, Writing.NotOpen(context, line) is null);
        return new ObservedLine(
            memory,
            new NoticeReading(memory, glance, now),
            memory.Pictures.Of(line, now),
            new QuestionReading(memory, glance, now),
            [.. line.Fold.Founding!.Parties.Select(p => p.Party).Where(p => p != memory.Own).Select(p => p.ToString())],
            isOpen ? [.. terms.Formats.Select(f => memory.Formats.GetValueOrDefault(f)?.Format).OfType<NoticeFormat>().Where(IsAsking)] : [],
            isOpen,
            EntryKind.HasPlaceOn(EntryKind.Posture, line.Fold.Founding!.Kind),
            CodeOf(memory, terms));
    }

    private static int? CodeOf(StationMemory memory, CharterTerms terms) =>
        terms.Codebook is { } hash && memory.Codebooks.GetValueOrDefault(hash) is { Book: var book } && book.Id == Book && book.Codes.Any(c => c.Number == OwnershipCode)
            ? OwnershipCode
            : null;
}
