using LogSerialAudit.Cli;

StandardStreams.Hold();
StartMemory.Hold(args);
using var interrupt = new Interrupt();
return (int)await App.RunAsync(args, AppIo.OfProcess(), interrupt.Token);
