namespace Parley.Control.Officers;

/// <summary>A new officer; the answer holds the token, once. All officers are told.</summary>
public sealed record AddOfficer(string Name, Roles Roles) : Operation<OfficerToken>;

/// <summary>The officer's token is no longer valid from now on.</summary>
public sealed record RevokeOfficer(string Name) : Operation<Nothing>;

public sealed record ListOfficers : Query<IReadOnlyList<OfficerView>>;

/// <summary>Who am I: the officer of the token.</summary>
public sealed record WhoAmI : Query<OfficerView>;

public sealed record OfficerView(string Name, Roles Roles, DateTimeOffset Since, bool Revoked);

/// <summary>The only time the token is shown.</summary>
public sealed record OfficerToken(string Name, Roles Roles, string Token);
