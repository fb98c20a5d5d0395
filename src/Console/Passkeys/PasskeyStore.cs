using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Parley.Control.Officers;

namespace Parley.Console.Passkeys;

/// <summary>An officer, as ASP.NET Core's passkey handler asks for one.</summary>
/// <param name="Id">What his devices know him by: a hash, so that a name of any length fits and stations with one host name do not overwrite each other's passkeys.</param>
internal sealed record PasskeyOwner(string Officer, string Id);

/// <summary>The station's passkeys, as ASP.NET Core's handler reads them; it writes nothing here. One for each request.</summary>
internal sealed class PasskeyStore(ConsoleOptions options) : IUserPasskeyStore<PasskeyOwner>
{
    private PasskeyOwner? concerned;

    /// <summary>The officer whom the request is about: nobody else is found by an id, which tells no name.</summary>
    public PasskeyOwner Concern(string officer)
    {
        var hash = options.Hash(Encoding.UTF8.GetBytes($"parley passkey\n{options.Party}\n{officer}"));
        return concerned = new PasskeyOwner(officer, Base64Url.EncodeToString(hash));
    }

    public Task<string> GetUserIdAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Officer);

    public Task<string?> GetNormalizedUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Officer);

    public Task<PasskeyOwner?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(concerned?.Id == userId ? concerned : null);

    public Task<PasskeyOwner?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult<PasskeyOwner?>(null);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. options.Entrance.PasskeysOf(user.Officer).Select(Info)]);

    public Task<PasskeyOwner?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(options.Entrance.Passkey(credentialId) is { } known ? new PasskeyOwner(known.Officer, "") : null);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(options.Entrance.Passkey(credentialId) is { } known && known.Officer == user.Officer ? Info(known) : null);

    public Task AddOrUpdatePasskeyAsync(PasskeyOwner user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw OnlyReads();

    public Task RemovePasskeyAsync(PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) => throw OnlyReads();

    public Task SetUserNameAsync(PasskeyOwner user, string? userName, CancellationToken cancellationToken) => throw OnlyReads();

    public Task SetNormalizedUserNameAsync(PasskeyOwner user, string? normalizedName, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> CreateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> UpdateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> DeleteAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw OnlyReads();

    public void Dispose()
    {
    }

    // The counter stays out of it: the station compares it, in the order of all sign-ins, and would not hear of one that was refused here.
    private static UserPasskeyInfo Info(PasskeyRecord known) => new(
        known.CredentialId, known.PublicKey, known.CreatedAt, 0, [.. known.Transports], known.IsUserVerified, known.IsBackupEligible, known.IsBackedUp, [], [])
    {
        Name = known.Name,
    };

    private static NotSupportedException OnlyReads() => new("passkeys are written by the station");
}
