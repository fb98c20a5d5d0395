using Parley.Crypto;

namespace Parley.Lines.Transcripts;

/// <summary>Verifies an exported transcript with nothing but its bytes.</summary>
public static class TranscriptVerifier
{
    /// <summary>Verifies every proof in the file: records in their order and unchanged; cards and charters from one another; entries
    /// against the roots that their authors signed; contents against the commitments in their headers; checkpoints and cosignatures under
    /// the key in force; the exporter's seal over all of it.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="suites">The suites that the reader accepts.</param>
    /// <param name="trusted">Cards that the reader trusts; a party's cards must contain the one that is given for it. Without them the
    /// report says which digits are to be compared.</param>
    public static TranscriptReport Verify(
        ReadOnlyMemory<byte> bytes, Func<SuiteId, Suite?> suites, IReadOnlyList<TrustedCard>? trusted = null)
    {
        var (file, fault) = TranscriptFile.ReadUpToFault(bytes);
        using var proof = new TranscriptProof(file, suites, trusted ?? [], fault);
        proof.CheckCards();
        proof.CheckCharters();
        proof.CheckEntries();
        proof.CheckCheckpoints();
        proof.CheckCosignatures();
        proof.CheckSeal();
        return proof.First is { } first
            ? new TranscriptReport(file, first)
            : new TranscriptReport(file, null)
            {
                Parties = TranscriptFindings.PartiesOf(file, proof),
                Feeds = TranscriptFindings.FeedsOf(file, proof),
                Warnings = TranscriptWarnings.Of(file, proof),
            };
    }
}
