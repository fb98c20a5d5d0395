using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Parley.Bench.EntryBenchmarks).Assembly).Run(args);
