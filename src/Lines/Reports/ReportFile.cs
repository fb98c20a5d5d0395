using System.Buffers.Text;
using System.Text;
using Parley.Crypto;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Reports;

/// <summary>Why a report does not hold. Closed.</summary>
public enum ReportFailure
{
    /// <summary>It is no report, or a part of it is missing.</summary>
    NotAReport = 0,

    /// <summary>A proof in it does not hold.</summary>
    Proof = 1,

    /// <summary>A proof is of another maker, another time or another mode than the report, or of a line that stands twice.</summary>
    AnotherFrame = 2,

    /// <summary>A proof withholds more than words, so that something may have been left out.</summary>
    Withheld = 3,

    /// <summary>The claims are not those that follow from the proofs.</summary>
    Claims = 4,

    /// <summary>The signature is not by the maker's newest card in the proofs.</summary>
    Signature = 5,

    /// <summary>The printed page is not that of the report in it.</summary>
    Page = 6,
}

/// <summary>The first thing that does not hold.</summary>
/// <param name="Where">In words: a line of the file, a line of the report and a record of its proof.</param>
public sealed record ReportFault(ReportFailure How, string Where);

/// <summary>What verifying a report came to.</summary>
/// <param name="Report">The report with the claims that follow from its proofs; null with a fault.</param>
/// <param name="Proofs">What verifying each proof came to, one a line.</param>
public sealed record ReportVerification(ReportFault? Fault, SilenceReport? Report, IReadOnlyList<TranscriptReport> Proofs)
{
    public bool Ok => Fault is null;
}

/// <summary>The file of a silence report: its claims as JSON, its proofs in it, the maker's signature over both (docs/formats/report.md).</summary>
public static class ReportFile
{
    /// <summary>How a file begins.</summary>
    public const string Start = "{\n\"report\": ";

    private static readonly byte[] Context = "parley/1/silence-report\n"u8.ToArray();

    /// <summary>The claims that follow from these proofs, signed.</summary>
    /// <param name="key">The key of the maker's newest card in the proofs.</param>
    public static (SilenceReport Report, byte[] Bytes) Make(ReportFrame frame, IReadOnlyList<LineInput> lines, SigningKey key)
    {
        var report = new SilenceReport(frame, [.. lines.Select(l => ReportFold.Of(frame, l, TranscriptFile.Read(l.Proof, out _)
            ?? throw new InvalidOperationException("a proof that was just written cannot be read")))]);
        var text = ReportJson.Write(report);
        return (report, Enclose(text, key.Sign([.. Context, .. text])));
    }

    /// <summary>Verifies every proof, works out every claim anew, and compares to the byte.</summary>
    public static ReportVerification Verify(ReadOnlyMemory<byte> bytes, Func<SuiteId, Suite?> suites, IReadOnlyList<TrustedCard>? trusted = null)
    {
        if (bytes.Length > Bounds.ReportSize || ReportInputs.Read(bytes) is not var (frame, lines, signature))
            return Failed(ReportFailure.NotAReport, "the file");
        var proofs = new List<TranscriptReport>();
        foreach (var line in lines)
        {
            var proof = TranscriptVerifier.Verify(line.Proof, suites, trusted);
            if (Failure(frame, line, proof, proofs) is { } fault)
                return new ReportVerification(fault, null, proofs);
            proofs.Add(proof);
        }

        var report = new SilenceReport(frame, [.. lines.Select((l, i) => ReportFold.Of(frame, l, proofs[i].File))]);
        var text = ReportJson.Write(report);
        var whole = Enclose(text, signature);
        if (!whole.AsSpan().SequenceEqual(bytes.Span))
            return new ReportVerification(new ReportFault(ReportFailure.Claims, Difference(whole, bytes.Span)), null, proofs);
        return IsSigned(proofs[0], frame, suites, [.. Context, .. text], signature)
            ? new ReportVerification(null, report, proofs)
            : new ReportVerification(new ReportFault(ReportFailure.Signature, "signature of the report"), null, proofs);
    }

    private static ReportFault? Failure(ReportFrame frame, LineInput line, TranscriptReport proof, List<TranscriptReport> before)
    {
        if (!proof.Ok)
            return new ReportFault(ReportFailure.Proof, $"line {line.Name}: {proof.Fault}");
        if (proof.Head!.Exporter != frame.By || proof.Head.Time != frame.Made || before.Exists(b => b.Head!.Line == proof.Head.Line) ||
            (before.Count > 0 && before[0].IsExercise != proof.IsExercise))
            return new ReportFault(ReportFailure.AnotherFrame, $"line {line.Name}");
        var withheld = proof.File.Feeds.SelectMany(f => f.Entries).FirstOrDefault(e => !ReportShowing.IsComplete(e.Header, e.Content));
        return withheld is null ? null : new ReportFault(ReportFailure.Withheld, $"line {line.Name}: {withheld.Header.Kind} {withheld.Header.Ref}");
    }

    private static bool IsSigned(TranscriptReport proof, ReportFrame frame, Func<SuiteId, Suite?> suites, byte[] text, byte[] signature)
    {
        var card = proof.File.Chains.First(c => c.Value.Party == frame.By).Value.Current;
        using var key = suites(card.Suite)?.ImportVerifyingKey(card.Key);
        return key?.Verify(text, signature) == true;
    }

    private static byte[] Enclose(byte[] text, byte[] signature) =>
        [.. Encoding.ASCII.GetBytes(Start), .. text, .. Encoding.ASCII.GetBytes($",\n\"signature\": \"{Base64Url.EncodeToString(signature)}\"\n}}\n")];

    private static string Difference(ReadOnlySpan<byte> due, ReadOnlySpan<byte> given)
    {
        var same = due.CommonPrefixLength(given);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {given[..same].Count((byte)'\n') + 1} of the file");
    }

    private static ReportVerification Failed(ReportFailure how, string where) => new(new ReportFault(how, where), null, []);
}
