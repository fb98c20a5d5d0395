using Parley.Lines.Charters;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>Exchanging cards opens one operator line per mode with the peer: both sides compute the same fixed charter.</summary>
internal static class OperatorLines
{
    public static void Open(Step step, PeerState peer)
    {
        var memory = step.Memory;
        foreach (var mode in new[] { LineMode.Live, LineMode.Exercise })
        {
            var charter = Charter.Operator(
                mode, (memory.Own, memory.Keys.Chain.Current.FirstKey), (peer.Party, peer.Chain.Current.FirstKey));
            var id = charter.FoundedLine();
            if (memory.Lines.ContainsKey(id))
                continue;
            var line = new LineState(id, CharterFold.OfOperator(charter));
            memory.Lines[id] = line;
            step.Changed(line);
            Appending.OpenGeneration(step, line);
            step.Note(Control.ChangeKind.Line, id, text: "operator");
        }
    }
}
