using Parley.Station.State;

namespace Parley.Station.Tests.State;

/// <summary>What a flow learns from receipts: it decides when entries go out again.</summary>
public sealed class FlowTests
{
    [Fact]
    public void The_first_receipt_sets_the_usual_time_and_the_rate()
    {
        var flow = new Flow { Sent = 4, BytesUnderWay = 2000 };
        Assert.Equal(Bounds.SlowestMillisecondsPerByte, flow.MillisecondsPerByte);

        flow.Learn(2, 600);

        Assert.Equal(600, flow.ReceiptMilliseconds);
        Assert.Equal(150, flow.ReceiptDeviation);
        Assert.Equal(0.6, flow.MillisecondsPerByte, 6);
        Assert.Equal(1000, flow.BytesUnderWay);
    }

    [Fact]
    public void Steady_receipts_make_the_deviation_small()
    {
        var flow = new Flow();
        for (var i = 1; i <= 50; i++)
        {
            flow.Sent = i;
            flow.BytesUnderWay = 700;
            flow.Learn(i, 600);
            flow.Known = i;
        }

        Assert.Equal(600, flow.ReceiptMilliseconds, 6);
        Assert.InRange(flow.ReceiptDeviation, 0, 1);
    }

    [Fact]
    public void A_receipt_after_a_repetition_teaches_no_time_and_ends_the_doubling_in_the_end()
    {
        var flow = new Flow { Sent = 1, BytesUnderWay = 700, Tries = 1, DoubledReceipts = 1 };

        flow.Learn(1, 2000);

        Assert.Equal(0, flow.ReceiptMilliseconds);
        Assert.Equal(0, flow.BytesUnderWay);
        Assert.Equal(0, flow.DoubledReceipts);
    }
}
