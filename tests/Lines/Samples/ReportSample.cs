using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Checks;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Reports;
using Parley.Lines.Transcripts;
using Parley.Testing.Suites;

namespace Parley.Lines.Tests.Samples;

/// <summary>Ten days on a line of two: calls asked for both ways, a contact, checks. Day 0 is when the line opens.</summary>
internal sealed class ReportSample
{
    public const string OurTopic = "drones over the strait";
    public const string TheirTopic = "fishing in the sound";
    public const string TheirWords = "the minister travels";

    public ReportSample(LineMode mode = LineMode.Live, bool publication = false, CheckSchedule? checks = null, Suite? suite = null)
    {
        Line = new SampleLine(
            suite ?? new SuiteZero(3),
            mode,
            CharterTerms.Default with { Counterparts = [SampleCounterparts.Ministers], Publication = publication, Checks = checks },
            "astra",
            "boreal");
        Conversations.Exchange(Line);
        Opened = Line.Now;
    }

    public SampleLine Line { get; }

    public Timestamp Opened { get; }

    public Member Astra => Line["astra"];

    public Member Boreal => Line["boreal"];

    public Timestamp Day(double day) => Opened + TimeSpan.FromDays(day);

    public void Until(double day) => Line.Wait(Day(day) - Line.Now);

    /// <summary>Said and carried both ways.</summary>
    public EntryRef Say(Member by, Words words, params IReadOnlyList<EntryRef> regards) => Say(by, words, Status.Actual, regards);

    public EntryRef Say(Member by, Words words, Status status, params IReadOnlyList<EntryRef> regards)
    {
        var entry = Line.Say(by, words, status, regards);
        Conversations.Exchange(Line);
        return entry;
    }

    public EntryRef Ask(Member by, string topic) =>
        Say(by, new CallContent("ministers", [(by == Astra ? Boreal : Astra).Party], CallMeans.Voice, [], 30, null, "en", topic).ToWords());

    public EntryRef Step(Member by, EntryRef call, CallStepContent step) => Say(by, step.ToWords(), call);

    /// <summary>Day 1 astra asks and nobody answers; day 2 boreal asks and nobody answers; day 3 astra asks and boreal declines; day 4 a contact of day 3.5 is told and
    /// confirmed.</summary>
    public (EntryRef Ours, EntryRef Theirs, EntryRef Declined) Play()
    {
        Until(1);
        var ours = Ask(Astra, OurTopic);
        Until(2);
        var theirs = Ask(Boreal, TheirTopic);
        Until(3);
        var declined = Ask(Astra, OurTopic);
        Step(Boreal, declined, new DeclinedStep(DeclineReason.Parse("1/0")!.Value, new Note(TheirWords, "en")));
        Until(4);
        var contact = Say(Astra, new ContactContent(
            "ministers", [Boreal.Party], Day(3.5), Day(3.5), ContactMeans.Telephone, "the minister", "an aide in a hurry").ToWords());
        Say(Boreal, new ContactWordContent(ContactAnswer.Confirmed).ToWords(), contact);
        Until(10);
        return (ours, theirs, declined);
    }

    public ReportFrame Frame(double from = 0, double until = 9, bool words = false) => new(Astra.Party, Line.Now, Day(from), Day(until), false, words);

    public byte[] Proof(ReportFrame frame)
    {
        var file = TranscriptFile.Read(Line.Export(Astra), out _)!;
        using var sink = new MemoryStream();
        Assert.True(ReportProof.Write(file, frame, Astra.Cards.Current.Suite, Astra.Key, sink.Write));
        return sink.ToArray();
    }

    public byte[] Make(ReportFrame? frame = null, IReadOnlyList<StatedSilence>? silences = null, IReadOnlyList<StatedMaintenance>? maintenance = null)
    {
        var period = frame ?? Frame();
        return ReportFile.Make(period, [new LineInput("strait", Proof(period), silences ?? [], maintenance ?? [])], Astra.Key).Bytes;
    }

    public static ReportVerification Verify(byte[] bytes) => ReportFile.Verify(bytes, Conversations.Suites);
}
