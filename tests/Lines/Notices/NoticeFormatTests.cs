using Parley.Lines.Notices;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Notices;

public sealed class NoticeFormatTests
{
    private static readonly NoticeFormat Format = SampleFormat.Format;

    [Fact]
    public void Is_read_strictly() => Strict.Check(Format.Encode(), b => NoticeFormat.Parse(b)?.Encode());

    [Fact]
    public void Is_read_strictly_under_heavier_damage() =>
        Fuzz.Check(Format.Encode(), [0, 1, 2, 3, 0x80, 0x81, 0x82, 0x94, (byte)'a', (byte)'-'], 10_000, b => NoticeFormat.Parse(b)?.Encode());

    [Fact]
    public void Survives_the_wire() => Assert.Equal(Format, NoticeFormat.Parse(Format.Encode()));

    [Fact]
    public void What_is_too_long_is_refused() => Assert.Null(NoticeFormat.Parse(new byte[Bounds.FormatSize + 1]));

    [Fact]
    public void Every_part_is_in_the_hash()
    {
        NoticeFormat[] formats =
        [
            Format, Format with { Id = "other" }, Format with { Version = 2 }, Format with { Number = "R-2" }, Format with { Basis = "Another" },
            Format with { Effect = NoticeEffect.Informs },
            Format with { Regards = ["query"] }, Format with { Officers = 1 }, Format with { Precedence = Lines.Entries.Precedence.Flash }, Format with { Voluntary = true },
            Format with { Alarm = AlarmPotential.Low }, Format with { Start = "asked" }, Format with { End = "asked" }, Format with { Discrepancy = 0 },
            Format with { Clocks = Format.Clocks with { Lead = 60 } }, Format with { Clocks = Format.Clocks with { Validity = null } },
            Format with { Clocks = Format.Clocks with { Answer = 1 } },
            Format with { Clocks = Format.Clocks with { Completion = 1 } }, Format with { Clocks = Format.Clocks with { Reminders = [15] } }, Format with { Addressees = [] },
            Format with { Thresholds = [new("troops", 9001, "article 2")] }, Format with { StandOffs = [] }, Format with { Titles = ["Rockets", "Ракета"] },
            SampleFormat.With("crewed", f => f with { Name = "manned" }), SampleFormat.With("crewed", f => f with { Need = FieldNeed.Always }), SampleFormat.With("other",
                f => f with { Need = null }),
            SampleFormat.With("crewed", f => f with { Rule = "x" }), SampleFormat.With("troops", f => f with { Unit = "" }), SampleFormat.With("troops", f =>
                f with { Least = -1 }),
            SampleFormat.With("troops", f => f with { Most = 1 }), SampleFormat.With("kind", f => f with { Codes = [.. f.Codes, new("third", ["Third", "Третье"])] }),
            SampleFormat.With("stages", f => f with { Columns = [f.Columns[0]] }), SampleFormat.With("crewed", f => f with { Texts = ["A", "B"] }),
        ];
        Assert.All(formats, f => Assert.Empty(FormatRules.Problems(f)));
        Assert.Equal(formats.Length, formats.Select(f => f.Hash()).Distinct().Count());
    }

    [Theory]
    [InlineData("ru", 1)]
    [InlineData("en", 0)]
    [InlineData("ar", 0)]
    [InlineData(null, 0)]
    public void A_reader_has_his_language_or_English(string? reader, int language) => Assert.Equal(language, Format.LanguageFor(reader));
}
