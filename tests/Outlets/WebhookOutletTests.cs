using System.Net;
using System.Net.Sockets;
using System.Text;
using Parley.Station.Folders;

namespace Parley.Outlets.Tests;

/// <summary>A real POST over the loopback.</summary>
public sealed class WebhookOutletTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parley-test-").FullName;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public WebhookOutletTests() => listener.Start();

    [Fact]
    public async Task It_posts_the_ring_with_the_token_of_its_file()
    {
        PrivateFile.Write(TokenFile, "s3cret\n"u8);
        var request = Serve("204 No Content");
        using var outlet = Outlet(TokenFile);
        Assert.Null(await outlet.Ring(Rings.Flash, TestContext.Current.CancellationToken));

        var (head, body) = await request;
        Assert.StartsWith("POST /hook?key=hidden HTTP/1.1", head);
        Assert.Contains("Authorization: Bearer s3cret", head);
        Assert.Contains("application/json", head);
        Assert.Equal(Encoding.UTF8.GetString(RingText.Json(Rings.Flash)), body);
    }

    [Fact]
    public async Task What_is_shown_of_it_and_said_of_its_failure_holds_no_secret()
    {
        PrivateFile.Write(TokenFile, "s3cret\n"u8);
        using var outlet = Outlet(TokenFile);
        var request = Serve("500 Oops");
        var failure = await outlet.Ring(Rings.Flash, TestContext.Current.CancellationToken);
        await request;
        listener.Stop();
        var refused = await outlet.Ring(Rings.Flash, TestContext.Current.CancellationToken);

        Assert.Equal("it answered with status 500", failure);
        Assert.Equal("it cannot be reached (ConnectionError)", refused);
        foreach (var shown in (string[])[failure!, refused!, outlet.About.ToString()])
        {
            Assert.DoesNotContain("s3cret", shown);
            Assert.DoesNotContain("hidden", shown);
        }
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var request = Serve("302 Found\r\nLocation: http://192.0.2.1/");
        using var outlet = Outlet(null);
        Assert.Equal("it answered with status 302", await outlet.Ring(Rings.Flash, TestContext.Current.CancellationToken));
        await request;
    }

    [Fact]
    public async Task One_that_does_not_answer_has_failed()
    {
        using var outlet = new WebhookOutlet("pager", Url, null, false, TimeSpan.FromMilliseconds(300));
        Assert.StartsWith("it did not answer", await outlet.Ring(Rings.Flash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_token_file_that_is_missing_or_open_to_others_is_a_failure()
    {
        using var outlet = Outlet(TokenFile);
        Assert.Equal("its token file cannot be read", await outlet.Ring(Rings.Flash, TestContext.Current.CancellationToken));
        await File.WriteAllTextAsync(TokenFile, "s3cret", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(TokenFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Equal("its token file can be read by others", await outlet.Ring(Rings.Flash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_leaves_the_local_network_unless_the_settings_say_so()
    {
        // An address of documentation: nothing is connected with, because it is refused before.
        using var outlet = new WebhookOutlet("pager", new Uri("http://192.0.2.1/hook"), null, false, TimeSpan.FromSeconds(5));
        Assert.StartsWith("its address is not on the local network", await outlet.Ring(Rings.Flash, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.31.255.255", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.3.4", true)]
    [InlineData("169.254.1.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("::ffff:192.0.2.1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("11.0.0.1", false)]
    public void Local_addresses_are_known(string address, bool local) => Assert.Equal(local, LocalNetwork.Holds(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://10.0.0.1:8080/hook?token=x", true)]
    [InlineData("ftp://10.0.0.1/", false)]
    [InlineData("http://user:secret@10.0.0.1/", false)]
    [InlineData("hook", false)]
    [InlineData(null, false)]
    public void Settings_are_checked(string? url, bool sound) =>
        Assert.Equal(sound, OutletSettings.FaultOf([new OutletSettings("pager", "webhook", Url: url)]) is null);

    public void Dispose()
    {
        listener.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string TokenFile => Path.Combine(folder, "pager.token");

    private Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/hook?key=hidden");

    private WebhookOutlet Outlet(string? tokenFile) => new("pager", Url, tokenFile, false, TimeSpan.FromSeconds(10));

    /// <summary>Answers one request; its head and its body.</summary>
    private async Task<(string Head, string Body)> Serve(string status)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var text = "";
        var buffer = new byte[4096];
        while (!text.Contains("\r\n\r\n", StringComparison.Ordinal) || !text.EndsWith('}'))
            text += Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        var cut = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (text[..cut], text[(cut + 4)..]);
    }
}
