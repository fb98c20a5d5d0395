using Parley.Lines.Notices;

namespace Parley.Lines.Plans;

/// <summary>What the other side can see or hear of an activity of ours. Numbers are used in encodings.</summary>
public enum Sign
{
    /// <summary>The release of nuclear weapons is played.</summary>
    NuclearRelease = 0,

    /// <summary>Words of alert are sent.</summary>
    AlertWords = 1,

    /// <summary>Heads of government or their stand-ins take part.</summary>
    LeadersTakePart = 2,
    Launches = 3,

    /// <summary>Aircraft fly that can carry strategic weapons, or many aircraft.</summary>
    Flights = 4,
    RadioSilence = 5,

    /// <summary>Message formats are used that were not seen before.</summary>
    NewFormats = 6,
    ForcesMove = 7,
    ReservistsCalledUp = 8,
    ShipsLeavePort = 9,

    /// <summary>Far more messages are sent than on other days.</summary>
    CommunicationsSurge = 10,
    LiveAmmunition = 11,
}

/// <summary>A field that says the sign when it holds that: <c>yes</c>, or a code.</summary>
public sealed record SignField(string Name, string Value);

/// <summary>How alarming a sign is and how a notice says it: in a field, or by being in a form that is about nothing else.</summary>
/// <param name="Alarm">Seen without a notice. Our own judgement, of no treaty.</param>
/// <param name="Words">What is seen, in English.</param>
/// <param name="Fields">In any form that has them.</param>
/// <param name="Formats">Ids of forms that are about it. Whether what stands in one says enough is for officers to read.</param>
public sealed record SignRule(Sign Sign, AlarmPotential Alarm, string Words, IReadOnlyList<SignField> Fields, IReadOnlyList<string> Formats)
{
    /// <summary>What a form has for saying it: the field, an empty text where the whole form is about it, null for nothing.</summary>
    public string? FieldIn(NoticeFormat format) =>
        Fields.FirstOrDefault(f => format[f.Name] is { } field && (field.Kind == FieldKind.Yes ? f.Value == "yes" : field.Codes.Any(c => c.Code == f.Value)))?.Name ??
        (Formats.Contains(format.Id) ? "" : null);

    /// <summary>Whether a notice says it.</summary>
    public bool IsSaid(NoticeFormat format, Func<string, string?> valueOf) =>
        Formats.Contains(format.Id) || Fields.Any(f => valueOf(f.Name) == f.Value);
}

/// <summary>A notice of ours that says a sign.</summary>
/// <param name="Throughout">It covers the whole time of the plan and not a part alone.</param>
public sealed record SignSaid(string Entry, NoticeFormat Format, NoticeSpan Span, bool Throughout);

/// <summary>A sign of a plan.</summary>
/// <param name="Said">Empty: the other side is told nothing of it.</param>
/// <param name="Offers">Where it is not said: forms that could say it, and the field in which; an empty one where the form is about it.</param>
public sealed record SignCover(SignRule Rule, IReadOnlyList<SignSaid> Said, IReadOnlyList<(NoticeFormat Format, string Field)> Offers)
{
    public bool IsSaid => Said.Count > 0;
}

/// <summary>What the other side will see of what we plan, against what we have told it. Nothing of it leaves the station.</summary>
public static class Signs
{
    private static readonly SignField[] Firing = [new("activity", "gunnery"), new("activity", "missiles"), new("activity", "bombing"), new("activity", "torpedoes")];

