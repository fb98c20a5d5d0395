using Parley.Control.Notices;
using Parley.Lines.Observations;

namespace Parley.Control.Observations;

// What was seen is of no line. What is real is held against live lines alone, and what is played in an exercise against exercise lines alone.

/// <summary>An observation as an officer types it. Every member is a text as <see cref="ObservationForm"/> reads it; null or empty: not known.</summary>
/// <param name="Kind">Such as <c>launch</c>.</param>
/// <param name="From">With its zone.</param>
/// <param name="TimeError">Seconds, one standard deviation.</param>
/// <param name="Source">Such as <c>radar</c>.</param>
/// <param name="Grading">Letter and number, such as <c>B2</c>.</param>
/// <param name="Party">Whose it is taken to be.</param>
/// <param name="Place">Coordinates; or a shape.</param>
/// <param name="Error">Metres, or longer and shorter half-axis and azimuth.</param>
/// <param name="Shape">A line of docs/formats/volume.md.</param>
/// <param name="Strength">Least, most and unit.</param>
/// <param name="Heading">Degrees and their error.</param>
/// <param name="Speed">Metres a second and their error.</param>
/// <param name="Supersedes">Numbers, with spaces between.</param>
public sealed record ObservationInput(
    string Kind, string From, string TimeError, string Source, string Grading, string? Party = null, string? Place = null, string? Error = null, string? Shape = null,
    string? Altitude = null, string? Until = null, string? Strength = null, string? Heading = null, string? Speed = null, string? Level = null, string? Text = null,
    string? Supersedes = null)
{
    /// <summary>As fields of the form; empty ones are left out.</summary>
    public IReadOnlyDictionary<string, string> Fields() => new (string Field, string? Text)[]
    {
        ("kind", Kind), ("from", From), ("time-error", TimeError), ("source", Source), ("grading", Grading), ("party", Party), ("place", Place), ("error", Error),
        ("shape", Shape), ("altitude", Altitude), ("until", Until), ("strength", Strength), ("heading", Heading), ("speed", Speed), ("level", Level), ("text", Text),
        ("supersedes", Supersedes),
    }.Where(f => !string.IsNullOrEmpty(f.Text)).ToDictionary(f => f.Field, f => f.Text!, StringComparer.Ordinal);

    /// <summary>Of such fields; one that has no place here is left out.</summary>
    public static ObservationInput Of(IReadOnlyDictionary<string, string> fields)
    {
        string? Text(string field) => fields.GetValueOrDefault(field);
        return new ObservationInput(
            Text("kind") ?? "", Text("from") ?? "", Text("time-error") ?? "", Text("source") ?? "", Text("grading") ?? "", Text("party"), Text("place"), Text("error"),
            Text("shape"), Text("altitude"), Text("until"), Text("strength"), Text("heading"), Text("speed"), Text("level"), Text("text"), Text("supersedes"));
    }
}

/// <summary>Enter what was seen. The answer says at once what of all that was announced fits it, whether our own house has acknowledged that, and what can be asked.</summary>
/// <param name="Exercise">It is played, and nothing real.</param>
public sealed record AddObservation(ObservationInput Seen, bool Exercise = false) : Operation<ExplainedView>;

/// <summary>Enter many at once: all of them, or none when one has a flaw.</summary>
/// <param name="CheckOnly">Say what is wrong and keep nothing.</param>
/// <param name="Exercise">They are played, and nothing real.</param>
public sealed record AddObservations(IReadOnlyList<ObservationInput> Seen, bool CheckOnly = false, bool Exercise = false) : Operation<ObservationBatchView>;

/// <summary>What was seen in a time, each with what fits it, the newest first.</summary>
/// <param name="From">A day, or a time with its zone; null: 14 days before <paramref name="To"/>.</param>
/// <param name="To">Null: now.</param>
/// <param name="Party">Of whom; null: all.</param>
/// <param name="AsOf">By what was entered and announced until that day or time; null: by what is known now.</param>
/// <param name="Unexplained">Only those that no notice explains.</param>
/// <param name="Exercise">What is played, in place of what is real.</param>
public sealed record ExplainObservations(
    string? From = null, string? To = null, string? Party = null, string? AsOf = null, bool Unexplained = false, bool Exercise = false)
    : Query<ExplanationListView>;

/// <summary>One observation with all that was weighed for it, then and now.</summary>
public sealed record ShowObservation(int Number) : Query<ExplainedView>;

/// <summary>What a party declared, what was seen of it, and what of that nothing explains; our own activities beside it.</summary>
/// <param name="Since">What changed since that day or time; null: since we last talked with it.</param>
/// <param name="Exercise">As it is played, in place of what is real.</param>
public sealed record ShowPosture(string Party, string? Since = null, bool Exercise = false) : Query<PostureBoardView>;

/// <summary>Write a question about what was seen as a draft, in a form of the line's charter that asks. It is never sent by itself, and says neither source nor grading.</summary>
/// <param name="Numbers">Of observations of one party, all real or all played.</param>
/// <param name="Language">Of our own words in it.</param>
/// <param name="Line">Null: the first line of that mode with that party whose charter has such a form.</param>
/// <param name="Format">Null: the first such form of the line.</param>
public sealed record DraftObservationQuestion(IReadOnlyList<int> Numbers, string Language, string? Line = null, string? Format = null) : Operation<NoticeDraftView>;

/// <summary>Say that an entry is about an observation: a question that was asked otherwise, or an answer.</summary>
public sealed record AttachEntry(string Line, string Entry, int Number) : Operation<ExplainedView>, IAboutEntry;

/// <summary>Choose what is done about a reaction of another party: nothing, words on our posture, a pause, or a proposal to raise our own readiness in turn. Nothing is sent.
/// </summary>
/// <param name="Reason">Needed where <paramref name="Choice"/> is to mirror.</param>
public sealed record DecideReaction(int Number, ReactionChoice Choice, string? Reason = null) : Operation<ExplainedView>;

/// <summary>Second another officer's proposal to mirror an alert.</summary>
public sealed record SecondReaction(int Number) : Operation<ExplainedView>;

/// <summary>How long questions take and how much stays unexplained. Off unless the station's file turns it on; never a trigger, and no input to any message.</summary>
/// <param name="Weeks">How far back, 1 to 104.</param>
public sealed record ShowRisk(int Weeks = 26) : Query<RiskView>;
