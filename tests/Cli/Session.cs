namespace Parley.Cli.Tests;

/// <summary>A person at a terminal: a folder of her own, an environment, and what she types.</summary>
public sealed class Session : IDisposable
{
    private readonly Queue<string> secrets = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("parley-test-").FullName;

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Lines that are typed; null: nobody is there.</summary>
    public string? Typed { get; set; }

    /// <summary>Things that are typed unseen.</summary>
    public void Whisper(params string[] typed) => Array.ForEach(typed, secrets.Enqueue);

    /// <summary>Of an officer who is signed in at a scripted station.</summary>
    public static Session Signed() => new() { Environment = { ["PARLEY_TOKEN"] = ScriptedStation.Token } };

    public string PathTo(string name) => Path.Combine(Folder, name);

    public async Task<Run> Parley(params string[] args) => await Until(CancellationToken.None, args);

    public async Task<Run> Until(CancellationToken cancel, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader(Typed ?? "");
        var terminal = new Terminal(
            output,
            error,
            input,
            Typed is not null || secrets.Count > 0,
            false,
            100,
            name => Environment.GetValueOrDefault(name),
            _ => secrets.TryDequeue(out var secret) ? secret : null);
        var code = await ParleyProgram.Run(args, terminal, cancel);
        return new Run(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What a command came to.</summary>
public sealed record Run(int Code, string Out, string Error);
