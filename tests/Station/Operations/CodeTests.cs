using Parley.Control;
using Parley.Control.Codes;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Voice;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using Parley.Station.Operations;

namespace Parley.Station.Tests.Operations;

/// <summary>Code messages: written, released by their class, read in each reader's language, and shown raw where they cannot be rendered.</summary>
public sealed class CodeTests
{
    private static readonly BlankInput[] Blanks = [new("boats", "3"), new("place", "Gull Bay"), new("until", "2026-11-22T12:00Z")];

    [Fact]
    public void A_code_of_one_officer_leaves_at_once_and_is_read_in_full_in_the_readers_language()
    {
        var (astra, boreal) = Books.Agreed();
        var sent = astra.Do(new SendCode("coded", 7, [], Precedence.Immediate));
        Assert.Equal(("A test.", "en", 7, true), (sent.Text, sent.Language, sent.Code!.Number, sent.Code.Unchecked));
        Desk.Settle(astra, boreal);

        var there = boreal.Do(new ReadEntry("coded", sent.Released!, "ru"));
        Assert.Equal((EntryKind.Code, "Проба.", "ru", "Проба"), (there.Kind, there.Text, there.Language, there.Code!.Title));
        Assert.Equal(Books.One.Named().ToString(), there.Code.Codebook);
        Assert.Equal("Проба.", boreal.Do(new ReadTranscript("coded", Language: "ru")).Entries.Single(e => e.Kind == EntryKind.Code).Text);
        Assert.True(astra.Do(new ReadEntry("coded", sent.Released!)).Receipts.Single().Received);
    }

    [Fact]
    public void What_binds_the_party_waits_for_as_many_officers_as_the_charter_asks_for()
    {
        var (astra, boreal) = Books.Agreed();
        var send = new SendCode("coded", 21, Blanks, Precedence.Immediate);
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(send, "rao", Roles.Watch));
        Assert.IsType<Done<DraftView>>(astra.Ask(new SendCode("coded", 7, [], Precedence.Immediate), "rao", Roles.Watch));
        var draft = astra.Do(send);
        Assert.Equal((null, 2), (draft.Released, draft.ApprovalsNeeded));
        Assert.Equal("Boats: 3. At “Gull Bay” until 2026-11-22 12:00:00 UTC.", draft.Text);
        var released = astra.Do(new ApproveDraft(draft.Id, draft.Revision), "bob");
        Desk.Settle(astra, boreal);

