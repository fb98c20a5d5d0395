using System.Globalization;
using Parley.Control;
using Parley.Control.Officers;
using Parley.Crypto;
using Parley.Station.Operations;
using Parley.Station.State;

namespace Parley.Station.Entrance;

/// <summary>The entrance of a running station. Looks things up beside the loop, stretches PINs on threads of their own, and lets the loop decide and write.</summary>
internal sealed class HostEntrance(StationHost host, Suite random, int pinIterations) : IEntrance
{
    private readonly PinTries tries = new();
    private readonly RefusedSignIns refusals = new();
    private readonly TaskScheduler stretching = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Bounds.PinsAtOnce).ConcurrentScheduler;
    private int waiting;

    public IControl? ByToken(string token)
    {
        if (token.Length > Control.Bounds.TokenLength)
            return null;
        var means = new Means.Token(OfficerState.HashOf(token));
        return host.Book.By(means) is { } enrolled ? new HostFace(host, enrolled.Officer.Name, means) : null;
    }

    public async Task<SignIn> ByTokenAndPin(string token, string pin, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var means = new Means.TokenAndPin(OfficerState.HashOf(token.Length > Control.Bounds.TokenLength ? "" : token));
        if (host.Book.By(means) is not { } enrolled)
            return await Refuse("", "wrong token", SignInRefusal.WrongTokenOrPin);
        var name = enrolled.Officer.Name;
        if (enrolled.SignIn.Pin is not { } hash)
            return await Refuse(name, "token and PIN: no PIN is set", SignInRefusal.NoPin);
        if (tries.Begin(name, host.Now) is { } until)
        {
            await Refuse(name, "token and PIN: must wait", SignInRefusal.WrongTokenOrPin);
            return new MustWait(until.ToDateTimeOffset());
        }

        if (!Pins.IsPin(pin) || !await Stretch(() => hash.Fits(pin), cancel))
            return await Refuse(name, "token and PIN: wrong PIN", SignInRefusal.WrongTokenOrPin);
        tries.Reset(name);
        return await Enter(name, means);
    }

    public async Task<SignIn> ByLink(string code, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var means = new Means.SignInLink(OpenLink.HashOf(code.Length > Control.Bounds.SignInCodeLength ? "" : code));
        if (host.Book.By(means) is { } enrolled && enrolled.Has(means, host.Now))
            return await Enter(enrolled.Officer.Name, means);
        return await Refuse("", "sign-in link unknown, used or too old", SignInRefusal.LinkOver);
    }

    public async Task<SignIn> ByPasskey(byte[] credentialId, long signCount, bool isBackedUp, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var means = new Means.Passkey(PasskeyState.IdOf(credentialId));
        if (host.Book.By(means) is { } enrolled)
            return await Enter(enrolled.Officer.Name, means, new PasskeyUse(signCount, isBackedUp));
        return await Refuse("", "unknown passkey", SignInRefusal.UnknownPasskey);
    }

    public Task RefusePasskey(byte[] credentialId, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var means = new Means.Passkey(PasskeyState.IdOf(credentialId));
        return host.Book.By(means) is { } enrolled
            ? Refuse(enrolled.Officer.Name, $"{means.Words}: its assertion does not verify", SignInRefusal.UnknownPasskey)
            : Refuse("", "unknown passkey", SignInRefusal.UnknownPasskey);
    }

    public IReadOnlyList<PasskeyRecord> PasskeysOf(string officer) =>
        host.Book.Named(officer) is { } enrolled ? [.. enrolled.SignIn.Passkeys.Select(p => p.Record(officer))] : [];

    public PasskeyRecord? Passkey(byte[] credentialId)
    {
        var id = PasskeyState.IdOf(credentialId);
        return host.Book.By(new Means.Passkey(id)) is { } enrolled ? enrolled.SignIn.Find(id)?.Record(enrolled.Officer.Name) : null;
    }

    /// <summary>What the loop gets of an operation: of a PIN its hash alone, and none when it is not one or may not be set by this actor, so that nothing is stretched in
    /// vain.</summary>
    public async Task<(Operation Operation, PinHash? Pin)> Stretched(Operation operation, Actor actor, CancellationToken cancel)
    {
        if (operation is not SetPin(var pin))
            return (operation, null);
        var hash = actor.By is null or Means.Token || !Pins.IsPin(pin) ? null : await Stretch(() => PinHash.Of(pin, random, pinIterations), cancel);
        return (new SetPin("") { Key = operation.Key }, hash);
    }

    public void PinChanged(string officer) => tries.Reset(officer);

    private async Task<SignIn> Enter(string officer, Means means, PasskeyUse? use = null) =>
        await host.Ask(answer => new SignsIn(officer, means, use, answer), changesBook: use is not null) is SignInRefusal refused
            ? new SignInRefused(refused)
            : new SignedIn(new HostFace(host, officer, means));

    private async Task<SignIn> Refuse(string officer, string what, SignInRefusal why)
    {
        if (refusals.Next(officer, host.Now) is { } unwritten)
        {
            var note = officer.Length == 0 ? what : $"{officer}, {what}";
            if (unwritten > 0)
                note += string.Create(CultureInfo.InvariantCulture, $"; and {unwritten} refusals before it that are not written");
            await host.Ask(answer => new SignInFailed(note, answer));
        }

        return new SignInRefused(why);
    }

    /// <exception cref="ControlFault">Too many wait.</exception>
    private Task<T> Stretch<T>(Func<T> work, CancellationToken cancel)
    {
        if (Interlocked.Increment(ref waiting) > Bounds.PinsWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new ControlFault("The station has too much to do. Try again.");
        }

        T Counted()
        {
            try
            {
                return work();
            }
            finally
            {
                Interlocked.Decrement(ref waiting);
            }
        }

        return Task.Factory.StartNew(Counted, CancellationToken.None, TaskCreationOptions.DenyChildAttach, stretching).WaitAsync(cancel);
    }
}
