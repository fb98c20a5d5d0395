using System.Globalization;
using System.Reflection;
using Parley.Lines.Observations;

namespace Parley.Lines.Tests.Observations;

public sealed class CompatibilityTests
{
    [Fact]
    public void Every_announced_kind_has_a_row_and_no_kind_stands_in_it_twice()
    {
        Assert.All(AnnouncedKinds.All, a =>
        {
            Assert.NotEmpty(Compatibility.Row(a));
            Assert.Equal(Compatibility.Row(a).Count, Compatibility.Row(a).Select(r => r.Seen).Distinct().Count());
            Assert.All(Compatibility.Row(a), r => Assert.InRange(r.Tenths, 1, 10));
            Assert.NotEmpty(a.Name());
            Assert.NotEmpty(a.Detectable().Words());
        });
        Assert.Equal(AnnouncedKinds.All.Count, AnnouncedKinds.All.Select(a => a.Name()).Distinct().Count());
    }

    [Fact]
    public void The_published_table_is_that_of_the_program()
    {
        var root = typeof(CompatibilityTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var page = File.ReadAllText(Path.Combine(root, "docs", "formats", "observation.md"));
        var table = page[page.IndexOf("| announced | seen |", StringComparison.Ordinal)..].Split('\n').Skip(2).TakeWhile(l => l.StartsWith('|'));
        Assert.Equal(AnnouncedKinds.All.Select(Row), table);
        Assert.Contains(string.Join(", ", ObservationKinds.All.Select(k => string.Create(CultureInfo.InvariantCulture, $"{(int)k} `{k.Name()}`"))), page);

        static string Row(AnnouncedKind kind) =>
            $"| {kind.Name()} | {string.Join(", ", Compatibility.Row(kind).Select(r => string.Create(CultureInfo.InvariantCulture, $"`{r.Seen.Name()}` {r.Tenths}")))} |";
    }

    [Fact]
    public void Nothing_announces_words_of_strikes() => Assert.All(AnnouncedKinds.All, a => Assert.Equal(0, Compatibility.Of(ObservationKind.StrikeWords, a)));

    [Fact]
    public void Who_announces_more_kinds_has_no_smaller_share()
    {
        var kinds = new List<AnnouncedKind>();
        var share = 0.0;
        foreach (var kind in AnnouncedKinds.All)
        {
            kinds.Add(kind);
            Assert.True(Compatibility.Share(kinds) >= share);
            share = Compatibility.Share(kinds);
        }

        Assert.InRange(share, 0.8, 1);
        Assert.True(Compatibility.Share([]) > 0);
    }
}
