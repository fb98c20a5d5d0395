using Parley.Control.Stations;

namespace Parley.Control.Reports;

/// <summary>A silence report: a signed file that says who asked whom, what was received and what was not answered, on both sides, with its proofs in it.</summary>
/// <param name="Lines">Lines as officers name them, all live or all exercise; none: every live line with counterparts or checks.</param>
/// <param name="From">A day such as 2022-02-25, from its beginning in UTC, or a time with its zone. Null with <paramref name="Year"/>.</param>
/// <param name="Until">A day, to its end in UTC, or a time with its zone; not ahead. Null with <paramref name="Year"/>.</param>
/// <param name="Year">A yearly review of that calendar year, UTC.</param>
/// <param name="Words">Show our own words and topics. Those of the others are shown where the charter allows it.</param>
public sealed record MakeSilenceReport(IReadOnlyList<string> Lines, string? From = null, string? Until = null, int? Year = null, bool Words = false)
    : Operation<ExportFile>;
