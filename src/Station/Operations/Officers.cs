using System.Buffers.Text;
using Parley.Control;
using Parley.Control.Officers;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>Who may do what at this station.</summary>
internal static class Officers
{
    private const int SecretBytes = 32;

    public static Outcome<OfficerToken> Add(OperationContext context, AddOfficer operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (!IsName(operation.Name))
            return new Refused<OfficerToken>(Refusal.Malformed, "A name has 1 to 64 letters, digits, dots, hyphens or underscores.");
        if (operation.Roles == Roles.None)
            return new Refused<OfficerToken>(Refusal.Malformed, "Give the officer at least one role.");
        if (memory.Officers.TryGetValue(operation.Name, out var known) && !known.Revoked)
            return new Refused<OfficerToken>(Refusal.OfficerExists, $"{operation.Name} is an officer already. Revoke first to give a new token.");
        if (memory.Officers.Count >= Bounds.Officers)
            return new Refused<OfficerToken>(Refusal.TooMany, "The station holds as many officers as it can.");
        var token = NewSecret(memory);
        Save(step, new OfficerState(operation.Name, operation.Roles, OfficerState.HashOf(token), step.Now, false));
        step.Journal(JournalAct.OfficerAdded, note: $"{operation.Name}: {operation.Roles}");
        step.Note(ChangeKind.Officer, text: $"added {operation.Name}");
        var link = SignInLinks.New(step, operation.Name);
        return new Done<OfficerToken>(new OfficerToken(operation.Name, operation.Roles, token, link.Code, link.Until));
    }

    public static Outcome<Nothing> Revoke(OperationContext context, RevokeOfficer operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (!memory.Officers.TryGetValue(operation.Name, out var officer))
            return new Refused<Nothing>(Refusal.UnknownOfficer, $"There is no officer {operation.Name}. 'officer list' names them.");
        if (!officer.Revoked)
        {
            Save(step, officer with { Revoked = true });
            SignIns.Save(step, operation.Name, SignInState.Nothing);
            CharterWishes.Forget(step, operation.Name);
            Writing.Void(step, operation.Name);
            step.Journal(JournalAct.OfficerRevoked, note: operation.Name);
            step.Note(ChangeKind.Officer, text: $"revoked {operation.Name}");
        }

        return new Done<Nothing>(Nothing.Value);
    }

    public static Outcome<IReadOnlyList<OfficerView>> List(OperationContext context) =>
        new Done<IReadOnlyList<OfficerView>>([.. context.Memory.Officers.Values.Select(o => View(context.Memory, o))]);

    public static Outcome<OfficerView> Me(OperationContext context) => new Done<OfficerView>(
        context.Memory.Officers.TryGetValue(context.Actor.Name, out var officer)
            ? View(context.Memory, officer)
            : new OfficerView(context.Actor.Name, context.Actor.Roles, context.Step.Now.ToDateTimeOffset(), false));

    /// <summary>32 random bytes in base64url.</summary>
    internal static string NewSecret(StationMemory memory)
    {
        Span<byte> random = stackalloc byte[SecretBytes];
        memory.Suite.FillRandom(random);
        return Base64Url.EncodeToString(random);
    }

    private static void Save(Step step, OfficerState officer)
    {
        step.Memory.Officers[officer.Name] = officer;
        step.Put(DocumentKind.Officer, officer.Name, officer.Encode());
    }

    private static OfficerView View(StationMemory memory, OfficerState officer)
    {
        var by = memory.SignInOf(officer.Name);
        return new OfficerView(officer.Name, officer.Roles, officer.Since.ToDateTimeOffset(), officer.Revoked, by.Pin is not null, by.Passkeys.Count);
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= Parley.Lines.Bounds.OfficerNameLength && name is not "owner" &&
        name.All(static c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_');
}
