using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Tests.Transcripts;

/// <summary>Keys that their party has revoked: proofs under them hold, and a reader is told what a thief may have signed.</summary>
public sealed class TranscriptKeysTests
{
    [Fact]
    public void Words_under_a_revoked_key_are_warned_of()
    {
        var line = Conversations.Long();
        Assert.Contains(TranscriptVerifierTests.Verify(line.Export(line["boreal"])).Warnings, w => w.Kind == TranscriptWarningKind.RevokedKey);
    }

    [Fact]
    public void Words_and_receipts_that_a_thief_may_have_signed_after_a_revocation_are_warned_of()
    {
        var line = Conversations.Short();
        var (astra, boreal) = (line["astra"], line["boreal"]);
        line.Say(astra, "Under the stolen key, received by nobody.");
        boreal.Rotate(CardStep.Revoke);
        astra.Rotate(CardStep.Revoke);
        var report = TranscriptVerifierTests.Verify(line.Export(astra));
        Assert.Null(report.Fault);
        var warnings = report.Warnings.Where(w => w.Kind == TranscriptWarningKind.RevokedKey).Select(w => w.Words).ToList();
        Assert.Contains(warnings, w => w.StartsWith("astra revoked the key that signs astra", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.StartsWith("boreal revoked the key that signs its receipts", StringComparison.Ordinal) &&
            w.EndsWith("its later keys vouch for 0", StringComparison.Ordinal));
        // What only a doubtful receipt covers does not stand.
        Assert.Contains(warnings, w => w.Contains("stands, the first 0 of", StringComparison.Ordinal));
    }

    [Fact]
    public void A_revocation_ends_every_key_before_it()
    {
        var line = Conversations.Short();
        line.Rotate(line["astra"]);
        line["astra"].Rotate(CardStep.Revoke);
        var warnings = TranscriptVerifierTests.Verify(line.Export(line["boreal"])).Warnings.Where(w => w.Kind == TranscriptWarningKind.RevokedKey);
        Assert.Equal(2, warnings.Count(w => w.Words.StartsWith("astra revoked the key that signs astra", StringComparison.Ordinal)));
    }
}
