using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using Parley.Lines.Tests.Samples;

namespace Parley.Vectors.Tests;

public sealed class CodebookVectors
{
    private static readonly Codebook Book = SampleCodebook.Book;
    private static readonly Code Boats = Book[21]!;

    [Fact]
    public void Hold()
    {
        foreach (var c in VectorFile.Cases("codebook", 12))
            Assert.True(Outcome(c) == c.Text("expected"), c.Text("name"));
    }

    internal static IEnumerable<JsonObject> Cases()
    {
        yield return Read("a codebook", "read", Book);
        yield return Read("another version has another hash", "read", Book with { Version = 2 });
        yield return Read("codes out of order", "malformed", Book with { Codes = [Boats, Book.Codes[0]] });
        yield return Read("languages out of order", "malformed", Book with { Languages = ["ru", "en"] });
        yield return Read("a text leaves out a blank", "malformed", SampleCodebook.WithText(t => t with { Text = "Boats: {boats}. At {place}." }));
        yield return Read("a text names a blank twice", "malformed", SampleCodebook.WithText(t => t with { Text = "Boats: {boats}, {boats}. At {place} until {until}." }));
        yield return Read("a text turns the direction of writing", "malformed", SampleCodebook.WithText(t => t with { Text = "Boats: {boats}. At {place} \u202euntil {until}." }));
        var trailing = Read("a trailing byte", "malformed", Book);
        trailing["codebook"] = VectorFile.Hex([.. Book.Encode(), 0]);
        yield return trailing;
        var content = SampleCodebook.Content;
        var values = content.Blanks;
        yield return Rendered("a code message", content, "en");
        yield return Rendered("the same in Russian", content, "ru");
        yield return Rendered("at coordinates", content with { Blanks = [values[0], new("place", new CoordinatesValue(1_234_567, -4_567_890)), values[2]] }, "en");
        yield return Rendered("of another version", content with { Codebook = (Book with { Version = 2 }).Named() }, "en");
        yield return Rendered("of a code that is not there", content with { Number = 8 }, "en");
        yield return Rendered("in a language that is not there", content, "zh");
        yield return Rendered("a blank is open", content with { Blanks = [.. values.Take(2)] }, "en");
        yield return Rendered("a count beyond its bounds", content with { Blanks = [values[0], values[1], new("boats", new CountValue(100))] }, "en");
    }

    private static string Outcome(JsonElement c)
    {
        var book = Codebook.Parse(c.Hex("codebook"));
        if (!c.TryGetProperty("fields", out var fields))
            return book is null ? "malformed" : book.Hash().ToString() == c.Text("hash") ? "read" : "another hash";
        var content = Content.Of(new byte[Content.SeedSize], [.. fields.EnumerateObject().Select(f => ContentField.OfText(f.Name, f.Value.GetString()!))]);
        if (CodeContent.From(content) is not { } code)
            return "malformed";
        if (book!.Render(code, c.Text("language"), out var refused) is not { } rendered)
            return refused!.Refusal.ToString();
        Assert.Equal(c.Text("text"), rendered.Text);
        var read = code.ToReadOut();
        Assert.Equal(c.Text("read out"), string.Join(" / ", read.Lines.Select(l => $"{l.Words} {l.Check}").Append(read.Closing)));
        return "rendered";
    }

    private static JsonObject Read(string name, string expected, Codebook book)
    {
        var result = new JsonObject { ["name"] = name, ["expected"] = expected, ["codebook"] = VectorFile.Hex(book.Encode()) };
        if (expected == "read")
            result["hash"] = book.Hash().ToString();
        return result;
    }

    private static JsonObject Rendered(string name, CodeContent content, string language)
    {
        var rendered = Book.Render(content, language, out var refused);
        var fields = new JsonObject();
        foreach (var field in content.ToWords(Boats).Fields)
            fields[field.Name] = field.Text;
        var result = new JsonObject
        {
            ["name"] = name,
            ["expected"] = refused?.Refusal.ToString() ?? "rendered",
            ["codebook"] = VectorFile.Hex(Book.Encode()),
            ["language"] = language,
            ["fields"] = fields,
        };
        if (rendered is null)
            return result;
        var read = content.ToReadOut();
        result["text"] = rendered.Text;
        result["read out"] = string.Join(" / ", read.Lines.Select(l => $"{l.Words} {l.Check}").Append(read.Closing));
        return result;
    }
}
