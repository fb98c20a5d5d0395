using System.Net.Security;
using System.Net.Sockets;
using Parley.Circuits.Link;

namespace Parley.Circuits.Tls;

/// <summary>The authenticated stream of one circuit, where a broken path is a value and not an exception. One thread may read while another
/// writes; any may cut.</summary>
internal sealed class TlsWire(Socket socket, SslStream stream)
{
    /// <summary>Bytes read; 0 when the stream ended or broke.</summary>
    public int Read(byte[] buffer, int offset)
    {
        try
        {
            return stream.Read(buffer, offset, buffer.Length - offset);
        }
        catch (Exception e) when (TlsFaults.IsOfPath(e))
        {
            return 0;
        }
    }

    /// <summary>False when the path is broken. That does not decide how the circuit ended: what the other side said last may still be on
    /// its way to the reader.</summary>
    public bool TryWrite(ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
            return true;
        }
        catch (Exception e) when (TlsFaults.IsOfPath(e))
        {
            return false;
        }
    }

    /// <summary>The last record of this side.</summary>
    public void TryBye(LinkBye why)
    {
        Span<byte> bye = stackalloc byte[LinkRecord.MostControl];
        TryWrite(bye[..LinkRecord.Bye(why).Write(bye)]);
    }

    /// <summary>Wakes reader and writer out of the kernel; the socket itself is released when both are gone.</summary>
    public void Cut()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (TlsFaults.IsOfPath(e))
        {
            // It was cut already.
        }
    }

    /// <summary>Releases the socket when neither thread uses it any more.</summary>
    public void Release() => stream.Dispose();
}
