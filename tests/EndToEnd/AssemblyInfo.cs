// Two at a time: most of a test is waiting for processes that start, end or wait themselves. Each test has stations and ports of its own.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
