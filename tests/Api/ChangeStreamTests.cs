using Parley.Control;
using Parley.Control.Http;

namespace Parley.Api.Tests;

public sealed class ChangeStreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Changes_come_as_they_happen()
    {
        await using var server = await Server.Start();
        using var officer = server.Officer();
        using var limit = new CancellationTokenSource(Patience);
        var first = new ChangeNote(1, DateTimeOffset.UnixEpoch, ChangeKind.Recorded, "ab", "boreal/00/urgent/1", "message\nby boreal");
        var second = first with { Number = 2, Kind = ChangeKind.Missed, Line = null };
        server.Station.Change(first);

        await using var changes = officer.Changes(limit.Token).GetAsyncEnumerator(limit.Token);
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(first, changes.Current);
        server.Station.Change(second);
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(second, changes.Current);
    }

    [Fact]
    public async Task Without_a_token_there_are_none()
    {
        await using var server = await Server.Start();
        using var officer = server.Officer("wrong");
        var fault = await Assert.ThrowsAsync<ControlFault>(async () => await officer.Changes().GetAsyncEnumerator().MoveNextAsync());
        Assert.Contains("token", fault.Message);
    }

    [Fact]
    public async Task A_revoked_officer_hears_no_more()
    {
        await using var server = await Server.Start();
        using var officer = server.Officer();
        using var limit = new CancellationTokenSource(Patience);
        var note = new ChangeNote(1, DateTimeOffset.UnixEpoch, ChangeKind.Recorded, null, null, null);
        server.Station.Change(note);
        await using var changes = officer.Changes(limit.Token).GetAsyncEnumerator(limit.Token);
        Assert.True(await changes.MoveNextAsync());

        server.Revoked = true;
        server.Station.Change(note with { Number = 2 });

        Assert.False(await changes.MoveNextAsync());
    }

    [Fact]
    public async Task A_server_that_stops_ends_the_stream()
    {
        var server = await Server.Start();
        using var officer = server.Officer();
        using var limit = new CancellationTokenSource(Patience);
        server.Station.Change(new ChangeNote(1, DateTimeOffset.UnixEpoch, ChangeKind.Line, null, null, null));
        await using var changes = officer.Changes(limit.Token).GetAsyncEnumerator(limit.Token);
        Assert.True(await changes.MoveNextAsync());
        var next = changes.MoveNextAsync().AsTask();

        await server.DisposeAsync();

        try
        {
            Assert.False(await next);
        }
        catch (ControlFault)
        {
            Assert.False(limit.IsCancellationRequested);
        }
    }

    [Fact]
    public async Task A_reader_who_goes_leaves_his_place_to_others()
    {
        await using var server = await Server.Start();
        using var limit = new CancellationTokenSource(Patience);
        for (var i = 0; i < 2 * Bounds.Streams; i++)
        {
            using var client = server.Plain();
            using var stream = await Open(client, limit.Token);
            // His place is free a moment after he has gone; never, if it were lost.
            while (!stream.IsSuccessStatusCode)
            {
                using var another = await Open(client, limit.Token);
                if (another.IsSuccessStatusCode)
                    break;
            }
        }

        static Task<HttpResponseMessage> Open(HttpClient client, CancellationToken cancel) => client.GetAsync(
            new Uri(HttpControl.Root + HttpControl.ChangesPath, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancel);
    }
}
