using System.Reflection;
using System.Text.Json;
using Parley.Control;
using Parley.Control.Attachments;
using Parley.Control.Http;
using Parley.Control.Messages;
using Parley.Control.Pouches;
using Parley.Control.Stations;
using Parley.Control.Tests;

namespace Parley.Api.Tests;

public sealed class OperationTests
{
    [Fact]
    public async Task Every_operation_arrives_as_it_was_and_its_answer_comes_back()
    {
        await using var server = await Server.Start();
        using var officer = server.Officer();
        foreach (var entry in Catalogue.All)
        {
            var operation = (Operation)new Samples().Of(entry.Operation) with { Key = "once" };

            var outcome = await Do(officer, operation, entry.Answer);

            Assert.Equal(JsonSerializer.Serialize(operation, entry.Operation, ControlJson.Options),
                JsonSerializer.Serialize(server.Station.Asked, entry.Operation, ControlJson.Options));
            var answer = outcome.GetType().GetProperty("Answer")!.GetValue(outcome);
            Assert.Equal(JsonSerializer.Serialize(new Samples().Of(entry.Answer), entry.Answer, ControlJson.Options),
                JsonSerializer.Serialize(answer, entry.Answer, ControlJson.Options));
        }
    }

    [Fact]
    public async Task Every_refusal_comes_back_as_itself()
    {
        await using var server = await Server.Start();
        using var officer = server.Officer();
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            server.Station.Refuses = refusal;
            var outcome = await officer.Do(new ShowStatus());
            Assert.Equal(new Refused<StationStatus>(refusal, $"Do not be {refusal}."), outcome);
        }
    }

    [Fact]
    public async Task A_busy_station_says_when_to_try_again()
    {
        await using var server = await Server.Start();
        server.Station.Refuses = Refusal.Busy;
        using var client = server.Plain();
        using var response = await client.GetAsync("/api/v1/station/status");
        Assert.Equal(503, (int)response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_fault_of_the_station_is_a_fault_for_the_client()
    {
        await using var server = await Server.Start();
        using var officer = server.Officer();
        server.Station.Throws = new ControlFault("the store is being opened anew");
        Assert.Equal("the store is being opened anew", (await Assert.ThrowsAsync<ControlFault>(() => officer.Do(new ShowStatus()))).Message);
        server.Station.Throws = new InvalidOperationException("secret detail");
        Assert.DoesNotContain("secret", (await Assert.ThrowsAsync<ControlFault>(() => officer.Do(new ShowStatus()))).Message);
    }

    [Fact]
    public async Task A_station_that_is_not_there_is_a_fault()
    {
        Uri address;
        await using (var server = await Server.Start())
            address = server.Address;
        using var officer = new HttpControl(address, "t");
        Assert.False(await officer.IsThere());
        Assert.Contains("cannot reach", (await Assert.ThrowsAsync<ControlFault>(() => officer.Do(new ShowStatus()))).Message);
    }

    [Theory]
    [InlineData("""{"line":"a","colour":"red"}""", "application/json", 400, "malformed")]
    [InlineData("not json", "application/json", 400, "malformed")]
    [InlineData("""{"line":"a"}""", "text/plain", 400, "malformed")]
    public async Task What_is_not_of_the_form_is_refused_before_the_station(string body, string type, int status, string refusal)
    {
        await using var server = await Server.Start();
        using var client = server.Plain();
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type));
        using var response = await client.PostAsync("/api/v1/line/accept", content);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"\"refusal\":\"{refusal}\"", await response.Content.ReadAsStringAsync());
        Assert.Null(server.Station.Asked);
    }

    [Fact]
    public async Task A_request_over_its_bound_is_refused_and_one_that_brings_a_file_has_a_greater_one()
    {
        await using var server = await Server.Start();
        using var officer = server.Officer();
        var large = new SendMessage("a", Parley.Lines.Entries.Precedence.Flash, "en", new string('x', 2_000_000));
        Assert.Equal(Refusal.TooLong, Assert.IsType<Refused<DraftView>>(await officer.Do(large)).Why);
        Assert.Null(server.Station.Asked);

        var pouch = new ImportPouch(new PouchFile("a.pouch", new byte[2_000_000]));
        Assert.IsType<Done<PouchImport>>(await officer.Do(pouch));
        Assert.IsType<Done<DraftView>>(await officer.Do(new AttachFile("a", "b.png", "image/png", new byte[8 << 20])));
        var beyond = new AttachFile("a", "b.png", "image/png", new byte[12 << 20]);
        Assert.Equal(Refusal.TooLong, Assert.IsType<Refused<DraftView>>(await officer.Do(beyond)).Why);
    }

    [Theory]
    [InlineData("GET", "/api/v1/line/accept", 405)]
    [InlineData("POST", "/api/v1/station/status", 405)]
    [InlineData("GET", "/api/v1/no/such", 404)]
    [InlineData("GET", "/", 404)]
    public async Task Other_methods_and_paths_are_refused(string method, string path, int status)
    {
        await using var server = await Server.Start();
        using var client = server.Plain();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused()
    {
        await using var server = await Server.Start();
        using var officer = server.Officer();
        var outcome = await officer.Do(new DiscardDraft("d") { Key = new string('k', 65) });
        Assert.Equal(Refusal.Malformed, Assert.IsType<Refused<Nothing>>(outcome).Why);
    }

    private static async Task<object> Do(HttpControl officer, Operation operation, Type answer)
    {
        var method = typeof(HttpControl).GetMethod(nameof(HttpControl.Do))!.MakeGenericMethod(answer);
        var task = (Task)method.Invoke(officer, BindingFlags.Default, null, [operation, CancellationToken.None], null)!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }
}
