namespace Parley.EndToEnd.Tests.Processes;

/// <summary>A folder for one test; it goes away with everything in it.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("parley-e2e-").FullName;

    public string PathTo(string name) => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
