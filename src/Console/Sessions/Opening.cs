namespace Parley.Console.Sessions;

/// <summary>What opened a session.</summary>
internal enum Opening
{
    Passkey,
    TokenAndPin,

    /// <summary>A link of a demonstration, by the token alone.</summary>
    DirectLink,
}

/// <summary>What ended one.</summary>
internal enum Ending
{
    /// <summary>It has not ended.</summary>
    None,

    /// <summary>Its officer signed out.</summary>
    SignedOut,

    /// <summary>Its time was over, nobody looked at it, a newer one took its place, or the station stopped.</summary>
    Over,

    /// <summary>What opened it is not valid any more: the officer was revoked, or the passkey removed.</summary>
    Gone,
}
