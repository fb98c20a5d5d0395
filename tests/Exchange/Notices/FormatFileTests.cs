using System.Text;
using System.Text.RegularExpressions;
using Parley.Exchange.Notices;
using Parley.Exchange.Tests.Files;
using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Exchange.Tests.Notices;

public sealed class FormatFileTests
{
    private const string Good =
        """
        id: crane
        version: 2
        number: X-2
        basis: Practice
        effect: announces
        languages: [en, eo]
        officers: 2
        precedence: immediate
        alarm: low
        start: period
        end: period
        lead: 24h
        validity: 4d
        completion: 90m
        reminders: [24h, 15m]
        discrepancy: 500
        addressees: [air defence, port]
        thresholds:
          - { field: height, least: 100, rule: article 1 }
        stand-offs:
          - { field: place, area: border, metres: 40000, rule: article 2 }
        titles: { en: Crane, eo: Gruo }
        fields:
          - name: period
            kind: window
            needed: always
            texts: { en: When, eo: Kiam }
          - name: place
            kind: place
            needed: always
            rule: article 2
            texts: { en: Where, eo: Kie }
          - name: height
            kind: number
            unit: m
            least: 1
            most: 300
            texts: { en: Height, eo: Alteco }
          - name: lit
            kind: yes
            texts: { en: Lit, eo: Lumigita }
          - name: lights
            kind: rows
            most: 4
            needed: lit=yes
            columns:
              - name: colour
                kind: code
                needed: always
                codes:
                  - { code: red, texts: { en: Red, eo: Ruĝa } }
                  - { code: white, texts: { en: White, eo: Blanka } }
                texts: { en: Colour, eo: Koloro }
              - name: remark
                kind: text
                most: 80
                needed: colour=white
                texts: { en: Remark, eo: Rimarko }
            texts: { en: Lights, eo: Lumoj }
        """;

    [Fact]
    public void A_good_file_is_read()
    {
        var format = FormatFile.Read(Good, out var problem)!;
        Assert.Null(problem);
        Assert.Equal(("crane", 2, "X-2", NoticeEffect.Announces, 2, Precedence.Immediate, false, AlarmPotential.Low), (
            format.Id, format.Version, format.Number, format.Effect, format.Officers, format.Precedence, format.Voluntary, format.Alarm));
        Assert.Equal(new FormatClocks(1440, 5760, null, 90, [1440, 15]), format.Clocks);
        Assert.Equal(["air defence", "port"], format.Addressees);
        Assert.Equal([new FormatThreshold("height", 100, "article 1")], format.Thresholds);
        Assert.Equal([new FormatStandOff("place", "border", 40_000, "article 2")], format.StandOffs);
        Assert.Equal(["period", "place", "height", "lit", "lights"], format.Fields.Select(f => f.Name));
        Assert.Equal([null, new FieldNeed("colour", "white")], format["lights"]!.Columns.Select(c => c.Need == FieldNeed.Always ? null : c.Need));
        Assert.Equal("Ruĝa", format["lights"]!.Columns[0].WordsOf("red", format.LanguageFor("eo")));
        Assert.Equal(format, NoticeFormat.Parse(format.Encode()));
    }

