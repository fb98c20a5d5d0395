namespace Parley.Control;

/// <summary>Every bound of this project, with its unit.</summary>
public static class Bounds
{
    /// <summary>Bytes of one request.</summary>
    public const long RequestSize = 1024 * 1024;

    /// <summary>Bytes of a request from which on a client asks before it sends the body (RFC 9110, section 10.1.1).</summary>
    public const int LargeRequestSize = 64 * 1024;

    /// <summary>Bytes of a request that brings a pouch file, base64 included.</summary>
    public const long PouchRequestSize = 70L * 1024 * 1024;

    /// <summary>Bytes of a request that brings an attachment, base64 and words beside it included.</summary>
    public const long AttachmentRequestSize = 13L * 1024 * 1024;

    /// <summary>Characters of an idempotency key.</summary>
    public const int KeyLength = 64;

    /// <summary>Characters of a token.</summary>
    public const int TokenLength = 256;

    /// <summary>Characters of the code of a sign-in link.</summary>
    public const int SignInCodeLength = 64;

    /// <summary>How long a sign-in link is good for.</summary>
    public static TimeSpan SignInLinkLife { get; } = TimeSpan.FromHours(24);

    /// <summary>Fewest characters of a PIN.</summary>
    public const int PinLeastLength = 6;

    /// <summary>Most characters of a PIN.</summary>
    public const int PinMostLength = 32;

    /// <summary>Passkeys of one officer.</summary>
    public const int Passkeys = 8;

    /// <summary>Fewest bytes of a passkey's credential id (WebAuthn Level 3, section 4: at least 100 bits of entropy, or as much ciphertext).</summary>
    public const int CredentialIdLeastSize = 16;

    /// <summary>Most bytes of a passkey's credential id (WebAuthn Level 3, section 4).</summary>
    public const int CredentialIdSize = 1023;

    /// <summary>Bytes of a passkey's public key in COSE: an RSA key of 8,192 bits fits.</summary>
    public const int PasskeyPublicKeySize = 2048;

    /// <summary>Ways to reach a passkey's device.</summary>
    public const int Transports = 8;

    /// <summary>Characters of the name of one of them.</summary>
    public const int TransportLength = 32;

    /// <summary>Characters of what an officer calls a passkey.</summary>
    public const int PasskeyNameLength = 64;

    /// <summary>Things that happened in one handover; as many again are owed.</summary>
    public const int HandoverItems = 200;

    /// <summary>Characters of one of them.</summary>
    public const int HandoverItemLength = 400;

    /// <summary>Characters that the outgoing officer adds.</summary>
    public const int HandoverNotesLength = 8000;

    /// <summary>Interpreters on call in one handover.</summary>
    public const int HandoverInterpreters = 32;

    /// <summary>Characters of the name of one of them and how to reach him.</summary>
    public const int HandoverInterpreterLength = 128;

    /// <summary>Characters of one line of the watch log.</summary>
    public const int WatchNoteLength = 300;

    /// <summary>Handovers that a station keeps; of those that do not wait, the oldest go first.</summary>
    public const int Handovers = 60;

    /// <summary>Levels of lists and records within each other in one request.</summary>
    public const int Depth = 16;

    /// <summary>Bytes of an answer that describes a problem.</summary>
    public const int ProblemSize = 64 * 1024;

    /// <summary>How long a client waits for a connection.</summary>
    public static TimeSpan ConnectWait { get; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a client waits for the answer of an operation.</summary>
    public static TimeSpan AnswerWait { get; } = TimeSpan.FromSeconds(100);

    /// <summary>A stream of changes on which nothing was heard for this long is given up; the station writes something every 15
    /// seconds.</summary>
    public static TimeSpan SilenceOfChanges { get; } = TimeSpan.FromSeconds(60);
}
