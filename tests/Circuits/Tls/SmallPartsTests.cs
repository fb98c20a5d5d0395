using System.Net;
using Parley.Circuits.Tls;

namespace Parley.Circuits.Tests.Tls;

public sealed class SmallPartsTests
{
    [Theory]
    [InlineData("tls://192.0.2.1:7101")]
    [InlineData("tls://station.example:1")]
    [InlineData("tls://[2001:db8::1]:65535")]
    public void Addresses_are_read_and_written(string text) => Assert.Equal(text, TlsAddress.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("tls://")]
    [InlineData("tls://host")]
    [InlineData("tls://host:")]
    [InlineData("tls://:7101")]
    [InlineData("tls://host:65536")]
    [InlineData("tls://host:-1")]
    [InlineData("tls://host: 1")]
    [InlineData("tls://ho st:1")]
    [InlineData("tls://user@host:1")]
    [InlineData("wss://host:1")]
    public void Other_texts_are_no_addresses(string text) => Assert.Null(TlsAddress.Parse(text));

    [Fact]
    public void The_first_cut_is_followed_at_once_and_later_ones_ever_later()
    {
        var backoff = new Backoff();
        Assert.Equal(TimeSpan.Zero, backoff.Ended(TimeSpan.FromSeconds(1), 1));
        Assert.Equal(TimeSpan.FromMilliseconds(100), backoff.Ended(TimeSpan.FromSeconds(1), 1));
        Assert.Equal(TimeSpan.FromMilliseconds(100), backoff.Failed(0));
        Assert.Equal(TimeSpan.FromMilliseconds(400), backoff.Failed(1));
        for (var i = 0; i < 20; i++)
            backoff.Failed(1);
        Assert.Equal(TimeSpan.FromSeconds(30), backoff.Failed(1));
        Assert.Equal(TimeSpan.FromSeconds(15), backoff.Failed(0));
        Assert.Equal(TimeSpan.Zero, backoff.Ended(TimeSpan.FromSeconds(10), 1));
        Assert.Equal(TimeSpan.FromMilliseconds(100), backoff.Failed(1));
    }

    [Fact]
    public void An_address_gets_its_rate_and_others_theirs()
    {
        var rate = new AcceptRate(perSecond: 2, burst: 3);
        var (one, other) = (IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.2"));
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => rate.TryTake(one, 0)));
        Assert.True(rate.TryTake(other, 0));
        Assert.False(rate.TryTake(one, 400_000));
        Assert.True(rate.TryTake(one, 1_000_000));
        Assert.True(rate.TryTake(IPAddress.Parse("::ffff:192.0.2.1"), 1_000_000));
        Assert.False(rate.TryTake(one, 1_000_000));
    }

    [Fact]
    public void A_prefix_of_addresses_counts_as_one_and_memory_is_bounded()
    {
        var rate = new AcceptRate(perSecond: 1, burst: 1);
        Assert.True(rate.TryTake(IPAddress.Parse("2001:db8::1"), 0));
        Assert.False(rate.TryTake(IPAddress.Parse("2001:db8::2"), 0));
        for (var i = 0; i < 3 * Bounds.RememberedAddresses; i++)
        {
            rate.TryTake(new IPAddress([10, (byte)(i >> 16), (byte)(i >> 8), (byte)i]), i);
            Assert.InRange(rate.Count, 1, Bounds.RememberedAddresses);
        }
    }
}
