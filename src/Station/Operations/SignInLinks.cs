using Parley.Control;
using Parley.Control.Officers;
using Parley.Station.Journals;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>Links by which an officer sets up the first thing to sign in with.</summary>
internal static class SignInLinks
{
    public static Outcome<SignInLink> Make(OperationContext context, MakeSignInLink operation)
    {
        if (!context.Memory.Officers.TryGetValue(operation.Name, out var officer) || officer.Revoked)
            return new Refused<SignInLink>(Refusal.UnknownOfficer, $"There is no officer {operation.Name}. 'officer list' names them.");
        var link = New(context.Step, operation.Name);
        context.Step.Note(ChangeKind.Officer, text: $"a sign-in link was made for {operation.Name}");
        return new Done<SignInLink>(link);
    }

    /// <summary>In place of the one before.</summary>
    public static SignInLink New(Step step, string officer)
    {
        var code = Officers.NewSecret(step.Memory);
        var until = step.Now + Control.Bounds.SignInLinkLife;
        SignIns.Save(step, officer, step.Memory.SignInOf(officer) with { Link = new OpenLink(OpenLink.HashOf(code), until) });
        step.Journal(JournalAct.SignInLinkMade, note: officer);
        return new SignInLink(officer, code, until.ToDateTimeOffset());
    }
}
