using Parley.Simulation.Tests;
using Xunit.Runner.InProc.SystemConsole;

// --seed N             one world, its events on standard error with --trace
// --swarm SECONDS      worlds of new seeds for so long; --from N begins at that seed, --suite1 uses suite 1
// --silence CASES      silences made from causes, see SilenceWorld; --from N begins at that seed
return args switch
{
    ["--seed", var seed, .. var more] => Swarm.One(ulong.Parse(seed), more.Contains("--trace"), more.Contains("--suite1")),
    ["--swarm", var seconds, .. var more] => Swarm.For(TimeSpan.FromSeconds(double.Parse(seconds)), Swarm.First(more), more.Contains("--suite1")),
    ["--silence", var cases, .. var more] => SilenceSwarm.Run(int.Parse(cases), Swarm.First(more)),
    _ => await ConsoleRunner.Run(args),
};
