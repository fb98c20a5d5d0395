using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Messages;

namespace Parley.Console.Tests.Desks;

public sealed class SenderTests
{
    private int keys;

    [Fact]
    public void The_same_again_has_the_same_key_and_what_was_changed_a_new_one()
    {
        Operation? last = null;
        Operation<DraftView> Counter(string time) => new AnswerCall("l", "e", CallAnswer.Counter, [time]);
        var first = Sender.Once(Counter("2026-11-26T14:05Z"), ref last, Key);
        Assert.Equal(first.Key, Sender.Once(Counter("2026-11-26T14:05Z"), ref last, Key).Key);
        Assert.NotEqual(first.Key, Sender.Once(Counter("2026-11-26T15:05Z"), ref last, Key).Key);
    }

    [Fact]
    public void Another_operation_with_the_same_parts_has_another_key()
    {
        Operation? last = null;
        var cancel = Sender.Once<Operation<DraftView>>(new CancelCall("l", "e"), ref last, Key);
        var hold = Sender.Once<Operation<DraftView>>(new HoldCall("l", "e", "2026-11-26T14:05Z", "2026-11-26T14:05Z"), ref last, Key);
        Assert.NotEqual(cancel.Key, hold.Key);
        Assert.IsType<HoldCall>(hold);
    }

    private string Key() => $"key {++keys}";
}
