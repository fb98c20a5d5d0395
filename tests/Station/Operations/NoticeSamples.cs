using Parley.Lines.Notices;

namespace Parley.Station.Tests.Operations;

/// <summary>Filled-in forms of the formats that come with the program.</summary>
internal static class NoticeSamples
{
    /// <summary>Rockets of research, so many, within a window.</summary>
    public static IReadOnlyList<NoticeValue> Launch(int events, string from, string until) =>
    [
        new("class", ["research"]), new("name", ["Petrel 4"]), new("stages", ["4"]), new("site", ["69.3000000 16.0000000"]), new("direction", ["352"]),
        new("launches", [$"{events}"]), new("impact-areas", [$"volume 1\ncircle 70.1000000 15.2000000 12000\nband sfc .. unlimited\nvalid {from} {until}"]),
        new("apogee", ["580"]), new("flight-time", ["24"]), new("contact", ["Launch range"]),
    ];

    /// <summary>A test of a missile: three days ahead of its window at the latest.</summary>
    public static IReadOnlyList<NoticeValue> Missile(string from, string until) =>
    [
        new("launched-from", ["land"]), new("missiles", ["1"]), new("site", ["18.7000000 86.9000000"]),
        new("impact-area", [$"volume 1\ncircle 12.0000000 87.5000000 60000\nband sfc .. unlimited\nvalid {from} {until}"]), new("direction", ["170"]),
        new("warnings", ["Warning to airmen 114"]),
    ];

    public static IReadOnlyList<NoticeValue> Query { get; } =
    [
        new("observed", ["Trains with armoured vehicles"]), new("where", ["Between Marsk and the river Ilva"]), new("seen", ["2026-01-01T06:00:00Z 2026-01-02T20:00:00Z"]),
        new("concern", ["No exercise was announced there"]), new("questions", ["What is the purpose?", "Which units take part?"]), new("contact", ["Centre of Astra"]),
    ];

    public static IReadOnlyList<NoticeValue> Answer { get; } =
    [
        new("position", ["explained"]), new("purpose", ["A test of rail transport"]),
        new("area", ["volume 1\ncircle 53.2000000 30.4000000 15000\nband sfc .. sfc\nvalid 2026-01-01T00:00:00Z 2026-01-20T00:00:00Z"]), new("command", ["Western district"]),
        new("troops", ["5200"]), new("units", ["11th Brigade", "Western district", "infantry", "240"]), new("return", ["All units are back by the 20th"]),
        new("answers", ["1", "See the purpose", "2", "See the units"]),
    ];

    public static IReadOnlyList<NoticeValue> Completion(int number) =>
        [new("event", [$"{number}"]), new("ended", ["2027-01-01T00:00:00Z"]), new("result", ["as-announced"]), new("remaining", ["0"])];
}
