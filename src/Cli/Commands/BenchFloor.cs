using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.Storage;
using Parley.Storage.Sqlite;

namespace Parley.Cli.Commands;

/// <summary>What a receipt costs at least on this machine, measured with nothing else around it: three durable commits of the size that a
/// message makes (ours, the peer's, ours with the receipt) one after the other on the same kind of store, one round trip of TLS over
/// loopback with a message's bytes, two signatures and two verifications.</summary>
internal static class BenchFloor
{
    private const int FrameSize = 900;
    private const int ReceiptSize = 250;

    /// <summary>Milliseconds of each round.</summary>
    public static double[] Measure(LocalStation station, int rounds)
    {
        var folder = Path.Combine(station.Folder.Path, "floor");
        using var store = SqliteStore.Create(folder);
        using var wire = new Loopback(station);
        using var verifier = station.Keys.Suite.ImportVerifyingKey(station.Keys.Identity.PublicKey)!;
        var feed = new FeedId(
            new LineId(Digest.Of(new byte[32])), station.Keys.Party, GenerationId.From(new byte[GenerationId.Size]), Lane.Ordinary);
        var head = new byte[ReceiptSize];
        var times = new double[rounds];
        var position = store.Load().Position;
        for (var i = 0; i < rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var signature = station.Keys.Identity.Sign(head);
            store.Commit(new StationChange(++position, Released(feed, i)));
            var isGood = verifier.Verify(head, signature);
            store.Commit(new StationChange(++position, [.. Documents(), new CheckpointRecorded(feed, i + 1_000_000, new byte[220])]));
            signature = station.Keys.Identity.Sign(head);
            wire.RoundTrip();
            isGood &= verifier.Verify(head, signature);
            store.Commit(new StationChange(++position, [.. Documents(), new CosignatureRecorded(feed, feed.Party, i + 1, new byte[320])]));
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (!isGood)
                throw new InvalidOperationException("a signature of our own does not verify");
        }

        return times;
    }

    private static List<StationFact> Released(FeedId feed, int index) =>
    [
        .. Documents(),
        new JournalRecorded(index, new byte[80], new byte[260]),
        new EntryRecorded(
            feed, index, new byte[330], new byte[480], new byte[500],
            new TranscriptPosition(new Timestamp(index), 1, feed.Party, feed.Generation, feed.Lane, index)),
        new CheckpointRecorded(feed, index + 1, new byte[220]),
    ];

    // The feed's own document, and the one of the journal's head.
    private static StationFact[] Documents() =>
        [new DocumentPut(DocumentKind.Feed, "floor", new byte[1200]), new DocumentPut(DocumentKind.Station, "journal", new byte[500])];

    /// <summary>Two ends of one TLS connection, the far one on a thread that answers.</summary>
    private sealed class Loopback : IDisposable
    {
        private readonly SslStream near;
        private readonly SslStream far;
        private readonly Thread answering;

        public Loopback(LocalStation station)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var dialing = new TcpClient { NoDelay = true };
            dialing.Connect((IPEndPoint)listener.LocalEndpoint);
            var accepted = listener.AcceptTcpClient();
            accepted.NoDelay = true;
            near = new SslStream(dialing.GetStream(), false, static (_, shown, _, _) => shown?.Subject == "CN=floor");
            far = new SslStream(accepted.GetStream(), false);
            var now = TimeProvider.System.GetUtcNow();
            using var certificate = TlsCredential.Create(station.Keys.Identity, "floor", [], now.AddDays(-1), now.AddDays(1));
            var server = Task.Run(() => far.AuthenticateAsServer(certificate, false, SslProtocols.Tls13, false));
            near.AuthenticateAsClient("floor");
            server.GetAwaiter().GetResult();
            answering = new Thread(Answer) { IsBackground = true };
            answering.Start();
        }

        public void RoundTrip()
        {
            near.Write(new byte[FrameSize]);
            near.ReadExactly(new byte[ReceiptSize]);
        }

        public void Dispose()
        {
            near.Dispose();
            answering.Join();
            far.Dispose();
        }

        private void Answer()
        {
            var frame = new byte[FrameSize];
            try
            {
                while (far.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
                    far.Write(new byte[ReceiptSize]);
            }
            catch (IOException)
            {
                // The near end is gone: the measurement is over.
            }
        }
    }
}
