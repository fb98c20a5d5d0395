using System.Globalization;
using Parley.Control.Activities;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Charters;

namespace Parley.Station.Tests.Operations;

/// <summary>An aid hub with a line to each of two parties that do not see each other, and what is said on them.</summary>
internal static class AidSamples
{
    public const string Circle = "circle 33.5000000 44.4000000 500";
    public const string Elsewhere = "circle 10.0000000 10.0000000 500";

    /// <summary>The hub has `north` with boreal and `south` with cassia, who have no circuit and no line with each other; a drone cell of boreal's can be named.</summary>
    public static (Desk Hub, Desk Boreal, Desk Cassia) Hub(LineMode south = LineMode.Live)
    {
        var (hub, boreal, cassia) = (new Desk("hub", 1), new Desk("boreal", 2), new Desk("cassia", 3));
        Open(hub, boreal, "north", LineMode.Live, new TermsView(Addressees: ["boreal:drone cell"]));
        Open(hub, cassia, "south", south, new TermsView());
        return (hub, boreal, cassia);
    }

    /// <summary>Of a circle of 500 m round a hospital, or another shape, up to 20,000 ft.</summary>
    public static string Volume(Desk desk, double fromHours, double untilHours, string shape = Circle) => string.Create(
        CultureInfo.InvariantCulture, $"volume 1\n{shape}\nband sfc .. fl 200\nvalid {At(desk, fromHours)} {At(desk, untilHours)}\n");

    public static DateTimeOffset In(Desk desk, double hours) => desk.Now.ToDateTimeOffset().AddHours(hours);

    /// <summary>A site is notified; its ref.</summary>
    public static string Site(Desk desk, string line = "north", string title = "Hospital 4", double hours = 48) => Released(desk.Do(new NotifyActivity(
        line, ActivityKind.Site, title, "channel 16", [Volume(desk, 0, 1_000)], new AidInput(In(desk, hours), "a doctor", "40 beds", "red cross"), Despite: true)));

    /// <summary>A movement is notified, to be acknowledged by boreal's drone cell; its ref.</summary>
    public static string Movement(Desk desk, double fromHours, string title = "Convoy 12") => Released(desk.Do(new NotifyActivity(
        "north", ActivityKind.Movement, title, "channel 16", [Volume(desk, fromHours, fromHours + 6)], new AidInput(In(desk, fromHours + 40), Vehicles: "4 trucks"),
        Addressees: [new AddresseeInput("boreal:drone cell", 30)], Despite: true)));

    public static string Strike(Desk desk, string line, string title = "Hammer", string shape = Circle) => Released(desk.Do(new NotifyActivity(
        line, ActivityKind.StrikeArea, title, "cell 7", [Volume(desk, 0, 900, shape)], Despite: true)));

    public static string Released(DraftView draft) => draft.Released!;

    /// <summary>What an officer sees at a glance of activities.</summary>
    public static List<string> Waiting(Desk desk) => [.. desk.Do(new Control.Stations.ShowStatus()).Waiting ?? []];

    private static string At(Desk desk, double hours) =>
        In(desk, hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Open(Desk one, Desk other, string name, LineMode mode, TermsView terms)
    {
        Desk.Introduce(one, other);
        Desk.Connect(one, other);
        one.Do(new ProposeLine(name, LineKind.Hot, mode, [other.Party.ToString()], terms));
        Desk.Settle(one, other);
        other.Do(new AcceptLine(name));
        Desk.Settle(one, other);
    }
}
