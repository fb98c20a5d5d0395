using Parley.Lines.Calls;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Samples;

/// <summary>Who talks to whom between two fictional parties.</summary>
internal static class SampleCounterparts
{
    public static readonly Seat Astra = new(
        PartyId.Parse("astra")!.Value, [new SeatName("en", "Minister of Defence", "Minister"), new SeatName("ru", "Министр обороны", "Господин министр")],
        ["First deputy minister"], "Europe/Paris", ["en", "fr"], true);

    public static readonly Seat Boreal = new(
        PartyId.Parse("boreal")!.Value, [new SeatName("ru", "Министр", "Господин министр")], [], "Europe/Moscow", ["ru"], false);

    public static readonly Counterpart Ministers = new("ministers", [Astra, Boreal]);
}
