using Parley.Crypto;
using Parley.Lines.Entries;

namespace Parley.Lines.Charters;

/// <summary>Contents of the entries that make or change a charter. `propose` has the field `charter` (its encoding); `accept`, `reject`, `withdraw`
/// and `adopt` have `proposal` (the charter's hash); `suspend`, `resume` and `leave` have no field. Where the charter is live and names a codebook, `propose` and
/// `accept` have `certified` besides: the hash of that codebook, by which the author says that an officer of its own has certified it.</summary>
public static class CharterEntries
{
    private const string CharterField = "charter";
    private const string ProposalField = "proposal";
    private const string CertifiedField = "certified";

    /// <param name="certified">The codebook that the author has certified, where one must be.</param>
    public static Content Propose(ReadOnlySpan<byte> seed, Charter charter, Digest? certified = null) =>
        With(seed, new ContentField(CharterField, charter.Encode()), certified);

    /// <param name="certified">The codebook that the author has certified, where one must be.</param>
    public static Content Answer(ReadOnlySpan<byte> seed, Digest proposal, Digest? certified = null) =>
        With(seed, new ContentField(ProposalField, proposal.ToArray()), certified);

    public static Content Empty(ReadOnlySpan<byte> seed) => Content.Of(seed);

    /// <summary>Null too when the charter needs a certified codebook and the author has not certified it.</summary>
    public static Charter? ProposedIn(Content content) =>
        content[CharterField] is { } field && Charter.Parse(field.Value) is { } charter && (charter.MustCertify is not { } book || CertifiedIn(content) == book)
            ? charter
            : null;

    public static Digest? AnsweredIn(Content content) =>
        content[ProposalField] is { Value.Length: Digest.Size } field ? new Digest(field.Value.Span) : null;

    /// <summary>The codebook that the author says it has certified.</summary>
    public static Digest? CertifiedIn(Content content) =>
        content[CertifiedField] is { Value.Length: Digest.Size } field ? new Digest(field.Value.Span) : null;

    private static Content With(ReadOnlySpan<byte> seed, ContentField field, Digest? certified) => certified is { } book
        ? Content.Of(seed, field, new ContentField(CertifiedField, book.ToArray()))
        : Content.Of(seed, field);
}
