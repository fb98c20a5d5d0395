namespace Parley.Control.Officers;

/// <summary>The door of a station, for the faces that run in its own process; it is never offered over HTTP. Safe for use from several threads.
/// <para>Who is in: an <see cref="IFace"/> stands until the officer is revoked, until what opened it is gone (the token, the passkey, the sign-in link), or until he signs out.
/// It is asked about anew at every operation, and again in the station's loop. A new process knows none of the faces that the one before gave out.</para>
/// <para>Journal: every sign-in and sign-out is in it before it is answered. So are refusals, but for those of one officer (or of nobody known) that come so fast that they
/// would fill it; these are counted in the next.</para>
/// <para>Faults: every member that returns a task throws <see cref="ControlFault"/> when the station cannot work; the sign-in has not come about then.</para></summary>
public interface IEntrance
{
    /// <summary>The face of whoever shows a token, as programs do with each request; null when it is nobody's. It is not journalled, and sets up neither passkey nor PIN.</summary>
    IControl? ByToken(string token);

    /// <summary>Signs in with token and PIN. After 5 wrong PINs in a row an officer must wait, 30 seconds first and twice as long after each further one, up to 15 minutes; a
    /// wrong token counts against nobody. Takes a good part of a second. A try that is cancelled counts as wrong.</summary>
    Task<SignIn> ByTokenAndPin(string token, string pin, CancellationToken cancel = default);

    /// <summary>Opens a sign-in link. Nothing is used up yet: the face may only <see cref="WhoAmI"/>, <see cref="AddPasskey"/> and <see cref="SetPin"/>, and the first of the
    /// latter two that is done ends the link and every face that it opened.</summary>
    Task<SignIn> ByLink(string code, CancellationToken cancel = default);

    /// <summary>Signs in by a passkey. The caller has verified the assertion (WebAuthn Level 3, section 7.2) against <see cref="Passkey"/>: challenge, origin, that the user
    /// was verified, and the signature. The counter is compared and kept here, in the order in which sign-ins come: of two with the same count one is refused.</summary>
    /// <param name="credentialId">Which passkey.</param>
    /// <param name="signCount">The counter in the assertion.</param>
    /// <param name="isBackedUp">The flag in the assertion.</param>
    Task<SignIn> ByPasskey(byte[] credentialId, long signCount, bool isBackedUp, CancellationToken cancel = default);

    /// <summary>The caller could not verify an assertion: the refusal is journalled.</summary>
    /// <param name="credentialId">The passkey that it names; need not be known here.</param>
    Task RefusePasskey(byte[] credentialId, CancellationToken cancel = default);

    /// <summary>The passkeys of an officer, oldest first; empty when there is no such officer, or none now.</summary>
    IReadOnlyList<PasskeyRecord> PasskeysOf(string officer);

    /// <summary>The passkey of that credential id and whose it is; null when it is nobody's.</summary>
    PasskeyRecord? Passkey(byte[] credentialId);
}

/// <summary>The face of an officer who has signed in.</summary>
public interface IFace : IControl
{
    string Officer { get; }

    /// <summary>Whether it still stands. If not, operations are refused with <see cref="Refusal.NotSignedIn"/>, and <see cref="IControl.Changes"/> ends at the
    /// next change.</summary>
    bool Stands { get; }

    /// <summary>Ends the face and writes that into the journal. Again: nothing happens.</summary>
    /// <exception cref="ControlFault">The face is ended; whether the journal has it is not known.</exception>
    Task SignOut();
}

/// <summary>How signing in ended. Closed: <see cref="SignedIn"/>, <see cref="SignInRefused"/> or <see cref="MustWait"/>.</summary>
public abstract record SignIn
{
    private protected SignIn()
    {
    }
}

public sealed record SignedIn(IFace Face) : SignIn;

public sealed record SignInRefused(SignInRefusal Why) : SignIn;

/// <summary>Too many wrong PINs; this one was not looked at.</summary>
public sealed record MustWait(DateTimeOffset Until) : SignIn;

/// <summary>Why somebody is not signed in.</summary>
public enum SignInRefusal
{
    /// <summary>The token is nobody's, or the PIN is not that officer's: it is not said which.</summary>
    WrongTokenOrPin,

    /// <summary>The token is right, and its officer has set no PIN.</summary>
    NoPin,

    /// <summary>The sign-in link is unknown, used, too old, or a newer one has taken its place.</summary>
    LinkOver,

    /// <summary>The passkey is no officer's, or no longer.</summary>
    UnknownPasskey,

    /// <summary>The passkey's counter is not above that of its last use: there may be a copy of it.</summary>
    CounterWentBack,
}

/// <summary>What is kept of a passkey, enough to verify assertions: with empty attestation and client data it makes a <c>UserPasskeyInfo</c> of ASP.NET Core.</summary>
/// <param name="PublicKey">In COSE.</param>
/// <param name="IsUserVerified">Whether the user was verified when it was made.</param>
public sealed record PasskeyRecord(
    string Officer,
    byte[] CredentialId,
    byte[] PublicKey,
    DateTimeOffset CreatedAt,
    long SignCount,
    IReadOnlyList<string> Transports,
    bool IsUserVerified,
    bool IsBackupEligible,
    bool IsBackedUp,
    string Name)
{
    /// <summary>Without the key.</summary>
    public override string ToString() => $"{nameof(PasskeyRecord)} {{ of {Officer} }}";
}