        var there = boreal.Do(new ReadEntry("coded", released.Released!));
        Assert.Equal([("until", "2026-11-22 12:00:00 UTC"), ("place", "“Gull Bay”"), ("boats", "3")], there.Code!.Blanks.Select(b => (b.Name, b.Value)));
        var drafted = astra.Do(new DraftCode("coded", 7, [], Precedence.Routine, Language: "ru"));
        Assert.Equal(("Проба.", 0), (drafted.Text, drafted.ApprovedBy.Count));
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name_and_both_versions_are_named()
    {
        var (astra, _) = Books.Agreed();
        astra.Hold(Books.Two);
        Refusal Send(int code, params BlankInput[] blanks) => astra.Refusal(new SendCode("coded", code, blanks, Precedence.Immediate));

        Assert.Equal(Refusal.UnknownCode, Send(9));
        Assert.Equal(Refusal.BlanksWrong, Send(7, new BlankInput("boats", "3")));
        Assert.Equal(Refusal.BlanksWrong, Send(21));
        Assert.Equal(Refusal.BlanksWrong, Send(21, [.. Blanks, Blanks[0]]));
        Assert.Equal(Refusal.BlanksWrong, Send(21, Blanks[0], Blanks[1], new("until", "noon")));
        Assert.Equal(Refusal.BlanksWrong, Send(21, new("boats", "100"), Blanks[1], Blanks[2]));
        Assert.Equal(Refusal.UnknownCodebook, astra.Refusal(new SendCode("hot", 7, [], Precedence.Immediate)));
        Assert.Equal(Refusal.UnknownCodebook, astra.Refusal(new SendCode("coded", 7, [], Precedence.Immediate, "sample/9")));
        var differs = Assert.IsType<Refused<DraftView>>(astra.Ask(new SendCode("coded", 7, [], Precedence.Immediate, "sample/2")));
        Assert.Equal(Refusal.CodebookDiffers, differs.Why);
        Assert.Contains("sample version 2", differs.Detail, StringComparison.Ordinal);
        Assert.Contains("sample version 1", differs.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_a_message_is_that_of_words_of_ours_and_is_regarded()
    {
        var (astra, boreal) = Books.Agreed();
        var first = astra.Do(new SendCode("coded", 7, [], Precedence.Flash)).Released!;
        Desk.Settle(astra, boreal);
        var theirs = boreal.Do(new SendCode("coded", 7, [], Precedence.Flash)).Released!;
        Desk.Settle(astra, boreal);
        var number = MessageNumber.Of(EntryRef.Parse(first)!.Value).ToString();

        var sent = astra.Do(new SendCode("coded", 48, [new("number", number)], Precedence.Flash));
        Desk.Settle(astra, boreal);
        Assert.Equal([first], sent.Regards);
        Assert.Equal($"Disregard {number}.", boreal.Do(new ReadEntry("coded", sent.Released!)).Text);
        Assert.IsType<Done<DraftView>>(astra.Ask(new SendCode("coded", 48, [new("number", first)], Precedence.Flash)));
        foreach (var wrong in new[] { "U99", "12", theirs, "U0", MessageNumber.Of(EntryRef.Parse(theirs)!.Value).ToString() })
            Assert.Equal(Refusal.RegardsUnknown, astra.Refusal(new SendCode("coded", 48, [new("number", wrong)], Precedence.Flash)));
    }

    [Fact]
    public void A_draft_whose_codebook_the_charter_has_left_does_not_leave()
    {
        var (astra, boreal) = Books.Agreed();
        astra.Hold(Books.Two);
        boreal.Hold(Books.Two);
        var draft = astra.Do(new SendCode("coded", 21, Blanks, Precedence.Immediate));
        astra.Do(new AmendLine("coded", new TermsView(Codebook: "sample/2")));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("coded"));
        Desk.Settle(astra, boreal);

        var refused = Assert.IsType<Refused<DraftView>>(astra.Ask(new ApproveDraft(draft.Id, draft.Revision), "bob"));
        Assert.Equal(Refusal.CodebookDiffers, refused.Why);
        Assert.Contains("sample version 1", refused.Detail, StringComparison.Ordinal);
        Assert.Contains("sample version 2", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_said_under_an_older_charter_is_read_by_its_codebook()
    {
        var (astra, boreal) = Books.Agreed();
        var sent = astra.Do(new SendCode("coded", 7, [], Precedence.Immediate)).Released!;
        astra.Hold(Books.Two);
        boreal.Hold(Books.Two);
        astra.Do(new AmendLine("coded", new TermsView(Codebook: "sample/2")));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("coded"));
        Desk.Settle(astra, boreal);
        Assert.Equal(2, boreal.Line("coded").Fold.InForce.Count);
        Assert.Equal("A test.", boreal.Do(new ReadEntry("coded", sent)).Text);
    }

    /// <summary>A peer's program may send anything: number and blanks are shown with the reason, and nothing fails.</summary>
    [Fact]
    public void What_breaks_the_rules_is_shown_raw_with_the_reason()
    {
        var (astra, boreal) = Books.Agreed();
        string Why(CodeContent content, string line = "coded", string? language = null)
        {
            var code = CodeReading.Of(astra.Memory, astra.Line(line), language).Read(content, boreal.Party, [], 1);
            Assert.Equal(content.Number, code.Code!.Number);
            Assert.Equal(content.Blanks.Count, code.Code.Blanks.Count);
            Assert.StartsWith($"CODE {content.Number}, without its text", code.Text, StringComparison.Ordinal);
            return code.Code.NotRendered!;
        }

        var good = Books.One.Fill(7, [], out _)!;
        Assert.Contains("no code 8", Why(good with { Number = 8 }), StringComparison.Ordinal);
        Assert.Contains("'x'", Why(good with { Blanks = [new("x", new CountValue(1))] }), StringComparison.Ordinal);
        Assert.Contains("sample version 2", Why(good with { Codebook = Books.Two.Named() }), StringComparison.Ordinal);
        Assert.Contains("sample version 1", Why(good with { Codebook = Books.Two.Named() }), StringComparison.Ordinal);
        Assert.Contains("names no codebook", Why(good, "hot"), StringComparison.Ordinal);
        Assert.Contains("no language 'zh'", Why(good, language: "zh"), StringComparison.Ordinal);
        Assert.Contains("not among those", Why(Books.One.Fill(48, [new("number", new MessageValue(new GenerationId(1), Lane.Urgent, 3))], out _)!), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_codebook_that_is_lost_here_number_and_blanks_remain()
    {
        var (astra, boreal) = Books.Agreed();
        var sent = astra.Do(new SendCode("coded", 7, [], Precedence.Immediate)).Released!;
        Desk.Settle(astra, boreal);
        boreal.Memory.Codebooks = [];

        var there = boreal.Do(new ReadEntry("coded", sent));
        Assert.Contains("not at this station", there.Code!.NotRendered, StringComparison.Ordinal);
        Assert.Equal((7, Readability.Readable), (there.Code.Number, there.Readable));
        Assert.Equal(Refusal.UnknownCodebook, boreal.Refusal(new SendCode("coded", 7, [], Precedence.Immediate)));
    }

    [Fact]
    public void The_same_key_sends_a_code_once()
    {
        var (astra, _) = Books.Agreed();
        var send = new SendCode("coded", 7, [], Precedence.Immediate) { Key = "once" };
        Assert.Equal(astra.Do(send).Released, astra.Do(send).Released);
    }

    [Fact]
    public void Words_are_read_out_in_lines_with_groups_and_a_code_as_number_and_values()
    {
        var (astra, boreal) = Books.Agreed();
        var draft = astra.Do(new SendCode("coded", 21, Blanks, Precedence.Immediate));
        var entry = astra.Do(new ApproveDraft(draft.Id, draft.Revision), "bob").Released!;
        Desk.Settle(astra, boreal);
        var (here, there) = (astra.Do(new ReadOutEntry("coded", entry)), boreal.Do(new ReadOutEntry("coded", entry)));
        Assert.Equal(["21", "2026-11-22 12:00:00 UTC", "“Gull Bay”", "3"], here.Lines.Select(l => l.Words));
        Assert.Equal(here.Lines, there.Lines);
        Assert.Equal(here.Closing, there.Closing);
        Assert.Null(here.Language);

        var full = boreal.Do(new ReadOutEntry("coded", entry, "ru"));
        Assert.Equal("ru", full.Language);
        Assert.Contains("Gull Bay", string.Concat(full.Lines.Select(l => l.Words)), StringComparison.Ordinal);
        var text = astra.Say("One line, and another that is longer than forty signs.", line: "hot").Released!;
        Assert.Equal(2, astra.Do(new ReadOutEntry("hot", text)).Lines.Count);
        Assert.Equal(Refusal.UnknownEntry, astra.Refusal(new ReadOutEntry("hot", "nothing")));
    }
}
