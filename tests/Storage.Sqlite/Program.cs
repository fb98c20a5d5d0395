using Parley.Storage.Sqlite.Tests;
using Xunit.Runner.InProc.SystemConsole;

return args switch
{
    [CommittingProcess.Verb, var folder] => CommittingProcess.Run(folder),
    [HoldingProcess.Verb, var folder] => HoldingProcess.Run(folder),
    _ => await ConsoleRunner.Run(args),
};