    [Fact]
    public void The_example_of_its_page_is_read()
    {
        var page = Repository.Text("docs/formats/notice-format.md").ReplaceLineEndings("\n");
        var example = Regex.Match(page, "```yaml\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var format = FormatFile.Read(example, out var problem);
        Assert.Null(problem);
        Assert.Equal(["seen", "place", "load", "other-load"], format!.Fields.Select(f => f.Name));
    }

    [Theory]
    [InlineData("id: crane", "id: Crane", 1, "'id' has 1 to 32")] // FormatFlaw.Id
    [InlineData("basis: Practice", "basis: \"Prac\\ttice\"", 4, "plain lines")] // FormatFlaw.Words
    [InlineData("[en, eo]", "[eo, en]", 6, "in order of their letters")] // FormatFlaw.Languages
    [InlineData("en: Crane", "en: \"Cra\\nne\"", 22, "every language has its text")] // FormatFlaw.Texts
    [InlineData("en: Height", "en: \"Hei\\nght\"", 33, "'height': every language has its text")]
    [InlineData("en: Red", "en: \"R\\ned\"", 47, "'colour': every language has its text")]
    [InlineData("effect: announces", "effect: amends", 1, "names under 'regards'")] // FormatFlaw.Regards
    [InlineData("effect: announces", "effect: amends\nregards: [Crane]", 6, "names under 'regards'")]
    [InlineData("[24h, 15m]", "[15m, 24h]", 15, "greatest first")] // FormatFlaw.Clocks
    [InlineData("lead: 24h", "lead: 600000m", 15, "a year at most")]
    [InlineData("start: period\nend: period", "end: period", 1, "need a 'start'")] // FormatFlaw.ClockWithoutField
    [InlineData("start: period\nend: period", "start: period", 10, "'completion' needs an 'end'")]
    [InlineData("start: period", "start: beginning", 10, "'beginning': 'start' and 'end' name fields")] // FormatFlaw.StartOrEnd
    [InlineData("end: period", "end: lit", 39, "'lit': 'start' and 'end' name fields")]
    [InlineData("name: lit\n", "name: Lit\n", 39, "'Lit': a field's name has")] // FormatFlaw.FieldName
    [InlineData("name: lights", "name: lit", 39, "'lit': a field's name has")]
    [InlineData("least: 1\n", "least: 301\n", 33, "'height': what stands here is not of this kind")] // FormatFlaw.FieldBounds
    [InlineData("code: white", "code: red", 47, "'colour': what stands here is not of this kind")]
    [InlineData("lit=yes", "lit=red", 42, "'lights': 'needed' names a field")] // FormatFlaw.FieldNeed
    [InlineData("lit=yes", "lights=yes", 42, "'lights': 'needed' names a field")]
    [InlineData("field: height", "field: lit", 39, "'lit': a threshold is of a field of kind number")] // FormatFlaw.Threshold
    [InlineData("field: height", "field: depth", 19, "'depth': a threshold is of a field of kind number")]
    [InlineData("area: border", "area: The border", 28, "'place': a stand-off is of a field")] // FormatFlaw.StandOff
    [InlineData("field: place", "field: harbour", 21, "'harbour': a stand-off is of a field")]
    [InlineData("[air defence, port]", "[port, port]", 17, "none twice")] // FormatFlaw.Addressee
    [InlineData("start: period", "events: lit\nstart: period", 40, "'lit': 'events' (of what announces)")] // FormatFlaw.Events
    [InlineData("officers: 2", "officers: 3", 7, "a number from 1 to 2")] // FormatFlaw.Officers
    [InlineData("precedence: immediate", "precedence: urgent", 8, "is one of flash, immediate, priority, routine")] // FormatFlaw.Choice
    public void A_flaw_is_told_with_its_line(string good, string bad, int line, string words) => Refused(Changed(good, bad), line, words);

    [Theory]
    [InlineData("alarm: low", "alarm: low\ncolour: red", 10, "knows no key 'colour'")]
    [InlineData("lead: 24h", "lead: 1d12h", 12, "a time such as 15m, 24h or 42d")]
    [InlineData("lead: 24h", "lead: 0h", 12, "a time such as 15m, 24h or 42d")]
    [InlineData("lead: 24h", "lead: 367d", 12, "a time such as 15m, 24h or 42d")]
    [InlineData("[24h, 15m]", "[24h, soon]", 15, "a time such as 15m, 24h or 42d")]
    [InlineData("eo: Gruo", "fr: Grue", 22, "needs 'eo'")]
    [InlineData("most: 300", "most: 3e2", 37, "'most' is a whole number")]
    [InlineData("kind: yes", "kind: yes\n    most: 3", 41, "knows no key 'most'")]
    [InlineData("most: 80", "unit: m", 54, "needs 'most'")]
    [InlineData("needed: lit=yes", "needed: often", 45, "'needed' is always, no, or another field")]
    [InlineData("kind: code", "kind: rows\n        most: 2", 51, "knows no key 'codes'")]
    public void What_is_no_format_is_told_with_its_line(string good, string bad, int line, string words) => Refused(Changed(good, bad), line, words);

    /// <summary><see cref="FormatFlaw.Size"/>: each part is within its bound, all of it is not.</summary>
    [Fact]
    public void A_format_that_is_too_large_is_refused()
    {
        var text = new StringBuilder(Changed("languages: [en, eo]", "languages: [en]").Split("titles:")[0]).Append("titles: { en: Crane }\nfields:\n");
        text.Append("  - { name: period, kind: window, texts: { en: When } }\n  - { name: place, kind: place, texts: { en: Where } }\n");
        text.Append("  - { name: height, kind: number, least: 1, most: 2, texts: { en: Height } }\n");
        var words = new string('x', 200);
        for (var field = 0; field < 25; field++)
        {
            text.Append($"  - name: f{field}\n    kind: code\n    texts: {{ en: {words} }}\n    codes:\n");
            for (var code = 0; code < 60; code++)
                text.Append($"      - {{ code: c{code}, texts: {{ en: {words} }} }}\n");
        }

        Refused(text.ToString(), 1, "larger than the bound");
    }

    [Fact]
    public void Damage_never_makes_half_a_format() => FileFuzz.Check(Good, 3_000, text =>
    {
        var format = FormatFile.Read(text, out var problem);
        if (format is null)
        {
            Assert.InRange(problem!.Line, 1, text.Split('\n').Length + 1);
            return null;
        }

        return problem is null && FormatRules.Problems(format).Count == 0 && format.Equals(NoticeFormat.Parse(format.Encode()));
    });

    private static string Changed(string good, string bad)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        return Good.Replace(good, bad, StringComparison.Ordinal);
    }

    private static void Refused(string text, int line, string words)
    {
        Assert.Null(FormatFile.Read(text, out var problem));
        Assert.Contains(words, problem!.Text, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }
}
