using Parley.Crypto;
using Parley.Station.State;

namespace Parley.Station.Entrance;

/// <summary>Who can sign in by what, as of the last commit: for threads outside the loop. Never changed; a new one takes its place.</summary>
internal sealed class SignInBook
{
    private readonly Dictionary<string, Enrolled> officers = new(StringComparer.Ordinal);
    private readonly Dictionary<Digest, Enrolled> tokens = [];
    private readonly Dictionary<Digest, Enrolled> links = [];
    private readonly Dictionary<string, Enrolled> passkeys = new(StringComparer.Ordinal);

    private SignInBook(StationMemory memory) => Memory = memory;

    /// <summary>The memory that it was made from: when that was thrown away, the book is too.</summary>
    public StationMemory Memory { get; }

    public static SignInBook Of(StationMemory memory)
    {
        var book = new SignInBook(memory);
        foreach (var officer in memory.Officers.Values.Where(static o => !o.Revoked))
        {
            var enrolled = new Enrolled(officer, memory.SignInOf(officer.Name));
            book.officers[officer.Name] = enrolled;
            book.tokens[officer.TokenHash] = enrolled;
            if (enrolled.SignIn.Link is { } link)
                book.links[link.CodeHash] = enrolled;
            foreach (var passkey in enrolled.SignIn.Passkeys)
                book.passkeys[passkey.Id] = enrolled;
        }

        return book;
    }

    public Enrolled? Named(string officer) => officers.GetValueOrDefault(officer);

    /// <summary>Whose these means are; whether they are still good says <see cref="Enrolled.Has"/>.</summary>
    public Enrolled? By(Means means) => means switch
    {
        Means.Token token => tokens.GetValueOrDefault(token.Hash),
        Means.TokenAndPin token => tokens.GetValueOrDefault(token.Hash),
        Means.SignInLink link => links.GetValueOrDefault(link.Hash),
        Means.Passkey passkey => passkeys.GetValueOrDefault(passkey.Id),
        _ => throw new InvalidOperationException("means that are none"),
    };
}
