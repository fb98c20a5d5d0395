using Parley.Cli.Typing;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Cli.Tests.Typing;

public sealed class AltitudeTextTests
{
    private static readonly Schedule Always = Schedule.Make(Window.Make(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1)).Must()).Must();

    [Theory]
    [InlineData("surface..FL100", "sfc .. fl 100")]
    [InlineData("500ft-agl..3000ft-amsl", "agl 500 ft .. amsl 3000 ft")]
    [InlineData("FL240..unlimited", "fl 240 .. unlimited")]
    [InlineData("sfc .. fl 95", "sfc .. fl 95")]
    [InlineData("GND..UNL", "sfc .. unlimited")]
    [InlineData("-100m-amsl..900 m amsl", "amsl -100 m .. amsl 900 m")]
    [InlineData("100m-wgs84..200m-WGS84", "wgs84 100 m .. wgs84 200 m")]
    [InlineData("50m-depth..surface", "depth 50 m .. sfc")]
    public void Heights_stay_as_they_were_said(string typed, string band)
    {
        var volume = Volume.Make([new PointShape(Position.FromDegrees(69, 16)!.Value)], AltitudeText.Band(typed), Always).Must();
        Assert.Contains($"\nband {band}\n", VolumeText.Write(volume));
    }

    [Theory]
    [InlineData("FL100", "is not written FROM..TO")]
    [InlineData("surface..FL100..FL200", "is not written FROM..TO")]
    [InlineData("surface...FL100", "'.FL100' is no height")]
    [InlineData("surface..", "'' is no height")]
    [InlineData("surface..10000ft", "'10000ft' does not say from where it is measured; write 10000ft-agl (above ground) or 10000ft-amsl (above the sea)")]
    [InlineData("surface..FL", "'FL' is no height")]
    [InlineData("surface..١٠٠m-amsl", "is no height")]
    [InlineData("FL240..FL100", "refused (upsideDown): --altitude: in 'FL240..FL100' the upper limit is below the lower one; write the lower one first")]
    [InlineData("unlimited..surface", "refused (upsideDown)")]
    [InlineData("-5ft-agl..FL100", "refused (altitude)")]
    public void What_is_no_band_is_refused_with_what_to_do(string typed, string words)
    {
        var fault = Assert.Throws<CommandFault>(() => AltitudeText.Band(typed));
        Assert.Equal(ExitCode.Usage, fault.Code);
        Assert.Contains(words, fault.Message);
    }
}
