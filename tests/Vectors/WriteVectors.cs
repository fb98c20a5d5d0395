namespace Parley.Vectors.Tests;

/// <summary>Writes /vectors anew, all with PARLEY_WRITE_VECTORS=1, one with the name of its format. Signatures of suite 1 are random, so most files differ each
/// time and are written only when a format changes.</summary>
public sealed class WriteVectors
{
    [Fact]
    public void Anew()
    {
        var asked = Environment.GetEnvironmentVariable("PARLEY_WRITE_VECTORS");
        if (asked is null)
            Assert.Skip("vectors are kept; PARLEY_WRITE_VECTORS=1 writes them anew");
        foreach (var (format, cases) in All.Where(v => asked == "1" || asked == v.Format))
            VectorFile.Write(format, cases());
        Assert.NotEmpty(VectorFile.Cases("card", 1));
    }

    private static readonly (string Format, Func<IEnumerable<System.Text.Json.Nodes.JsonObject>> Cases)[] All =
    [
        ("activity", ActivityVectors.Cases),
        ("card", CardVectors.Cases),
        ("charter", CharterVectors.Cases),
        ("codebook", CodebookVectors.Cases),
        ("entry", EntryVectors.Cases),
        ("notice", NoticeVectors.Cases),
        ("checkpoint", CheckpointVectors.Cases),
        ("transcript", TranscriptVectors.Cases),
        ("key-file", KeyFileVectors.Cases),
    ];
}
