using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Notices;

public sealed class FormatRulesTests
{
    private static readonly NoticeFormat Good = SampleFormat.Format;

    public static TheoryData<FormatFlaw, int> Cases => [.. Flawed.Select((f, i) => (f.Flaw, i))];

    private static IReadOnlyList<(FormatFlaw Flaw, NoticeFormat Format)> Flawed { get; } =
    [
        (FormatFlaw.Id, Good with { Id = "Rocket" }), (FormatFlaw.Id, Good with { Version = 0 }), (FormatFlaw.Words, Good with { Number = "" }),
        (FormatFlaw.Words, Good with { Basis = "a\u202Eb" }),
        (FormatFlaw.Languages, Good with { Languages = ["ru", "en"] }), (FormatFlaw.Texts, Good with { Titles = ["Rocket"] }), (FormatFlaw.Officers, Good with { Officers = 3 }),
        (FormatFlaw.Choice, Good with { Effect = 0 }), (FormatFlaw.Choice, Good with { Precedence = (Precedence)9 }),
        (FormatFlaw.Regards, Good with { Effect = NoticeEffect.Cancels }),
        (FormatFlaw.Regards, Good with { Regards = ["No Id"] }), (FormatFlaw.Clocks, Good with { Clocks = Good.Clocks with { Reminders = [15, 60] } }),
        (FormatFlaw.Clocks, Good with { Clocks = Good.Clocks with { Answer = Bounds.FormatMinutes + 1 } }),
        (FormatFlaw.ClockWithoutField, Good with { Start = "" }), (FormatFlaw.ClockWithoutField, Good with { End = "" }), (FormatFlaw.StartOrEnd, Good with { Start = "troops" }),
        (FormatFlaw.Events, Good with { Events = "kind" }), (FormatFlaw.Events, Good with { Event = "troops" }),
        (FormatFlaw.FieldName, Good with { Fields = [.. Good.Fields, Good.Fields[0]] }), (FormatFlaw.FieldName, SampleFormat.With("crewed", f => f with { Name = "Crewed" })),
        (FormatFlaw.Texts, SampleFormat.With("crewed", f => f with { Texts = ["one"] })), (FormatFlaw.FieldBounds, SampleFormat.With("other", f => f with { Most = 0 })),
        (FormatFlaw.FieldBounds, SampleFormat.With("troops", f => f with { Least = 2, Most = 1 })), (FormatFlaw.FieldBounds, SampleFormat.With("crewed", f =>
            f with { Unit = "men" })),
        (FormatFlaw.FieldBounds, SampleFormat.With("kind", f => f with { Codes = [] })),
        (FormatFlaw.FieldBounds, SampleFormat.With("kind", f => f with { Codes = [f.Codes[0], f.Codes[0], f.Codes[1]] })),
        (FormatFlaw.FieldBounds, SampleFormat.With("stages", f => f with { Columns = [] })),
        (FormatFlaw.FieldNeed, SampleFormat.With("other", f => f with { Need = new("kind", "none") })),
        (FormatFlaw.FieldNeed, SampleFormat.With("other", f => f with { Need = new("site", "x") })), (FormatFlaw.Threshold, Good with { Thresholds = [new("kind", 1, "x")] }),
        (FormatFlaw.StandOff, Good with { StandOffs = [new("troops", "border", 1, "x")] }), (FormatFlaw.StandOff, Good with { StandOffs = [new("site", "The Border", 1, "x")] }),
        (FormatFlaw.Addressee, Good with { Addressees = ["a", "a"] }),
    ];

    [Fact]
    public void A_good_format_has_no_flaw() => Assert.Empty(FormatRules.Problems(Good));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_flaw_is_named_and_what_has_it_is_not_read(FormatFlaw flaw, int number)
    {
        var format = Flawed[number].Format;
        Assert.Contains(flaw, FormatRules.Problems(format).Select(p => p.Flaw));
        if (Enum.IsDefined(format.Precedence) && format.Version >= 0)
            Assert.Null(NoticeFormat.Parse(format.Encode()));
    }

    [Fact]
    public void Every_flaw_but_the_size_is_in_the_cases() => Assert.Equal(Enum.GetValues<FormatFlaw>().Except([FormatFlaw.Size]), Flawed.Select(f => f.Flaw).Distinct().Order());

    [Fact]
    public void What_is_too_large_is_said()
    {
        var codes = Enumerable.Range(0, Bounds.FormatCodes).Select(i => new FieldCode($"c{i}", [new string('x', 200), new string('y', 200)])).ToList();
        var fields = Enumerable.Range(0, 20).Select(i => SampleFormat.Of($"f{i}", FieldKind.Code) with { Codes = codes });
        Assert.Equal([new FormatProblem(FormatFlaw.Size)], FormatRules.Problems(Good with { Fields = [.. Good.Fields, .. fields] }));
    }
}
