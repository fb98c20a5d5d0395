using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Volumes;

namespace Parley.Lines.Tests.Activities;

/// <summary>Parties that talk of activities: each word holds what its author has heard by then.</summary>
internal sealed class Talk
{
    public static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    public static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    public static readonly PartyId Corvia = PartyId.Parse("corvia")!.Value;
    private static readonly GenerationId Generation = GenerationId.Parse(new string('1', 32))!.Value;
    private readonly Dictionary<PartyId, Heads> held = [];
    private readonly Dictionary<PartyId, Heads> seen = [];
    private Heads all = Heads.None;
    private int minute;

    public List<ActivitySaid> Said { get; } = [];

    /// <summary>Whether a word reaches the others, and their officers, at once.</summary>
    public bool IsCut { get; set; }

    public ActivityBook Book => Fold(Said);

    public static ActivityBook Fold(IEnumerable<ActivitySaid> said)
    {
        var book = new ActivityBook();
        foreach (var one in said)
            book.Take(one);
        return book;
    }

    public static Timestamp At(int minute) => new(1_800_000_000_000 + minute * 60_000L);

    public static Volume Volume(double latitude = 60, int radius = 5_000, int from = 100, int until = 200) => Parley.Volumes.Volume.Make(
        [Circle.Make(Position.FromDegrees(latitude, 20)!.Value, radius).Must()], AltitudeBand.Everything,
        Schedule.Make(Window.Make(At(from).ToDateTimeOffset(), At(until).ToDateTimeOffset()).Must()).Must()).Must();

    public static ActivityContent Flight(double latitude = 60, Timestamp? reserve = null) => new(
        ActivityKind.Flight, "KITE 21", "radio 123.1", [Volume(latitude)], ReserveUntil: reserve);

    public static ActivityContent Convoy(int expires = 500) => new(
        ActivityKind.Movement, "convoy 7", "sat phone", [Volume()], new Aid(null, "4 lorries", "blue flags", At(expires)));

    public EntryRef Notify(PartyId party, ActivityContent? content = null) => Say(party, [], content ?? Flight());

    public EntryRef Step(PartyId party, EntryRef about, ActivityStep step, params Volume[] volumes) => Say(party, [about], new ActivityStepContent(step, volumes));

    public EntryRef Word(PartyId party, OverlapWord word, EntryRef one, EntryRef other, EntryRef? target = null, params Volume[] volumes)
    {
        EntryRef[] pair = one < other ? [one, other] : [other, one];
        var book = Book;
        return Say(party, pair, new OverlapWordContent(
            word, [.. pair.Select(p => book.Of(p)!.Current.Entry)], target, volumes, word == OverlapWord.Object ? new Note("too close", "en") : null));
    }

    public EntryRef On(PartyId party, OverlapWord word, EntryRef about) => Say(party, [about], new OverlapWordContent(word, [], null, []));

    public EntryRef Say(PartyId party, IReadOnlyList<EntryRef> regards, object what) => Add(Make(party, regards, what));

    public ActivitySaid Make(PartyId party, IReadOnlyList<EntryRef> regards, object what)
    {
        var own = all.SizeOf(party, Generation, Lane.Ordinary);
        var entry = new EntryRef(party, Generation, Lane.Ordinary, own);
        var at = At(++minute);
        return new ActivitySaid(
            entry, new TranscriptPosition(at, minute, party, Generation, Lane.Ordinary, own), at, Precedence.Priority, Status.Actual, regards,
            held.GetValueOrDefault(party, Heads.None).With(party, Generation, Lane.Ordinary, own), seen.GetValueOrDefault(party, Heads.None), what);
    }

    /// <summary>Everything that was said has come to that party; and its officer has been shown it.</summary>
    public void Hear(PartyId party, bool isShown = true)
    {
        held[party] = all;
        if (isShown)
            seen[party] = all;
    }

    private EntryRef Add(ActivitySaid said)
    {
        Said.Add(said);
        all = all.With(said.Party, Generation, Lane.Ordinary, said.Entry.Index + 1);
        held[said.Party] = held.GetValueOrDefault(said.Party, Heads.None).With(said.Party, Generation, Lane.Ordinary, said.Entry.Index + 1);
        if (!IsCut)
        {
            foreach (var party in (PartyId[])[Astra, Boreal, Corvia])
                Hear(party);
        }

        return said.Entry;
    }
}
