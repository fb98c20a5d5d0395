namespace Parley.Api;

/// <summary>Every bound of this project, with its unit. Those of requests stand with <see cref="Control.Bounds"/>, for clients keep them
/// too.</summary>
public static class Bounds
{
    /// <summary>Connections at one time.</summary>
    public const int Connections = 1024;

    /// <summary>Streams of changes at one time.</summary>
    public const int Streams = 256;

    /// <summary>Pouch files and attachments taken in at one time; each may fill <see cref="Control.Bounds.PouchRequestSize"/> in memory.</summary>
    public const int FilesAtOnce = 2;

    /// <summary>Bytes of all headers of a request.</summary>
    public const int HeadersSize = 16 * 1024;

    /// <summary>Wrong tokens that one address may show at once; after that, one more every <see cref="FailedTokenPause"/>.</summary>
    public const int FailedTokens = 10;

    /// <summary>Addresses whose wrong tokens are counted one by one; all further ones share one count.</summary>
    public const int FailedTokenAddresses = 1024;

    public static TimeSpan FailedTokenPause { get; } = TimeSpan.FromSeconds(5);

    /// <summary>A quiet stream of changes says that it is alive this often.</summary>
    public static TimeSpan StreamAlive { get; } = TimeSpan.FromSeconds(15);

    /// <summary>How long requests under way may take when the server stops.</summary>
    public static TimeSpan StopWait { get; } = TimeSpan.FromSeconds(5);
}
