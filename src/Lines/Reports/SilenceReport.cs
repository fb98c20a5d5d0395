using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Checks;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Reports;

/// <summary>What is asked of a silence report, and what nothing but its maker's word stands for.</summary>
/// <param name="By">Whose station makes it.</param>
/// <param name="Made">When, by that station's clock; not before <paramref name="Until"/>.</param>
/// <param name="From">The first moment of the period.</param>
/// <param name="Until">The last moment of the period, at which everything is judged.</param>
/// <param name="IsYear">A yearly review: the period is one calendar year, UTC, or what has passed of it.</param>
/// <param name="Words">Our own words and topics are shown. Those of the others are shown where the charter allows it, and then always.</param>
public sealed record ReportFrame(PartyId By, Timestamp Made, Timestamp From, Timestamp Until, bool IsYear, bool Words);

/// <summary>A silence as our station judged it. Nothing in the proof shows it.</summary>
/// <param name="Until">Null: it went on at the end of the period.</param>
/// <param name="Causes">What the evidence had not excluded, by <see cref="Silence.SilenceCauses.Name"/>.</param>
public sealed record StatedSilence(PartyId Party, Timestamp From, Timestamp? Until, IReadOnlyList<string> Causes);

/// <summary>Maintenance that a crew announced beforehand on the operator line, which is not in the proof: checks that were due in it are excused.</summary>
/// <param name="By">Who announced it.</param>
/// <param name="Said">When.</param>
public sealed record StatedMaintenance(PartyId By, Timestamp Said, Timestamp From, Timestamp? Until);

/// <summary>What a report starts from, of one line.</summary>
/// <param name="Name">What our officers call the line.</param>
/// <param name="Proof">A transcript file: every header until the end of the period, and of contents no more than the claims need.</param>
public sealed record LineInput(string Name, ReadOnlyMemory<byte> Proof, IReadOnlyList<StatedSilence> Silences, IReadOnlyList<StatedMaintenance> Maintenance);

/// <summary>How far one feed reaches in the proof. That it holds no answer can be seen from its headers, which nobody can take one out of.</summary>
/// <param name="Size">Entries.</param>
/// <param name="Root">Root of the feed at that size, under its author's signature.</param>
/// <param name="Last">Time of its last entry.</param>
public sealed record ReportHead(FeedId Feed, long Size, Digest Root, Timestamp Last);

/// <summary>How far a request has come with one asked party.</summary>
/// <param name="ReceivedAt">When its station signed for the request.</param>
/// <param name="IsSilent">No word of it at the deadline or since.</param>
public sealed record ReportLeg(
    PartyId Party, CallState State, Timestamp? ReceivedAt, Timestamp? AcknowledgedAt, bool IsSilent, bool IsUnread, DeclineReason? Reason, IReadOnlyList<ReportHead> AsOf);

/// <summary>One step of a request as it was said.</summary>
/// <param name="Step">Null where its words are not in the proof.</param>
/// <param name="Text">Words beside it, where they are shown.</param>
public sealed record ReportStep(EntryRef Entry, Timestamp At, string? Step, CallEffect Effect, string? Text);

/// <summary>A request of the period, or one of which something was said in it.</summary>
/// <param name="Topic">Null where it is withheld.</param>
public sealed record ReportRequest(
    EntryRef Entry, Timestamp At, string Pair, CallMeans Means, Precedence Precedence, string? Topic, Timestamp? Deadline, RequestOutcome Outcome, Timestamp? HeldFrom,
    Timestamp? HeldTo, bool IsOneSided, IReadOnlyList<ReportLeg> Legs, IReadOnlyList<ReportStep> Steps);

/// <summary>A check that did not come out as agreed.</summary>
/// <param name="Party">Who did not send or answer it.</param>
/// <param name="Check">The check that was not answered; null for one that was not sent.</param>
/// <param name="What">`not sent`, `sent late`, `not answered`, `not received`, `answered late`.</param>
public sealed record ReportMissed(PartyId Party, Timestamp Due, EntryRef? Check, string What);

/// <summary>The checks of the period.</summary>
/// <param name="Missed">The first of them.</param>
/// <param name="More">How many besides.</param>
public sealed record ReportChecks(IReadOnlyList<CheckStatistics> Parties, IReadOnlyList<ReportMissed> Missed, int More);

/// <summary>Entries of one party and kind in the period.</summary>
public sealed record ReportCount(PartyId Party, string Kind, int Count);

/// <summary>When a party's station last signed a receipt in the period: it ran then.</summary>
public sealed record ReportSigned(PartyId Party, Timestamp At);

/// <summary>One line in a report: what it started from, and what follows from that.</summary>
/// <param name="Unread">Entries that a claim depends on and whose words were not at the maker's.</param>
public sealed record LineClaims(
    LineInput Input, LineId Line, LineKind Kind, LineMode Mode, IReadOnlyList<PartyId> Parties, bool ShowsTheirWords, IReadOnlyList<PairRecord> Pairs,
    IReadOnlyList<ReportRequest> Requests, IReadOnlyList<ContactRecord> Contacts, ReportChecks? Checks, IReadOnlyList<ReportCount> Said,
    IReadOnlyList<ReportSigned> Signed, int Unread);

/// <summary>A silence report: who asked whom, what was received, what was answered and what was not, on both sides. All of it follows from the proofs in it, but for
/// what is stated.</summary>
public sealed record SilenceReport(ReportFrame Frame, IReadOnlyList<LineClaims> Lines)
{
    /// <summary>Exercises and the real thing never stand in one report.</summary>
    public LineMode Mode => Lines[0].Mode;
}
