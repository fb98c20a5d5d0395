using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control.Messages;
using Parley.Lines.Entries;

namespace Parley.Cli.Commands;

/// <summary><c>parley draft</c>, <c>drafts</c>, <c>approve</c> and <c>discard</c>: words before they leave.</summary>
internal static class DraftCommands
{
    private static readonly Argument<string> Draft = new("DRAFT") { Description = "The draft, as 'parley drafts' shows it." };

    private static readonly Option<string?> Revision = new("--revision")
    {
        Description = "The revision that you have read, as 'parley drafts' shows it. Without it the draft is shown and you are " +
            "asked.",
        HelpName = "HASH",
    };

    private static readonly Option<string?> Line = new("--line") { Description = "Drafts of this line only.", HelpName = "LINE" };

    public static Command BuildDraft() =>
        new Command("draft", "Write a draft. It leaves when as many officers as the line asks for have approved it.").Does(
            [Common.Directory, .. MessageOptions.All, Common.TokenFile, Common.Json], Write).NeedsText();

    public static Command BuildDrafts() =>
        new Command("drafts", "Drafts that wait for approval.")
            .Does([Common.Directory, Line, Common.TokenFile, Common.Json], List);

    public static Command BuildApprove() =>
        new Command("approve", "Approve a draft exactly as shown. With the last approval it leaves.").Does(
            [Common.Directory, Draft, Revision, Common.TokenFile, Common.Json], Approve);

    public static Command BuildDiscard() =>
        new Command("discard", "Throw a draft away.").Does([Common.Directory, Draft, Common.TokenFile], Discard);

    /// <summary>A draft for people; each line of one on an exercise line says so.</summary>
    public static void Show(Screen screen, DraftView draft)
    {
        void Say(string text, Tint tint = Tint.Plain) => screen.Line(TranscriptText.Mark(draft.Mode) + text, tint);
        var test = draft.Status == Status.Test ? "  TEST" : "";
        var language = draft.Language.Length > 0 ? $"({SafeText.Line(draft.Language)}) " : "";
        var tint = draft.Precedence == Precedence.Flash ? Tint.Flash : Tint.Plain;
        Say($"draft {draft.Id} on {SafeText.Line(draft.Line)}: {draft.Precedence.ToString().ToUpperInvariant()}{test}  " +
            $"{language}by {SafeText.Line(draft.Author)}, {TranscriptText.Time(draft.At)}", tint);
        foreach (var line in SafeText.Lines(draft.Text))
            Say("    " + line);
        if (draft.Code is { } code)
        {
            foreach (var line in TranscriptText.Code(code))
                Say(line.Text, line.Tint);
        }

        foreach (var regards in draft.Regards)
            Say($"    regards {SafeText.Line(regards)}");
        if (draft.Supersedes is { } supersedes)
            Say($"    replaces {SafeText.Line(supersedes)}");
        foreach (var addressee in draft.Addressees)
            Say($"    must be acknowledged by {SafeText.Line(addressee)}");
        if (draft.Answer is { } wish)
            Say($"    an answer is asked for by {TranscriptText.Time(wish.By)}, from {SafeText.Line(string.Join(", ", wish.From))}");
        if (draft.OtherSideSpokeSince)
            Say("    THE OTHER SIDE HAS SPOKEN SINCE YOU WERE LAST SHOWN THE LINE: see 'parley read'", Tint.Warning);
        if (draft.SpokenSince is { Count: > 0 } since)
        {
            Say("    THE OTHER SIDE HAS SPOKEN SINCE THE TEXT THAT THIS ANSWERS:", Tint.Warning);
            foreach (var spoken in since)
                Say($"        {SafeText.Line(spoken)}", Tint.Warning);
        }

        if (draft.Released is { } entry)
            Say($"    released as {entry}", Tint.Good);
        else
            Say($"    approved by {draft.ApprovedBy.Count} of {draft.ApprovalsNeeded}: " +
                $"{SafeText.Line(string.Join(", ", draft.ApprovedBy))}{(draft.ApprovedBy.Count >= draft.ApprovalsNeeded ? "; HAS NOT LEFT, it waits to be released" : "")}",
                Tint.Warning);
        Say($"    revision {draft.Revision}", Tint.Quiet);
    }

    private static async Task Write(Invocation invocation)
    {
        var message = await MessageOptions.Read(invocation);
        await using var station = await OpenStation.ToSpeak(invocation);
        var draft = await invocation.Do(station.Control, new DraftMessage(
            message.Line, message.Precedence, message.Language, message.Text, message.Status, message.Regards, message.Supersedes, message.Addressees,
            message.Answer));
        invocation.Show(draft, Show);
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new ListDrafts(invocation.Get(Line))), static (screen, drafts) =>
        {
            foreach (var draft in drafts.OrderBy(d => d.Mode))
                Show(screen, draft);
            if (drafts.Count == 0)
                screen.Line("No draft waits.");
        });
    }

    private static async Task Approve(Invocation invocation)
    {
        var id = invocation.Get(Draft);
        await using var station = await OpenStation.ToSpeak(invocation);
        var revision = invocation.Get(Revision) ?? await Ask(invocation, station, id);
        invocation.Show(await invocation.Do(station.Control, new ApproveDraft(id, revision)), Show);
    }

    private static async Task<string> Ask(Invocation invocation, OpenStation station, string id)
    {
        var drafts = await invocation.Do(station.Control, new ListDrafts());
        var draft = drafts.FirstOrDefault(d => d.Id == id) ??
            throw new CommandFault(ExitCode.Refused, $"no draft {id} waits; see: parley drafts");
        if (!invocation.Terminal.IsInteractive)
            throw new CommandFault(ExitCode.Usage, "nobody can be asked here; say which text you have read with --revision HASH");
        Show(invocation.Screen, draft);
        return invocation.Terminal.Ask("Approve exactly this? Type yes: ") == "yes"
            ? draft.Revision
            : throw new CommandFault(ExitCode.Refused, "not approved; nothing was done");
    }

    private static async Task Discard(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        await invocation.Do(station.Control, new DiscardDraft(invocation.Get(Draft)));
        invocation.Screen.Line($"The draft {invocation.Get(Draft)} is thrown away.");
    }
}
