using Parley.Browser.Tests;

// Browsers and stations share two cores with the tests; a page that waits for another test's page would be a wait for luck.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(Chromium))]
