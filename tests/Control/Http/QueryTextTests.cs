using System.Text.Json;
using Parley.Control.Http;
using Parley.Control.Messages;
using Parley.Control.Stations;

namespace Parley.Control.Tests.Http;

public sealed class QueryTextTests
{
    public static TheoryData<string> Queries => [.. Catalogue.All.Where(e => e.IsQuery).Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Every_query_comes_back_as_it_went(string name)
    {
        var entry = Catalogue.All.Single(e => e.Name == name);
        var query = (Operation)new Samples().Of(entry.Operation);

        var back = QueryText.Read(Pairs(QueryText.Write(query)), entry.Operation);

        Assert.Equal(query, back);
    }

    [Fact]
    public void What_is_null_is_left_out() =>
        Assert.Equal("?line=hot%20line&limit=100&all=false", QueryText.Write(new ReadTranscript("hot line")));

    [Theory]
    [InlineData("?line=a&line=b", typeof(ReadTranscript))]
    [InlineData("?line=a&colour=red", typeof(ReadTranscript))]
    [InlineData("?line=a&limit=ten", typeof(ReadTranscript))]
    [InlineData("?line=a&all=perhaps", typeof(ReadTranscript))]
    [InlineData("?limit=1", typeof(ReadTranscript))]
    [InlineData("?from=99999999999999999999", typeof(ReadJournal))]
    [InlineData("?limit=99999999999", typeof(ReadJournal))]
    [InlineData("?key=a", typeof(ReadJournal))]
    public void What_is_not_of_the_form_is_refused(string text, Type query) =>
        Assert.ThrowsAny<JsonException>(() => QueryText.Read(Pairs(text), query));

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string text) =>
        text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=')).Select(p => KeyValuePair.Create(Uri.UnescapeDataString(p[0]), Uri.UnescapeDataString(p[1])));
}
