using System.Buffers;
using Parley.Control;
using Parley.Control.Stations;
using Parley.Lines.Charters;

namespace Parley.Station.Operations;

/// <summary>A line's transcript with every proof, as a file. The loop notes how far each feed reaches; the store is read by the asker's own thread.</summary>
internal static class Exports
{
    public static object Line(OperationContext context, ExportLine operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return new Refused<ExportFile>(refused.Why, refused.Detail);
        var whole = LineExport.Of(context, line);
        var mode = line.Mode;
        var name = $"{LineNames.HandleOf(memory, line).Replace(':', '-')}-{memory.Own}";
        name = mode == LineMode.Exercise ? $"EXERCISE-{name}-EXERCISE.transcript" : $"{name}.transcript";
        return new Deferred(() =>
        {
            var buffer = new ArrayBufferWriter<byte>(1 << 16);
            whole.Write(bytes => buffer.Write(bytes));
            return new Done<ExportFile>(new ExportFile(mode, name, buffer.WrittenSpan.ToArray()));
        });
    }
}
