namespace Parley.Crypto.Tests;
public class SmokeTests { [Fact] public void Suite_numbers() => Assert.Equal("1", SuiteId.One.ToString()); }
