using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Parley.Control.Officers;

namespace Parley.Console.Passkeys;

/// <summary>What a browser is asked, and the key under which it answers.</summary>
/// <param name="Options">JSON, as <c>navigator.credentials</c> reads it.</param>
internal sealed record Asked(string Key, string Options);

/// <summary>The two ceremonies of WebAuthn: making a passkey, and signing in by one. ASP.NET Core's handler checks what comes back. One for each request.</summary>
internal sealed class Ceremonies(IPasskeyHandler<PasskeyOwner> handler, PasskeyStore store, Challenges challenges, ConsoleOptions options)
{
    private const string ForSignIn = "sign-in";

    /// <summary>How the handler checks. The finger or PIN of the device is asked for at every use, or whoever finds a key would be its officer.</summary>
    public static void Set(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "preferred";
        options.AttestationConveyancePreference = "none";
        options.AuthenticatorTimeout = Bounds.Challenge;
        options.ValidateOrigin = static context => ValueTask.FromResult(!context.CrossOrigin && IsOurs(context.Origin, context.HttpContext.Request.Host.Host));
    }

    /// <summary>Whether a passkey can be bound to the host: to a name, never to an address of figures (WebAuthn Level 3, section 5.1.3).</summary>
    public static bool HasName(string host) => !IPAddress.TryParse(host.Trim('[', ']'), out _);

    /// <param name="officer">Whose passkeys; empty, or nobody's: the device says who he is.</param>
    public async Task<Asked> AskToSignIn(HttpContext context, string officer)
    {
        var owner = officer.Length > 0 && options.Entrance.PasskeysOf(officer).Count > 0 ? store.Concern(officer) : null;
        var made = await handler.MakeRequestOptionsAsync(owner, context);
        return new Asked(challenges.Keep(ForSignIn, made.AssertionState ?? ""), made.RequestOptionsJson);
    }

    /// <summary>Signs in; null when the challenge was answered already, or too late.</summary>
    /// <exception cref="Parley.Control.ControlFault">The station cannot work.</exception>
    public async Task<SignIn?> SignIn(HttpContext context, string key, string credential)
    {
        if (challenges.Take(ForSignIn, key) is not { } state || IdIn(credential) is not { } id)
            return null;
        if (options.Entrance.Passkey(id) is { } known)
        {
            store.Concern(known.Officer);
            var checkedOne = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = state });
            if (checkedOne.Succeeded)
                return await options.Entrance.ByPasskey(id, checkedOne.Passkey.SignCount, checkedOne.Passkey.IsBackedUp, context.RequestAborted);
        }

        await options.Entrance.RefusePasskey(id, context.RequestAborted);
        return new SignInRefused(SignInRefusal.UnknownPasskey);
    }

    /// <param name="purpose">Whose session or opened link it is for.</param>
    public async Task<Asked> AskForNew(HttpContext context, string officer, string purpose)
    {
        var owner = store.Concern(officer);
        var name = $"{officer} ({options.Party})";
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = owner.Id, Name = name, DisplayName = name }, context);
        return new Asked(challenges.Keep(purpose, made.AttestationState ?? ""), made.CreationOptionsJson);
    }

    /// <summary>What adds the passkey that the browser has made; null when it is not what was asked for.</summary>
    public async Task<AddPasskey?> New(HttpContext context, string officer, string purpose, IFormCollection form)
    {
        var credential = form["credential"].ToString();
        if (challenges.Take(purpose, form["key"].ToString()) is not { } state || IdIn(credential) is null)
            return null;
        store.Concern(officer);
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = state });
        return made.Succeeded
            ? new AddPasskey(
                made.Passkey.CredentialId, made.Passkey.PublicKey, made.Passkey.SignCount, form["name"].ToString().Trim(), made.Passkey.Transports, made.Passkey.IsUserVerified,
                made.Passkey.IsBackupEligible, made.Passkey.IsBackedUp)
            : null;
    }

    // Before a TLS proxy the scheme here is not that of the page; a browser offers passkeys over HTTPS, and over HTTP to this machine alone.
    private static bool IsOurs(string origin, string host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Host, host, StringComparison.OrdinalIgnoreCase) &&
        (from.Scheme == Uri.UriSchemeHttps || (from.Scheme == Uri.UriSchemeHttp && IsThisMachine(host)));

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static byte[]? IdIn(string credential)
    {
        if (credential.Length is 0 or > Bounds.CredentialLength)
            return null;
        try
        {
            using var json = JsonDocument.Parse(credential);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String &&
                Base64Url.IsValid(id.GetString()) ? Base64Url.DecodeFromChars(id.GetString()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
