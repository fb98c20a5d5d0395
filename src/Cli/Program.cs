using System.Runtime.InteropServices;
using Parley.Cli;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await ParleyProgram.Run(args, Terminal.OfProcess(), stop.Token);

// The first signal asks for a clean end; a second one ends the process as the system would.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
