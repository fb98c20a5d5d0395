using Parley.Lines.Observations;
using Parley.Lines.PublicWarnings;
using Parley.Lines.Tests.Observations;

namespace Parley.Lines.Tests.PublicWarnings;

internal static class Warnings
{
    /// <summary>Published in hour 1 and entered in hour 2.</summary>
    public static PublicWarning Rockets(int number, string name = "HYDROLANT 123/16(24)") => new(
        number, name, null, WarningEffect.Announces, [], [AnnouncedKind.SpaceLaunch], Sightings.Hour(1),
        [Sightings.Area(50_000, 3, 9)], "ROCKET LAUNCHING.", [], "Ada", Sightings.Hour(2));
}
