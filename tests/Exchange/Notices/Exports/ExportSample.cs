using Parley.Exchange.Notices;
using Parley.Exchange.Notices.Exports;
using Parley.Lines.Notices;
using Parley.Lines.Tests.Samples;
using Parley.Volumes;

namespace Parley.Exchange.Tests.Notices.Exports;

/// <summary>The sample notice with a volume of the test's own.</summary>
internal static class ExportSample
{
    public static readonly DateTimeOffset Made = new(2027, 1, 31, 9, 0, 0, TimeSpan.Zero);

    public static readonly Window Assumed = Window.Make(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)).Must();

    public static NoticeExport Of(string shapes, bool isExercise = false, string band = "sfc .. unlimited", NoticeFormat? format = null) => Saying(
        SampleFormat.Saying("splash", $"volume 1\n{shapes}\nband {band}\nvalid 2027-02-01T10:00:00Z 2027-02-03T10:00:00Z\n"), isExercise, format);

    public static NoticeExport Saying(Notice notice, bool isExercise = false, NoticeFormat? format = null) => new(
        format ?? SampleFormat.Format, notice, new NoticeHead("astra/7", ["astra/3"], isExercise),
        NoticeClocks.Of(format ?? SampleFormat.Format, notice, null), "en", Made);

    /// <summary>Field values that come from anywhere.</summary>
    public static NoticeExport Fuzzed(string?[] words, bool isExercise)
    {
        string Word(int at) => words.Length == 0 ? "" : words[at % words.Length] ?? "";
        var values = SampleFormat.Format.Fields.Select((f, i) => new NoticeValue(f.Name, f.Kind == FieldKind.Rows ? [.. words.Select(w => w ?? "")] : [Word(i)]));
        var head = new NoticeHead(words.Length % 3 == 0 ? null : Word(3), [Word(1), Word(2)], isExercise);
        var effect = (NoticeEffect)(words.Length % 9 + 1);
        return new NoticeExport(SampleFormat.Format with { Effect = effect }, new Notice("rocket", 1, Word(4), [.. values]), head, null, Word(5), Made)
        {
            Before = [new(Word(1), Word(2), Made)],
        };
    }
}
