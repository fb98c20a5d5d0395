namespace Parley.Control.Officers;

/// <summary>A new officer; the answer holds the token and the code of a first sign-in link, once. All officers are told.</summary>
public sealed record AddOfficer(string Name, Roles Roles) : Operation<OfficerToken>;

/// <summary>The officer's token is no longer valid from now on; passkeys, PIN and sign-in link are gone.</summary>
public sealed record RevokeOfficer(string Name) : Operation<Nothing>;

public sealed record ListOfficers : Query<IReadOnlyList<OfficerView>>;

/// <summary>Who am I: the officer who is signed in.</summary>
public sealed record WhoAmI : Query<OfficerView>;

/// <param name="HasPin">Whether the officer can sign in at the browser with token and PIN.</param>
/// <param name="Passkeys">With how many passkeys he can.</param>
public sealed record OfficerView(string Name, Roles Roles, DateTimeOffset Since, bool Revoked, bool HasPin = false, int Passkeys = 0);

/// <summary>The only time the token and the code are shown.</summary>
/// <param name="Code">The code of a sign-in link (<see cref="SignInLink"/>); null from a station that knows none.</param>
/// <param name="Until">Until when the code is good.</param>
public sealed record OfficerToken(string Name, Roles Roles, string Token, string? Code = null, DateTimeOffset? Until = null)
{
    /// <summary>Without the secrets.</summary>
    public override string ToString() => $"{nameof(OfficerToken)} {{ {Name}: {Roles} }}";
}
