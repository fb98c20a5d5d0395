using Parley.Crypto;
using Parley.Lines.Entries;

namespace Parley.Lines.Charters;

/// <summary>Contents of the entries that make or change a charter. `propose` has the field `charter` (its encoding); `accept`, `reject`, `withdraw`
/// and `adopt` have `proposal` (the charter's hash); `suspend`, `resume` and `leave` have no field.</summary>
public static class CharterEntries
{
    private const string CharterField = "charter";
    private const string ProposalField = "proposal";

    public static Content Propose(ReadOnlySpan<byte> seed, Charter charter) => Content.Of(seed, new ContentField(CharterField, charter.Encode()));

    public static Content Answer(ReadOnlySpan<byte> seed, Digest proposal) => Content.Of(seed, new ContentField(ProposalField, proposal.ToArray()));

    public static Content Empty(ReadOnlySpan<byte> seed) => Content.Of(seed);

    public static Charter? ProposedIn(Content content) => content[CharterField] is { } field ? Charter.Parse(field.Value) : null;

    public static Digest? AnsweredIn(Content content) =>
        content[ProposalField] is { Value.Length: Digest.Size } field ? new Digest(field.Value.Span) : null;
}
