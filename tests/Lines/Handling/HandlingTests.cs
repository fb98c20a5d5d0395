using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Handling;

public sealed class HandlingTests
{
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly ActionAddressee Centre = new(Boreal, "warning centre");
    private static readonly ActionAddressee Navy = new(Boreal, "navy");
    private static readonly Timestamp Received = Minute(0);

    [Fact]
    public void A_stage_survives_the_wire()
    {
        var entry = new EntryRef(Boreal, new GenerationId(7), Lane.Ordinary, 3);
        HandlingContent[] all =
        [
            new(HandlingStage.Read, Minute(3), "duty officer"),
            new(HandlingStage.Sight, Minute(5), "translator", Language: "ru", Text: "Первый перевод."),
            new(HandlingStage.Relayed, Minute(6), "duty officer", "warning centre", Corrects: entry),
        ];
        Assert.All(all, c => Assert.Equal(c, HandlingContent.From(Content.Parse(c.ToWords().ToContent(Seed).Encode())!)));
        Assert.All(all, c => Assert.Equal(1, c.ToWords().Required(ReleaseRule.Parse("flash=2,immediate=2,message=2")!, Precedence.Immediate)));
    }

    [Theory]
    [InlineData("stage", "shredded")]
    [InlineData("stage", "relayed")]
    [InlineData("at", "yesterday")]
    [InlineData("role", "")]
    [InlineData("role", "a:b")]
    [InlineData("text", "no language")]
    [InlineData("corrects", "nothing")]
    [InlineData("addressee", "navy")]
    public void What_is_no_stage_is_none(string field, string value)
    {
        var sound = new HandlingContent(HandlingStage.Read, Minute(3), "duty officer").ToWords().Fields;
        var fields = sound.Where(f => f.Name != field).Append(ContentField.OfText(field, value)).ToList();
        Assert.Null(HandlingContent.From(Content.Of(Seed, fields)));
    }

    [Fact]
    public void Every_stage_has_a_name_of_its_own() =>
        Assert.All(HandlingStages.All, s => Assert.Equal(s, HandlingStages.Parse(s.Name())));

    [Fact]
    public void Stages_stand_in_the_order_in_which_they_happened_with_the_minutes_that_each_took()
    {
        var steps = HandlingFold.Of([Entered(HandlingStage.Sight, 12, 13), Entered(HandlingStage.Read, 3, 4), Entered(HandlingStage.Passed, 20, 20)], Received);

        Assert.Equal([(HandlingStage.Read, 3, null), (HandlingStage.Sight, 12, 9.0), (HandlingStage.Passed, 20, 8.0)], Shown(steps));
    }

    [Fact]
    public void A_wrong_stage_is_kept_and_does_not_count()
    {
        var wrong = Entered(HandlingStage.Read, 30, 31, number: 1);
        var steps = HandlingFold.Of([wrong, Entered(HandlingStage.Read, 3, 40, number: 2, corrects: 1), Entered(HandlingStage.Passed, 33, 33, number: 3)], Received);

        Assert.Equal([(HandlingStage.Read, 3.0, null), (HandlingStage.Read, 30.0, null), (HandlingStage.Passed, 33.0, 30.0)], Shown(steps));
        Assert.Equal([false, true, false], steps.Select(s => s.IsCorrected));
    }

    [Fact]
    public void A_gateway_that_relays_does_not_complete_an_addressee()
    {
        List<Addressed> addressed = [new(Navy, Minute(30)), new(Centre, Minute(30))];
        var steps = HandlingFold.Of(
            [Entered(HandlingStage.Relayed, 5, 5, Navy.Role), Entered(HandlingStage.Confirmed, 9, 9, Navy.Role), Entered(HandlingStage.Relayed, 6, 6, Centre.Role)],
            Received);

        var states = HandlingFold.Addressees(addressed, steps, _ => true, Minute(20));
        Assert.Equal([Minute(9), null], states.Select(s => s.Confirmed));
        Assert.Equal<Timestamp?>([Minute(5), Minute(6)], states.Select(s => s.Relayed));
        Assert.Equal([false, false], states.Select(s => s.IsLate));
        Assert.Equal([false, true], HandlingFold.Addressees(addressed, steps, _ => true, Minute(31)).Select(s => s.IsLate));
    }

    [Fact]
    public void What_another_party_says_of_an_addressee_does_not_count()
    {
        var cassia = new HandlingRecord(new(HandlingStage.Confirmed, Minute(5), "duty officer", Navy.Role), PartyId.Parse("cassia")!.Value, Minute(5));

        Assert.Null(HandlingFold.Addressees([new(Navy, Minute(30))], HandlingFold.Of([cassia], Received), _ => true, Minute(6)).Single().Confirmed);
    }

    [Fact]
    public void A_message_carries_its_addressees()
    {
        var message = new MessageContent("Launch at 06:24.", "en", null, [new(Navy, Minute(30)), new(Centre, Minute(40))]);
        var read = MessageContent.From(Content.Parse(message.ToWords().ToContent(Seed).Encode())!)!;

        Assert.Equal(message.Addressees, read.Addressees);
        Assert.Null(MessageContent.From(Content.Of(Seed, [.. message.ToWords().Fields.SkipLast(1), ContentField.OfText("addressees", "all")])));
    }

    private static IEnumerable<(HandlingStage, double, double?)> Shown(IEnumerable<HandlingStep> steps) =>
        steps.Select(s => (s.Record.What.Stage, s.Minutes, s.Took));

    private static HandlingRecord Entered(HandlingStage stage, int at, int entered, string? addressee = null, int number = 0, int? corrects = null) =>
        new(new HandlingContent(stage, Minute(at), "duty officer", addressee), Boreal, Minute(entered), null, number, null, corrects);

    private static Timestamp Minute(int n) => new(1_800_000_000_000 + (n * 60_000L));

    private static byte[] Seed => new byte[Content.SeedSize];
}
