using System.Xml;
using Parley.Exchange.Notices.Exports;
using Parley.Lines.Notices;
using Parley.Lines.Tests.Samples;

namespace Parley.Exchange.Tests.Notices.Exports;

public sealed class NoticeCapTests
{
    private static readonly string[] OfAlert = ["identifier", "sender", "sent", "status", "msgType", "scope", "restriction", "note", "references", "info"];
    private static readonly string[] OfInfo = ["language", "category", "event", "urgency", "severity", "certainty", "onset", "expires", "headline", "description", "area"];
    private static readonly string[] OfArea = ["areaDesc", "polygon", "circle", "altitude", "ceiling"];

    [Fact]
    public void Elements_stand_in_the_order_of_the_schema()
    {
        var export = ExportSample.Of("circle 69.3000000 16.0000000 5500\nellipse 20.0000000 -179.5000000 300000 100000 45", band: "amsl 100 m .. amsl 3000 ft") with
        {
            Before = [new("astra/3", "parley.invalid", ExportSample.Made)],
        };
        var alert = Read(NoticeCap.Write(export));
        Assert.Equal(NoticeCap.Namespace, alert.NamespaceURI);
        InOrder(alert, OfAlert);
        var infos = All(alert, "info");
        Assert.Equal(["en", "ru"], infos.Select(i => All(i, "language")[0].InnerText));
        foreach (var info in infos)
        {
            InOrder(info, OfInfo);
            Assert.All(All(info, "area"), a => InOrder(a, OfArea));
        }

        Assert.Equal("parley.invalid,astra/3,2027-01-31T09:00:00-00:00", All(alert, "references")[0].InnerText);
        var areas = All(infos[0], "area");
        Assert.Equal("69.3,16 5.5", All(areas[1], "circle")[0].InnerText);
        Assert.Equal(("328", "3000"), (All(areas[1], "altitude")[0].InnerText, All(areas[1], "ceiling")[0].InnerText));
        Assert.Equal(2, All(areas[2], "polygon").Length);
        Assert.All(All(areas[2], "polygon"), p => Assert.Equal(p.InnerText.Split(' ')[0], p.InnerText.Split(' ')[^1]));
    }

    [Theory]
    [InlineData("sfc .. amsl 3000 ft")]
    [InlineData("agl 100 ft .. fl 195")]
    public void Heights_of_other_references_stand_in_words(string band)
    {
        var text = NoticeCap.Write(ExportSample.Of("circle 69.3000000 16.0000000 5500", band: band));
        Assert.DoesNotContain("<altitude>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<ceiling>", text, StringComparison.Ordinal);
        Assert.Contains(band, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NoticeEffect.Announces, "Alert")]
    [InlineData(NoticeEffect.Amends, "Update")]
    [InlineData(NoticeEffect.Slips, "Update")]
    [InlineData(NoticeEffect.Cancels, "Cancel")]
    public void The_effect_is_the_type(NoticeEffect effect, string type)
    {
        var alert = Read(NoticeCap.Write(ExportSample.Saying(SampleFormat.Notice, format: SampleFormat.Format with { Effect = effect })));
        Assert.Equal((type, "Actual"), (All(alert, "msgType")[0].InnerText, All(alert, "status")[0].InnerText));
        Assert.All(All(alert, "info"), i => Assert.Equal(["Unknown", "Unknown", "Unknown"], new[] { "urgency", "severity", "certainty" }.Select(n => All(i, n)[0].InnerText)));
    }

    [Fact]
    public void A_draft_is_no_alert_yet() =>
        Assert.Contains("<status>Draft</status>", NoticeCap.Write(ExportSample.Saying(SampleFormat.Notice) with { Head = new(null, [], false) }), StringComparison.Ordinal);

    internal static XmlElement Read(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var document = new XmlDocument { XmlResolver = null };
        document.Load(reader);
        return document.DocumentElement!;
    }

    private static XmlElement[] All(XmlElement of, string name) => [.. of.ChildNodes.OfType<XmlElement>().Where(e => e.LocalName == name)];

    private static void InOrder(XmlElement of, string[] order)
    {
        var places = of.ChildNodes.OfType<XmlElement>().Select(e => Array.IndexOf(order, e.LocalName)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }
}
