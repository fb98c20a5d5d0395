using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Service;

namespace Parley.Lines.Tests.Service;

/// <summary>What crews tell each other: a closed set of strict contents, and the board that they make.</summary>
public sealed class ServiceTests
{
    private static readonly Timestamp Noon = new(1_800_000_000_000);
    private static readonly LineId Line = new(Digest.Of([7]));
    private static readonly Note Words = new("Two hours.", "en");
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private readonly List<ServiceSaid> said = [];

    private static IEnumerable<ServiceContent> All =>
    [
        new MaintenanceService(ServiceScope.Line, Line.ToString(), Noon, Noon + TimeSpan.FromHours(2), Words),
        new MaintenanceService(ServiceScope.Station, null, Noon, Noon + TimeSpan.FromDays(7), Words),
        new MaintenanceService(ServiceScope.Circuit, "tls://astra.example:7000", Noon, Noon + TimeSpan.FromHours(1), Words),
        new MaintenanceOverService(Words),
        new CircuitsService([new CircuitState("a", true), new CircuitState("b", false)], Words),
        new ResendService(Line, Ref(Astra, 3), Words),
        new PresenceService(Words),
        new AnswerService(ServiceAnswer.Cannot, Words),
        new ExplanationService(ServiceCause.ToldNotToAnswer, null, Noon, Noon + TimeSpan.FromHours(2), Words),
    ];

    [Fact]
    public void They_survive_the_wire_and_need_one_officer()
    {
        foreach (var service in All)
        {
            Assert.Equal(service, ServiceContent.From(Wire(service.ToWords())));
            Assert.Equal(service with { Note = null }, ServiceContent.From(Wire((service with { Note = null }).ToWords())));
            Assert.Equal((EntryKind.Service, 1), (service.ToWords().Kind, service.ToWords().Officers));
        }
    }

    [Fact]
    public void An_explanation_is_of_one_line_or_of_all_and_never_of_what_is_no_line()
    {
        var why = new ExplanationService(ServiceCause.LocalFault, Line, Noon, Noon + TimeSpan.FromDays(366));
        Assert.Equal(why, ServiceContent.From(Wire(why.ToWords())));
        var fields = why.ToWords().Fields.Select(f => f.Name == "line" ? ContentField.OfText("line", "hot") : f).ToList();
        Assert.Null(ServiceContent.From(Content.Of(Seed, fields)));
        Assert.Null(ServiceContent.From(Wire((why with { Ends = Noon + TimeSpan.FromDays(367) }).ToWords())));
        Assert.Null(ServiceContent.From(Wire((why with { Ends = Noon }).ToWords())));
    }

    [Fact]
    public void A_field_that_is_missing_or_damaged_makes_it_none()
    {
        foreach (var words in All.Select(s => s.ToWords()))
        {
            foreach (var field in words.Fields)
            {
                var without = words.Fields.Where(f => f != field).ToList();
                Assert.Null(ServiceContent.From(Content.Of(Seed, [.. without, ContentField.OfText(field.Name, "\u0001")])));
                Assert.Null(ServiceContent.From(Content.Of(Seed, without)));
            }
        }
    }

    [Fact]
    public void Windows_and_circuits_have_their_bounds()
    {
        Refused(new MaintenanceService(ServiceScope.Station, null, Noon, Noon));
        Refused(new MaintenanceService(ServiceScope.Station, null, Noon, Noon + TimeSpan.FromDays(7) + TimeSpan.FromMilliseconds(1)));
        Refused(new MaintenanceService(ServiceScope.Station, "x", Noon, Noon + TimeSpan.FromHours(1)));
        Refused(new MaintenanceService(ServiceScope.Line, "hot", Noon, Noon + TimeSpan.FromHours(1)));
        Refused(new MaintenanceService(ServiceScope.Circuit, "a\nb", Noon, Noon + TimeSpan.FromHours(1)));
        Refused(new CircuitsService([new CircuitState("b", true), new CircuitState("a", true)]));
        Refused(new CircuitsService([new CircuitState("a", true), new CircuitState("a", false)]));
        Refused(new CircuitsService([.. Enumerable.Range(10, 33).Select(i => new CircuitState($"c{i}", true))]));
    }

    [Fact]
    public void A_window_ends_early_by_its_author_alone()
    {
        var window = Say(Astra, 0, new MaintenanceService(ServiceScope.Station, null, Noon, Noon + TimeSpan.FromHours(2)));
        Say(Boreal, 10, new MaintenanceOverService(), window);
        Assert.True(Board().Windows.Single().Holds(Noon + TimeSpan.FromMinutes(100)));
        Say(Astra, 30, new MaintenanceOverService(), window);
        Assert.True(Board().Windows.Single().Holds(Noon + TimeSpan.FromMinutes(29)));
        Assert.False(Board().Windows.Single().Holds(Noon + TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public void A_question_is_answered_once_by_the_other_side_with_what_fits()
    {
        var presence = Say(Astra, 0, new PresenceService());
        var resend = Say(Astra, 1, new ResendService(Line, Ref(Boreal, 3)));
        Say(Astra, 2, new AnswerService(ServiceAnswer.Present), presence);
        Say(Boreal, 3, new AnswerService(ServiceAnswer.Resent), presence);
        Say(Boreal, 4, new AnswerService(ServiceAnswer.Present), resend);
        Assert.All(Board().Asked, a => Assert.Null(a.Answer));

        var first = Say(Boreal, 5, new AnswerService(ServiceAnswer.Present), presence);
        Say(Boreal, 6, new AnswerService(ServiceAnswer.Present), presence);
        Say(Boreal, 7, new AnswerService(ServiceAnswer.Cannot), resend);
        Assert.Equal([first, Ref(Boreal, 7)], Board().Asked.Select(a => a.Answer!.Entry));
    }

    [Fact]
    public void The_last_word_on_circuits_counts()
    {
        Say(Astra, 0, new CircuitsService([new CircuitState("a", true)]));
        Say(Boreal, 1, new CircuitsService([]));
        var last = Say(Astra, 2, new CircuitsService([new CircuitState("a", false)]));
        Assert.Equal([last, Ref(Boreal, 1)], Board().Circuits.Select(c => c.Entry));
    }

    [Fact]
    public void Crews_and_leaders_do_not_mix()
    {
        foreach (var kind in Enum.GetValues<LineKind>())
        {
            Assert.Equal(kind == LineKind.Operator, EntryKind.HasPlaceOn(EntryKind.Service, kind));
            foreach (var of in new[] { EntryKind.Code, EntryKind.Posture, EntryKind.Check, EntryKind.CheckAnswer })
                Assert.Equal(kind != LineKind.Operator, EntryKind.HasPlaceOn(of, kind));
            Assert.True(EntryKind.HasPlaceOn(EntryKind.Message, kind));
            Assert.True(EntryKind.HasPlaceOn(EntryKind.Alert, kind));
        }
    }

    private static void Refused(ServiceContent service) => Assert.Null(ServiceContent.From(Wire(service.ToWords())));

    private ServiceBoard Board() => ServiceBoard.Of(said);

    private EntryRef Say(PartyId by, int minute, ServiceContent what, EntryRef? regards = null)
    {
        said.Add(new ServiceSaid(Ref(by, said.Count), Noon + TimeSpan.FromMinutes(minute), regards, what));
        return said[^1].Entry;
    }

    private static EntryRef Ref(PartyId party, long index) => new(party, new GenerationId(7), Lane.Ordinary, index);

    private static Content Wire(Words words) => Content.Parse(words.ToContent(Seed).Encode())!;
}
