using BenchmarkDotNet.Running;
using Parley.Bench;
using Parley.Bench.Links;

// dotnet run -c Release --project bench -- --filter '*'            pieces
// dotnet run -c Release --project bench -- links --emulator PATH   two stations over an emulated link
// dotnet run -c Release --project bench -- store                   a station with many entries
// dotnet run -c Release --project bench -- imports                 real notices of others
// dotnet run -c Release --project bench -- activities              from one station's flight to the overlap at the other
// dotnet run -c Release --project bench -- volumes                 the index of volumes, alone or with the same data in PostgreSQL
// dotnet run -c Release --project bench -- observations            what was seen against what was announced: speed, and launches that flew
switch (args)
{
    case ["links", .. var options]:
        return await LinksBench.Run(options);
    case ["store", .. var options]:
        return await Parley.Bench.Stores.StoreBench.Run(options);
    case ["imports", .. var options]:
        return Parley.Bench.Imports.ImportTrial.Run(options);
    case ["activities", .. var options]:
        return await Parley.Bench.Activities.OverlapTrial.Run(options);
    case ["volumes", .. var options]:
        return await Parley.Bench.Volumes.VolumesBench.Run(options);
    case ["observations", .. var options]:
        return Parley.Bench.Observations.ObservationsBench.Run(options);
    case [Officer.Name, var address, var token]:
        return await Officer.Run(new Uri(address), token);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Parley.Bench.Entries.EntryBenchmarks).Assembly).Run(args);
        return 0;
}
