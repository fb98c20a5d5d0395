using Parley.Lines.Service;

namespace Parley.Station.Operations;

/// <summary>Service messages in words.</summary>
internal static class ServiceWords
{
    public static string Of(ServiceContent service) => service switch
    {
        MaintenanceService window => $"MAINTENANCE of {Of(window)} from {EntryText.Clock(window.Begins)} until {EntryText.Clock(window.Ends)}.",
        MaintenanceOverService => "MAINTENANCE is over.",
        CircuitsService circuits => $"CIRCUITS as our station has them: {Of(circuits)}.",
        ResendService resend => $"PLEASE SEND AGAIN: {resend.Entry} of line {resend.Line} cannot be read here.",
        PresenceService => "IS ANYBODY THERE?",
        ExplanationService why => $"WE WERE SILENT{(why.Line is { } line ? $" on line {line}" : "")} from {EntryText.Clock(why.Begins)} until " +
            $"{EntryText.Clock(why.Ends)}: {Of(why.Cause)}.",
        AnswerService answer => $"ANSWER: {Of(answer.Answer)}.",
        _ => "",
    };

    public static string Of(MaintenanceService window) => window.Scope switch
    {
        ServiceScope.Station => "the whole station",
        ServiceScope.Line => $"line {window.Name}",
        _ => $"circuit {window.Name}",
    };

    public static string Of(ServiceCause cause) => cause switch
    {
        ServiceCause.DeskUnattended => "nobody was at the desk",
        ServiceCause.ToldNotToAnswer => "we had been told not to answer",
        ServiceCause.LocalFault => "what the desk works with had failed",
        _ => "something that several lines hang on had failed",
    };

    public static string Of(ServiceAnswer answer) => answer switch
    {
        ServiceAnswer.Present => "an officer is here",
        ServiceAnswer.Resent => "it was sent again",
        _ => "it cannot be sent again",
    };

    private static string Of(CircuitsService circuits) => circuits.Circuits.Count == 0
        ? "none"
        : string.Join(", ", circuits.Circuits.Select(c => $"{c.Name} {(c.IsOpen ? "open" : "not open")}"));
}
