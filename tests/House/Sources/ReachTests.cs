namespace Parley.House.Tests.Sources;

public sealed class ReachTests
{
    [Fact]
    public void Nothing_reaches_where_it_may_not() => Assert.Empty(Reach.Broken(Repository.CSharp, Ban.All));

    [Theory]
    [InlineData("src/Lines/X.cs", "using Microsoft.AspNetCore.Http;")]
    [InlineData("src/Ledger/X.cs", "using System.Security.Cryptography;")]
    [InlineData("src/Cli/X.cs", "var x = System.Security.Cryptography.SHA256.HashData(y);")]
    [InlineData("src/Circuits/X.cs", "using System.Security.Cryptography;")]
    [InlineData("src/Crypto/X.cs", "using System.IO;")]
    [InlineData("src/Lines/X.cs", "var x = File.ReadAllBytes(y);")]
    [InlineData("src/Lines/X.cs", "var now = time.Of(TimeProvider.System);")]
    [InlineData("src/Api/X.cs", "var now = DateTimeOffset.UtcNow;")]
    [InlineData("src/Station/X.cs", "var start = Stopwatch.GetTimestamp();")]
    [InlineData("src/Station/X.cs", "var id = Guid.NewGuid();")]
    [InlineData("src/Station/Inbound.cs", "await Task.Run(x);")]
    [InlineData("src/Station/Inbound.cs", "await x.ConfigureAwait(false);")]
    [InlineData("src/Station/Operations/X.cs", "public async Task<int> Read()")]
    [InlineData("src/Lines/X.cs", "await foreach (var x in reader.ReadAllAsync(y))")]
    [InlineData("src/Station/X.cs", "ImmutableDictionary<string, int> x;")]
    [InlineData("src/Storage.Sqlite/X.cs", "#pragma warning disable RS0030")]
    [InlineData("src/Lines/X.cs", "JsonSerializer.Serialize(x)")]
    public void What_is_banned_is_found(string path, string line) =>
        Assert.Contains($"{path}:2: ", Assert.Single(Reach.Broken([new SourceFile(path, "namespace X;\n" + line + "\n")], Ban.All)));

    [Theory]
    [InlineData("src/Circuits/X.cs", "using System.Security.Cryptography.X509Certificates;")]
    [InlineData("src/Crypto/X.cs", "using System.Security.Cryptography;")]
    [InlineData("src/Station/StationHost.cs", "await Task.Run(x);")]
    [InlineData("src/Cli/Commands/BenchPair.cs", "var start = Stopwatch.GetTimestamp();")]
    [InlineData("src/Lines/X.cs", "// unlike Task.Run( and ConfigureAwait")]
    [InlineData("src/Lines/X.cs", "throw new X(\"no Task.Run( here\");")]
    public void What_is_allowed_is_left_alone(string path, string line) => Assert.Empty(Reach.Broken([new SourceFile(path, line)], Ban.All));

    [Fact]
    public void Every_ban_is_tried_above()
    {
        var tried = typeof(ReachTests).GetMethod(nameof(What_is_banned_is_found))!.GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>().Select(d => new SourceFile((string)d.Data[0]!, (string)d.Data[1]!)).ToList();
        tried.Add(new SourceFile("tests/X/X.cs", "Thread.Sleep(1);"));
        foreach (var ban in Ban.All)
            Assert.True(Reach.Broken(tried, [ban]).Count > 0, ban.What);
    }
}
