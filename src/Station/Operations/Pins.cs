using Parley.Control;
using Parley.Station.Journals;
using Limits = Parley.Control.Bounds;

namespace Parley.Station.Operations;

/// <summary>PINs, of which nothing here ever sees one: they are stretched before the loop.</summary>
internal static class Pins
{
    /// <summary>Whether it has the form of a PIN.</summary>
    public static bool IsPin(string text) =>
        text.Length is >= Limits.PinLeastLength and <= Limits.PinMostLength && !text.Any(char.IsControl) &&
        text.EnumerateRunes().All(static r => r != System.Text.Rune.ReplacementChar);

    public static Outcome<Nothing> Set(OperationContext context)
    {
        var (memory, step, name) = (context.Memory, context.Step, context.Actor.Name);
        if (!memory.Officers.ContainsKey(name))
            return new Refused<Nothing>(Refusal.UnknownOfficer, $"{name} is no officer, and signs in nowhere.");
        if (context.Pin is not { } pin)
            return new Refused<Nothing>(Refusal.Malformed, $"A PIN has {Limits.PinLeastLength} to {Limits.PinMostLength} characters.");
        SignIns.SaveEnrolled(context, memory.SignInOf(name) with { Pin = pin });
        step.Journal(JournalAct.PinSet);
        step.Note(ChangeKind.Officer, text: $"{name} has set a PIN");
        return new Done<Nothing>(Nothing.Value);
    }
}
