using Parley.Browser.Tests;

// Two at a time: most of a test is waiting for one of its two stations, its browser or itself. Each class has stations of its own.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: AssemblyFixture(typeof(Chromium))]
