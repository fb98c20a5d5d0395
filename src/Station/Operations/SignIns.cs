using System.Globalization;
using Parley.Control;
using Parley.Control.Officers;
using Parley.Station.Entrance;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>Who is let in, and what he may do with what let him in.</summary>
internal static class SignIns
{
    /// <summary>What bars an officer from an operation, whatever his roles; null: nothing does.</summary>
    public static (Refusal Why, string Detail)? Bars(OperationContext context, Operation operation)
    {
        var (actor, memory) = (context.Actor, context.Memory);
        memory.Officers.TryGetValue(actor.Name, out var officer);
        // Signed in before something that this very loop has done since.
        if (officer is { Revoked: true })
            return (Refusal.NotSignedIn, $"{actor.Name} was revoked.");
        if (actor.By is { } means && (officer is null || !new Enrolled(officer, memory.SignInOf(actor.Name)).Has(means, context.Step.Now)))
            return (Refusal.NotSignedIn, $"What {actor.Name} signed in with is no longer good. Sign in anew.");
        return actor.By switch
        {
            Means.SignInLink when !IsEnrolling(operation) && operation is not WhoAmI =>
                (Refusal.SignInTooWeak, "A sign-in link is good for one passkey or one PIN. Sign in with that."),
            Means.Token when IsEnrolling(operation) =>
                (Refusal.SignInTooWeak, "A token alone sets up no passkey and no PIN. Ask an admin for a sign-in link."),
            _ => null,
        };
    }

    /// <summary>Whether it sets up something to sign in with: whoever has stolen a token must not be able to.</summary>
    private static bool IsEnrolling(Operation operation) => operation is AddPasskey or SetPin;

    /// <summary>What an officer signs in with is this from now on.</summary>
    public static void Save(Step step, string officer, SignInState state)
    {
        if (!state.IsNothing)
        {
            step.Memory.SignIns[officer] = state;
            step.Put(DocumentKind.SignIn, officer, state.Encode());
        }
        else if (step.Memory.SignIns.Remove(officer))
        {
            step.Remove(DocumentKind.SignIn, officer);
        }
    }

    /// <summary>After something was set up: the link by which that was done is used up.</summary>
    public static void SaveEnrolled(OperationContext context, SignInState state) =>
        Save(context.Step, context.Actor.Name, context.Actor.By is Means.SignInLink ? state with { Link = null } : state);

    /// <summary>Of everybody who comes and goes.</summary>
    public static object Take(Step step, Asks asks)
    {
        switch (asks)
        {
            case SignsIn signs:
                return SignIn(step, signs);
            case SignsOut signs:
                step.Officer = signs.Officer;
                step.Journal(JournalAct.SignedOut, note: $"by {signs.Means.Words}");
                return Nothing.Value;
            case SignInFailed failed:
                step.Journal(JournalAct.SignInRefused, note: failed.Note);
                return Nothing.Value;
            default:
                throw new InvalidOperationException($"nobody takes {asks.GetType().Name}");
        }
    }

    private static object SignIn(Step step, SignsIn signs)
    {
        var state = step.Memory.SignInOf(signs.Officer);
        // It was good when it was looked up; the loop may have done something since.
        if (!step.Memory.Officers.TryGetValue(signs.Officer, out var officer) || !new Enrolled(officer, state).Has(signs.Means, step.Now))
        {
            step.Journal(JournalAct.SignInRefused, note: $"{signs.Officer}, {signs.Means.Words}: no longer good");
            return signs.Means switch
            {
                Means.SignInLink => SignInRefusal.LinkOver,
                Means.Passkey => SignInRefusal.UnknownPasskey,
                _ => SignInRefusal.WrongTokenOrPin,
            };
        }

        if (signs is { Means: Means.Passkey(var id), Use: { } use } && !Used(step, signs.Officer, state, state.Find(id)!, use))
            return SignInRefusal.CounterWentBack;
        step.Officer = signs.Officer;
        step.Journal(JournalAct.SignedIn, note: $"by {signs.Means.Words}");
        return Nothing.Value;
    }

    /// <summary>Keeps what the assertion said; false when its counter is not above the last one, where the device counts at all (WebAuthn Level 3, section 6.1.1).</summary>
    private static bool Used(Step step, string officer, SignInState state, PasskeyState passkey, PasskeyUse use)
    {
        if ((use.SignCount != 0 || passkey.SignCount != 0) && use.SignCount <= passkey.SignCount)
        {
            step.Journal(JournalAct.SignInRefused, note: string.Create(
                CultureInfo.InvariantCulture,
                $"{officer}, passkey {PasskeyState.Short(passkey.Id)}: counter {use.SignCount} is not above {passkey.SignCount}; there may be a copy"));
            step.Note(ChangeKind.Warning, text: $"the counter of a passkey of {officer} went back: there may be a copy of it");
            return false;
        }

        var used = passkey with { SignCount = use.SignCount, IsBackedUp = use.IsBackedUp, LastUsed = step.Now };
        Save(step, officer, state with { Passkeys = [.. state.Passkeys.Select(p => p.Id == passkey.Id ? used : p)] });
        return true;
    }
}
