using Parley.Control;
using Parley.Control.Officers;
using Parley.Station.Journals;
using Parley.Station.State;
using Limits = Parley.Control.Bounds;

namespace Parley.Station.Operations;

/// <summary>Passkeys of officers.</summary>
internal static class Passkeys
{
    public static Outcome<PasskeyView> Add(OperationContext context, AddPasskey operation)
    {
        var (memory, step, name) = (context.Memory, context.Step, context.Actor.Name);
        if (!memory.Officers.ContainsKey(name))
            return Refuse<PasskeyView>(Refusal.UnknownOfficer, $"{name} is no officer, and signs in nowhere.");
        if (Fault(operation) is { } fault)
            return Refuse<PasskeyView>(Refusal.Malformed, fault);
        var (state, id) = (memory.SignInOf(name), PasskeyState.IdOf(operation.CredentialId));
        if (state.Find(id) is { } known && known.PublicKey.AsSpan().SequenceEqual(operation.PublicKey))
            return new Done<PasskeyView>(known.View());
        if (memory.SignIns.Values.Any(s => s.Find(id) is not null))
            return Refuse<PasskeyView>(Refusal.PasskeyExists, "This passkey is an officer's already. Make a new one.");
        if (state.Passkeys.Count >= Limits.Passkeys)
            return Refuse<PasskeyView>(Refusal.TooMany, $"An officer has at most {Limits.Passkeys} passkeys. Remove one first.");
        var passkey = new PasskeyState(
            operation.CredentialId, operation.PublicKey, operation.SignCount, operation.Name, operation.Transports ?? [], operation.IsUserVerified,
            operation.IsBackupEligible, operation.IsBackedUp, step.Now, null);
        SignIns.SaveEnrolled(context, state with { Passkeys = [.. state.Passkeys, passkey] });
        step.Journal(JournalAct.PasskeyAdded, note: PasskeyState.Short(id));
        step.Note(ChangeKind.Officer, text: $"{name} has added a passkey");
        return new Done<PasskeyView>(passkey.View());
    }

    public static Outcome<Nothing> Remove(OperationContext context, RemovePasskey operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (Whose(context, operation.Officer, out var name) is var (why, detail))
            return Refuse<Nothing>(why, detail);
        var state = memory.SignInOf(name);
        var found = state.Passkeys.Where(p => p.Id.StartsWith(operation.Passkey, StringComparison.Ordinal)).ToList();
        if (operation.Passkey.Length == 0 || (state.Find(operation.Passkey) ?? (found.Count == 1 ? found[0] : null)) is not { } passkey)
            return Refuse<Nothing>(Refusal.UnknownPasskey, $"{name} has no such passkey, or several whose ids begin so. 'officer passkeys' shows them.");
        SignIns.Save(step, name, state with { Passkeys = [.. state.Passkeys.Where(p => p.Id != passkey.Id)] });
        step.Journal(JournalAct.PasskeyRemoved, note: $"{PasskeyState.Short(passkey.Id)} of {name}");
        step.Note(ChangeKind.Officer, text: $"a passkey of {name} was removed");
        return new Done<Nothing>(Nothing.Value);
    }

    public static Outcome<IReadOnlyList<PasskeyView>> List(OperationContext context, ListPasskeys operation) =>
        Whose(context, operation.Officer, out var name) is var (why, detail)
            ? Refuse<IReadOnlyList<PasskeyView>>(why, detail)
            : new Done<IReadOnlyList<PasskeyView>>([.. context.Memory.SignInOf(name).Passkeys.Select(static p => p.View())]);

    private static (Refusal Why, string Detail)? Whose(OperationContext context, string? officer, out string name)
    {
        name = officer ?? context.Actor.Name;
        if (name != context.Actor.Name && (context.Actor.Roles & Roles.Admin) == 0)
            return (Refusal.NotAllowed, $"Only an admin sees or removes passkeys of others; {context.Actor.Name} has {context.Actor.Roles}.");
        return context.Memory.Officers.ContainsKey(name) ? null : (Refusal.UnknownOfficer, $"There is no officer {name}. 'officer list' names them.");
    }

    private static string? Fault(AddPasskey operation)
    {
        if (operation.CredentialId.Length is < Limits.CredentialIdLeastSize or > Limits.CredentialIdSize)
            return $"A credential id has {Limits.CredentialIdLeastSize} to {Limits.CredentialIdSize} bytes.";
        if (operation.PublicKey.Length is 0 or > Limits.PasskeyPublicKeySize)
            return $"A passkey's public key has 1 to {Limits.PasskeyPublicKeySize} bytes.";
        if (operation.SignCount is < 0 or > uint.MaxValue)
            return "A signature counter is 0 to 2^32-1.";
        if (operation.Name.Length is 0 or > Limits.PasskeyNameLength || operation.Name.Trim() != operation.Name || operation.Name.Any(char.IsControl))
            return $"A passkey's name has 1 to {Limits.PasskeyNameLength} characters on one line.";
        return operation.Transports is { } ways && (ways.Count > Limits.Transports || !ways.All(IsTransport))
            ? $"A passkey has at most {Limits.Transports} transports, each a name of a-z, 0-9 and dash."
            : null;
    }

    private static bool IsTransport(string way) =>
        way.Length is > 0 and <= Limits.TransportLength && way.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static Refused<TAnswer> Refuse<TAnswer>(Refusal why, string detail) => new(why, detail);
}
