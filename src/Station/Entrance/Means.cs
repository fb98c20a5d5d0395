using Parley.Crypto;
using Parley.Ledger;
using Parley.Station.State;

namespace Parley.Station.Entrance;

/// <summary>What opened a face. Closed.</summary>
internal abstract record Means
{
    private Means()
    {
    }

    /// <summary>As the journal names it.</summary>
    public abstract string Words { get; }

    /// <summary>An officer's token alone: what programs show.</summary>
    public sealed record Token(Digest Hash) : Means
    {
        public override string Words => "token";
    }

    public sealed record TokenAndPin(Digest Hash) : Means
    {
        public override string Words => "token and PIN";
    }

    public sealed record SignInLink(Digest Hash) : Means
    {
        public override string Words => "sign-in link";
    }

    /// <param name="Id">The credential id in base64url.</param>
    public sealed record Passkey(string Id) : Means
    {
        public override string Words => $"passkey {PasskeyState.Short(Id)}";
    }
}

/// <summary>An officer with what he signs in with, at one moment.</summary>
internal sealed record Enrolled(OfficerState Officer, SignInState SignIn)
{
    /// <summary>Whether these means open the station in his name.</summary>
    public bool Has(Means means, Timestamp now) => !Officer.Revoked && means switch
    {
        Means.Token token => token.Hash == Officer.TokenHash,
        Means.TokenAndPin token => token.Hash == Officer.TokenHash && SignIn.Pin is not null,
        Means.SignInLink link => SignIn.Link is { } open && open.CodeHash == link.Hash && now < open.Until,
        Means.Passkey passkey => SignIn.Find(passkey.Id) is not null,
        _ => throw new InvalidOperationException("means that are none"),
    };
}
