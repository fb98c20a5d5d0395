using Parley.Simulation.Tests;
using Xunit.Runner.InProc.SystemConsole;

// --seed N             one world, its events on standard error with --trace
// --swarm SECONDS      worlds of new seeds for so long; --from N begins at that seed, --suite1 uses suite 1
return args switch
{
    ["--seed", var seed, .. var more] => Swarm.One(ulong.Parse(seed), more.Contains("--trace"), more.Contains("--suite1")),
    ["--swarm", var seconds, .. var more] => Swarm.For(TimeSpan.FromSeconds(double.Parse(seconds)), Swarm.First(more), more.Contains("--suite1")),
    _ => await ConsoleRunner.Run(args),
};
