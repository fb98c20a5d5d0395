using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;

namespace Parley.Vectors.Tests;

public sealed class NoticeVectors
{
    private static readonly NoticeFormat Format = SampleFormat.Format;
    private static readonly NoticeWish Wish = new(2880, [PartyId.Parse("boreal")!.Value]);
    private static readonly NoticeContent Whole = new(FormatRef.Of(Format), SampleFormat.Notice, Wish);

    [Fact]
    public void Hold()
    {
        foreach (var c in VectorFile.Cases("notice", 10))
            Assert.True(Outcome(c) == c.Text("expected"), c.Text("name"));
    }

    internal static IEnumerable<JsonObject> Cases()
    {
        yield return Read("a format", "read", Format.Encode(), Format);
        yield return Read("another version has another hash", "read", (Format with { Version = 2 }).Encode(), Format with { Version = 2 });
        yield return Read("a format that names a start that it has not", "malformed", (Format with { Start = "never" }).Encode(), null);
        yield return Read("a trailing byte", "malformed", [.. Format.Encode(), 0], null);
        yield return Said("a notice", Whole);
        yield return Said("one that asks for nothing", Whole with { Wish = null });
        yield return Said("one with gaps", Whole with { Notice = SampleFormat.Saying("kind", null) });
        yield return Said("one with an unknown code", Whole with { Notice = SampleFormat.Saying("kind", "comet") });
        var sound = Fields(Whole);
        yield return Wrong("fields out of order", [sound[1], sound[0], .. sound.Skip(2)]);
        yield return Wrong("half a wish", [.. sound.Where(f => f.Name != "answer-from")]);
        yield return Wrong("an empty field", [.. sound, ContentField.OfText("field.other", "")]);
        yield return Wrong("a field of its own", [.. sound, ContentField.OfText("note", "x")]);
    }

    private static string Outcome(JsonElement c)
    {
        if (!c.TryGetProperty("fields", out var fields))
        {
            var format = NoticeFormat.Parse(c.Hex("format"));
            return format is null ? "malformed" : format.Hash().ToString() == c.Text("hash") ? "read" : "another hash";
        }

        var content = Content.Of(
            new byte[Content.SeedSize], [.. fields.EnumerateArray().Select(f => new ContentField(f.Text("name"), f.Hex("value")))]);
        if (NoticeContent.From(content) is not { } notice)
            return "malformed";
        Assert.Equal(c.Text("gaps"), Gaps(notice));
        return "read";
    }

    private static string Gaps(NoticeContent notice) => string.Join("; ", NoticeCheck.Gaps(Format, notice.Notice).Select(g => $"{g.Place} {g.Fault}"));

    private static IReadOnlyList<ContentField> Fields(NoticeContent content) => content.ToWords(Format, 2).Fields;

    private static JsonObject Read(string name, string expected, byte[] encoding, NoticeFormat? format)
    {
        var result = new JsonObject { ["name"] = name, ["expected"] = expected, ["format"] = VectorFile.Hex(encoding) };
        if (format is not null)
            result["hash"] = format.Hash().ToString();
        return result;
    }

    private static JsonObject Said(string name, NoticeContent content) => With(name, "read", Fields(content), Gaps(content));

    private static JsonObject Wrong(string name, IReadOnlyList<ContentField> fields) => With(name, "malformed", fields, null);

    private static JsonObject With(string name, string expected, IReadOnlyList<ContentField> fields, string? gaps)
    {
        var result = new JsonObject
        {
            ["name"] = name,
            ["expected"] = expected,
            ["fields"] = new JsonArray([.. fields.Select(f => (JsonNode)new JsonObject { ["name"] = f.Name, ["value"] = VectorFile.Hex(f.Value.ToArray()) })]),
        };
        if (gaps is not null)
            result["gaps"] = gaps;
        return result;
    }
}
