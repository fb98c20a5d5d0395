namespace Parley.Control.Officers;

/// <summary>A sign-in link for an officer: whoever opens it first sets up a passkey or a PIN in his name. It takes the place of the one before. All officers are told.</summary>
public sealed record MakeSignInLink(string Name) : Operation<SignInLink>;

/// <summary>The only time the code is shown.</summary>
/// <param name="Code">32 random bytes in base64url. It stands in the fragment of an address, which no browser sends.</param>
/// <param name="Until">Until when it is good, if it is not used before.</param>
public sealed record SignInLink(string Name, string Code, DateTimeOffset Until)
{
    /// <summary>Without the code.</summary>
    public override string ToString() => $"{nameof(SignInLink)} {{ {Name}, until {Until:O} }}";
}

/// <summary>A passkey of one's own. The caller has verified its attestation (WebAuthn Level 3, section 7.1). Not with a token alone; a sign-in link is used up by it. The
/// same again changes nothing. All officers are told.</summary>
/// <param name="CredentialId">16 to 1,023 bytes; no two passkeys of a station have the same.</param>
/// <param name="PublicKey">In COSE, at most 2,048 bytes.</param>
/// <param name="SignCount">The signature counter, 0 to 2^32-1.</param>
/// <param name="Name">What the officer calls it: 1 to 64 characters.</param>
/// <param name="Transports">Ways to its device, as WebAuthn names them: at most 8 of at most 32 characters.</param>
public sealed record AddPasskey(
    byte[] CredentialId,
    byte[] PublicKey,
    long SignCount,
    string Name,
    IReadOnlyList<string>? Transports = null,
    bool IsUserVerified = false,
    bool IsBackupEligible = false,
    bool IsBackedUp = false) : Operation<PasskeyView>
{
    /// <summary>Without the key.</summary>
    public override string ToString() => nameof(AddPasskey);
}

/// <summary>Whoever is signed in by that passkey is so no longer. All officers are told.</summary>
/// <param name="Passkey">Its id as <see cref="ListPasskeys"/> shows it, or a beginning that fits no other of the officer's.</param>
/// <param name="Officer">Whose; null: one's own. An admin may remove anybody's.</param>
public sealed record RemovePasskey(string Passkey, string? Officer = null) : Operation<Nothing>;

/// <param name="Officer">Whose; null: one's own. An admin may see anybody's.</param>
public sealed record ListPasskeys(string? Officer = null) : Query<IReadOnlyList<PasskeyView>>;

/// <summary>A passkey as people see it.</summary>
/// <param name="Id">The credential id in base64url.</param>
/// <param name="IsBackedUp">Whether its maker keeps copies of it elsewhere.</param>
public sealed record PasskeyView(string Id, string Name, DateTimeOffset Since, DateTimeOffset? LastUsed, bool IsBackedUp);

/// <summary>One's own PIN, which with the token opens the browser's console. It takes the place of the one before. Not with a token alone; a sign-in link is used up by
/// it.</summary>
/// <param name="Pin">6 to 32 characters.</param>
public sealed record SetPin(string Pin) : Operation<Nothing>
{
    /// <summary>Without the PIN.</summary>
    public override string ToString() => nameof(SetPin);
}
