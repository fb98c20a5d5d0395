namespace Parley.Circuits;

/// <summary>Every bound of this project, with its unit.</summary>
public static class Bounds
{
    /// <summary>Bytes of a frame that one fragment carries; every fragment but a frame's last carries exactly so many.</summary>
    public const int FragmentSize = 1024;

    /// <summary>Bytes before the payload of a fragment.</summary>
    public const int FragmentHeader = 2;

    /// <summary>Bytes of plaintext given to TLS in one write: one TLS record (RFC 8446, section 5.1).</summary>
    public const int WriteSize = 16 * 1024;

    /// <summary>Bytes that one acknowledgment can name.</summary>
    public const int AcknowledgmentSize = (1 << 28) - 1;

    /// <summary>Bytes in flight before anything was measured on a circuit whose handshake was quick.</summary>
    public const int InitialWindow = 16 * 1024;

    /// <summary>Bytes in flight that are always allowed.</summary>
    public const int LeastWindow = 2 * 1024;

    /// <summary>Bytes in flight at most.</summary>
    public const int MostWindow = 8 * 1024 * 1024;

    /// <summary>Bytes beyond the window at which another flash frame may still begin; one that began is finished.</summary>
    public const int FlashBeyondWindow = 4 * 1024;

    /// <summary>Bytes sent after which an acknowledgment is asked for while more waits, unless a quarter of the window is less.</summary>
    public const int AcknowledgeEvery = 64 * 1024;

    /// <summary>Bytes received that need no acknowledgment of their own: it rides on whatever is sent next. Smaller than
    /// <see cref="LeastWindow"/> less one fragment, so that it never stops a sender.</summary>
    public const int LazyBytes = 1000;

    /// <summary>Microseconds that an acknowledgment waits for something to ride on.</summary>
    public const long AcknowledgeDelay = 50_000;

    /// <summary>Microseconds of silence after which a ping asks whether the other side is there.</summary>
    public const long PingAfterSilence = 5_000_000;

    /// <summary>Microseconds after which the round trip is measured anew though the circuit is busy.</summary>
    public const long MeasureEvery = 15_000_000;

    /// <summary>Microseconds of silence, with something unanswered, after which a circuit is given up.</summary>
    public const long SilenceUntilDead = 15_000_000;

    /// <summary>Bytes of flash frames that wait in one circuit.</summary>
    public const int WaitingFlash = 4 * 1024 * 1024;

    /// <summary>Bytes of frames of any other precedence that wait in one circuit.</summary>
    public const int Waiting = 256 * 1024;

    /// <summary>Bytes under way at which the thread that gives a frame writes it itself: the smallest kernel buffer takes them without
    /// waiting.</summary>
    public const int WriteInPlace = 8 * 1024;

    /// <summary>Open circuits with one peer, both directions together.</summary>
    public const int CircuitsPerPeer = 2 * Lines.Bounds.Addresses;

    /// <summary>Listening addresses of one station.</summary>
    public const int ListenAddresses = 64;

    /// <summary>Accepted connections that have not shown who they are; when all are taken the oldest gives way.</summary>
    public const int HalfOpen = 64;

    /// <summary>Remote addresses whose accept rate is remembered.</summary>
    public const int RememberedAddresses = 4096;

    /// <summary>Connections that may wait in the kernel to be accepted.</summary>
    public const int Backlog = 128;

    /// <summary>Bytes of a pouch file.</summary>
    public const int PouchFileSize = 64 * 1024 * 1024;

    /// <summary>Pouch files read from one folder at a time.</summary>
    public const int PouchFiles = 4096;
}