    /// <summary>Every sign, the most alarming first.</summary>
    public static IReadOnlyList<SignRule> All { get; } =
    [
        new(Sign.NuclearRelease, AlarmPotential.High, "release of nuclear weapons is played", [new("nuclear-release", "yes")], []),
        new(Sign.AlertWords, AlarmPotential.High, "words of alert are sent", [new("alert-words", "yes")], []),
        new(Sign.LeadersTakePart, AlarmPotential.High, "heads of government or their stand-ins take part", [new("level", "government")], []),
        new(Sign.Launches, AlarmPotential.High, "missiles or rockets are launched", [new("activity", "missiles")], ["launch-1988", "missile-test", "space-launch"]),
        new(Sign.Flights, AlarmPotential.High, "strategic or many aircraft fly", [new("means", "air")], ["strategic-flight"]),
        new(Sign.RadioSilence, AlarmPotential.High, "radio silence", [new("radio-silence", "yes")], []),
        new(Sign.NewFormats, AlarmPotential.Medium, "message formats that were not seen before", [new("new-formats", "yes")], []),
        new(Sign.ForcesMove, AlarmPotential.Medium, "forces move", [new("forces-move", "yes")], ["exercise", "movement"]),
        new(Sign.ReservistsCalledUp, AlarmPotential.Medium, "reservists are called up", [new("reservists", "yes")], ["posture"]),
        new(Sign.ShipsLeavePort, AlarmPotential.Medium, "ships leave port", [new("means", "sea"), new("kind", "amphibious")], ["sea-activity"]),
        new(Sign.CommunicationsSurge, AlarmPotential.Medium, "far more messages than on other days", [new("communications", "yes")], ["posture"]),
        new(Sign.LiveAmmunition, AlarmPotential.Low, "live ammunition is fired", [new("live-firing", "yes"), .. Firing], []),
    ];

    public static SignRule Of(Sign sign) => All.First(r => r.Sign == sign);

    /// <summary>The signs of a plan against what we said on one line: what is not said first, the most alarming before the others.</summary>
    /// <param name="ours">Our announcements on the line.</param>
    /// <param name="told">What else we said there in notices that announce nothing, such as an explanation of posture.</param>
    /// <param name="formats">The forms of the line.</param>
    public static IReadOnlyList<SignCover> Of(
        Plan plan, IEnumerable<NoticeMatter> ours, IEnumerable<NoticeSaid> told, IReadOnlyList<NoticeFormat> formats)
    {
        List<Candidate> overlapping = [.. ours.Select(m => Candidate.Of(m, plan.Span)).Concat(told.Select(t => Candidate.Of(t, plan.Span))).OfType<Candidate>()];
        return
        [
            .. plan.Signs.Select(Of).Select(rule => Cover(rule, overlapping, formats))
                .OrderBy(c => c.IsSaid).ThenByDescending(c => c.Rule.Alarm).ThenBy(c => c.Rule.Sign),
        ];
    }

    private static SignCover Cover(SignRule rule, List<Candidate> overlapping, IReadOnlyList<NoticeFormat> formats)
    {
        List<SignSaid> said = [.. overlapping.Where(c => rule.IsSaid(c.Said.Format, c.ValueOf)).Select(c => c.Said)];
        return new(rule, said, said.Count > 0 ? [] : [.. formats.Where(f => rule.FieldIn(f) is not null).Select(f => (f, rule.FieldIn(f)!))]);
    }

    private sealed record Candidate(SignSaid Said, Func<string, string?> ValueOf)
    {
        public static Candidate? Of(NoticeMatter matter, NoticeSpan planned)
        {
            var spans = NoticeSpan.Within(matter, planned);
            if (spans.Count == 0)
                return null;
            // An amendment has a form of its own: what it does not have stands as it was announced.
            string? Value(string field) => matter.Current.Format[field] is null ? matter.First.Notice[field] : matter.Current.Notice[field] ?? matter.First.Notice[field];
            return new(new(matter.First.Entry, matter.First.Format, spans[0], spans.Any(s => s.Covers(planned))), Value);
        }

        public static Candidate? Of(NoticeSaid said, NoticeSpan planned) => NoticeSpan.Of(said) is { } span && span.Overlaps(planned)
            ? new(new(said.Entry, said.Format, span, span.Covers(planned)), field => said.Notice[field])
            : null;
    }
}
