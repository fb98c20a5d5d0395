namespace Parley.Vectors.Tests;

/// <summary>Writes /vectors anew. Signatures of suite 1 are random, so the files differ each time and are written only when a format
/// changes.</summary>
public sealed class WriteVectors
{
    [Fact]
    public void Anew()
    {
        if (Environment.GetEnvironmentVariable("PARLEY_WRITE_VECTORS") != "1")
            Assert.Skip("vectors are kept; PARLEY_WRITE_VECTORS=1 writes them anew");
        VectorFile.Write("card", CardVectors.Cases());
        VectorFile.Write("charter", CharterVectors.Cases());
        VectorFile.Write("entry", EntryVectors.Cases());
        VectorFile.Write("checkpoint", CheckpointVectors.Cases());
        VectorFile.Write("transcript", TranscriptVectors.Cases());
        VectorFile.Write("key-file", KeyFileVectors.Cases());
        Assert.NotEmpty(VectorFile.Cases("card", 1));
    }
}
