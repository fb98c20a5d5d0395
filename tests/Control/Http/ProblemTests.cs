using System.Text;
using Parley.Control.Http;

namespace Parley.Control.Tests.Http;

public sealed class ProblemTests
{
    [Fact]
    public void A_refusal_is_written_as_RFC_9457_asks() => Assert.Equal(
        """{"type":"urn:parley:refusal:notSignedIn","title":"Not signed in","status":401,"detail":"Show a token.","refusal":"notSignedIn"}""",
        Encoding.UTF8.GetString(Problem.Of(Refusal.NotSignedIn, "Show a token.").ToJson()));

    [Fact]
    public void Every_refusal_comes_back_and_has_a_status_of_an_error()
    {
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            var problem = Problem.Of(refusal, "Do this.");
            Assert.Equal(problem, Problem.Parse(problem.ToJson()));
            Assert.InRange(problem.Status, 400, 599);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"type":"a","title":"b","status":422,"detail":"c","refusal":"notOfThisVersion"}""")]
    public void What_is_no_problem_is_null(string text) => Assert.Null(Problem.Parse(Encoding.UTF8.GetBytes(text)));
}
