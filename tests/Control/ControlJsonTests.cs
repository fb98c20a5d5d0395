using System.Text;
using System.Text.Json;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Officers;

namespace Parley.Control.Tests;

public sealed class ControlJsonTests
{
    public static TheoryData<string> Names => [.. Catalogue.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_operation_comes_back_as_it_went(string name)
    {
        var entry = Catalogue.All.Single(e => e.Name == name);
        var operation = (Operation)new Samples().Of(entry.Operation) with { Key = "k-1" };

        var json = JsonSerializer.SerializeToUtf8Bytes(operation, entry.Operation, ControlJson.Options);
        var back = ControlJson.ReadOperation(json, entry.Operation);

        Assert.Equal(entry.Operation, back.GetType());
        Assert.Equal("k-1", back.Key);
        Assert.Equal(Encoding.UTF8.GetString(json), JsonSerializer.Serialize(back, entry.Operation, ControlJson.Options));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_answer_comes_back_as_it_went(string name)
    {
        var answer = Catalogue.All.Single(e => e.Name == name).Answer;
        var json = JsonSerializer.Serialize(new Samples().Of(answer), answer, ControlJson.Options);

        var back = JsonSerializer.Deserialize(json, answer, ControlJson.Answers);

        Assert.Equal(json, JsonSerializer.Serialize(back, answer, ControlJson.Options));
    }

    [Fact]
    public void Members_and_enums_are_in_camel_case_and_null_is_written()
    {
        var json = JsonSerializer.Serialize(new ReceiptView("boreal", true, null, false, true), ControlJson.Options);
        Assert.Equal("""{"party":"boreal","received":true,"at":null,"disputed":false,"unreadable":true}""", json);
        Assert.Equal("\"digitsDiffer\"", JsonSerializer.Serialize(Refusal.DigitsDiffer, ControlJson.Options));
    }

    [Theory]
    [InlineData("""{"name":"rao","roles":["watch","release"]}""")]
    [InlineData("""{"name":"rao","roles":"watch, release"}""")]
    public void Roles_are_read_from_a_list_and_from_a_comma_list(string json)
    {
        var operation = (AddOfficer)ControlJson.ReadOperation(Encoding.UTF8.GetBytes(json), typeof(AddOfficer));
        Assert.Equal(Roles.Watch | Roles.Release, operation.Roles);
    }

    [Theory]
    [InlineData("""{"name":"rao","roles":["watch"],"rank":"general"}""", typeof(AddOfficer))]
    [InlineData("""{"name":"rao","name":"rao","roles":["watch"]}""", typeof(AddOfficer))]
    [InlineData("""{"roles":["watch"]}""", typeof(AddOfficer))]
    [InlineData("""{"name":null,"roles":["watch"]}""", typeof(AddOfficer))]
    [InlineData("""{"name":"rao","roles":["king"]}""", typeof(AddOfficer))]
    [InlineData("""{"name":"rao","roles":["watch,release"]}""", typeof(AddOfficer))]
    [InlineData("""{"name":"rao","roles":3}""", typeof(AddOfficer))]
    [InlineData("""{"line":"l","precedence":0,"language":"en","text":"t"}""", typeof(SendMessage))]
    [InlineData("""{"line":"l","precedence":"flash","language":"en","text":"t","regards":[null]}""", typeof(SendMessage))]
    [InlineData("""{"line":"l","terms":{"languages":["en",null]}}""", typeof(AmendLine))]
    [InlineData("""{"line":"l"} {}""", typeof(AcceptLine))]
    [InlineData("""{"line":"\ud800"}""", typeof(AcceptLine))]
    [InlineData("null", typeof(AcceptLine))]
    [InlineData("[]", typeof(AcceptLine))]
    [InlineData("", typeof(AcceptLine))]
    public void What_is_not_of_the_form_is_refused(string json, Type operation) =>
        Assert.ThrowsAny<JsonException>(() => ControlJson.ReadOperation(Encoding.UTF8.GetBytes(json), operation));

    [Fact]
    public void Null_may_stand_for_a_member_that_may_be_missing()
    {
        var json = """{"line":"l","precedence":"flash","language":"en","text":"t","regards":["a"],"supersedes":null}""";
        var operation = (SendMessage)ControlJson.ReadOperation(Encoding.UTF8.GetBytes(json), typeof(SendMessage));
        Assert.Null(operation.Supersedes);
    }
}
