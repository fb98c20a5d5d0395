using System.Globalization;
using System.Text.Json;
using Parley.Lines.Alarms;
using Parley.Station.Alarms;

namespace Parley.Outlets;

/// <summary>A ring as outlets get it: these members and no others.</summary>
internal static class RingText
{
    /// <summary>Name and value of each member, in order.</summary>
    public static IReadOnlyList<(string Name, string Value)> Members(AlarmRing ring)
    {
        List<(string, string)> members =
        [
            ("station", ring.Station),
            ("kind", ring.Kind.Name()),
            ("level", ring.Level.Name()),
            ("count", ring.Count.ToString(CultureInfo.InvariantCulture)),
            ("at", ring.At.ToString()),
        ];
        if (ring.Failed is { } failed)
            members.Add(("outlet", failed));
        return members;
    }

    /// <summary><c>{"alarm":true,"station":…}</c>; the count is a number.</summary>
    public static byte[] Json(AlarmRing ring)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("alarm", true);
            foreach (var (name, value) in Members(ring))
            {
                if (name == "count")
                    writer.WriteNumber(name, ring.Count);
                else
                    writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>One line for a terminal.</summary>
    public static string Line(AlarmRing ring) => string.Create(CultureInfo.InvariantCulture, $"{ring.At} ALARM {Words(ring)}, for {ring.Level.Name()}");

    private static string Words(AlarmRing ring) => ring.Kind switch
    {
        AlarmKind.Test => "TEST of the outlets: confirm it with 'parley alarm confirm'",
        AlarmKind.OutletFailed => $"outlet {ring.Failed} FAILED",
        AlarmKind.Exercise => string.Create(CultureInfo.InvariantCulture, $"EXERCISE: {ring.Count} unread EXERCISE"),
        AlarmKind.FlashTest => string.Create(CultureInfo.InvariantCulture, $"{ring.Count} unread flash marked TEST"),
        AlarmKind.Alert => string.Create(CultureInfo.InvariantCulture, $"{ring.Count} unread ALERT"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{ring.Count} unread FLASH"),
    };
}
