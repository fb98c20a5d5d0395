using Parley.Console.Words;

namespace Parley.Console.Tests.Words;

public sealed class SaidTextTests
{
    [Fact]
    public void Plain_words_of_any_one_script_are_one_piece()
    {
        foreach (var text in new[] { "Plain words.\nTwo lines.", "Слова и words рядом", "كلمات عربية", "日本語 and English", "نمی‌خواهم" })
            Assert.Equal([new SaidPiece(SaidKind.Plain, text)], SaidText.Pieces(text));
    }

    [Fact]
    public void Signs_that_turn_a_sentence_are_shown_by_their_number() => Assert.Equal(
        [new(SaidKind.Plain, "a "), new(SaidKind.Hidden, "U+202E"), new(SaidKind.Plain, "b"), new(SaidKind.Hidden, "U+200B"), new(SaidKind.Plain, "c")],
        SaidText.Pieces("a \u202Eb\u200Bc"));

    [Fact]
    public void A_word_of_two_scripts_that_look_alike_is_marked() => Assert.Equal(
        [new(SaidKind.Plain, "the "), new(SaidKind.Mixed, "p\u0430trol"), new(SaidKind.Plain, " left")], SaidText.Pieces("the p\u0430trol left"));

    [Fact]
    public void Nothing_is_left_out()
    {
        const string Text = "x\u0430 \u202E\u2066 \u0007tail";
        var shown = string.Concat(SaidText.Pieces(Text).Select(p => p.Kind == SaidKind.Hidden ? char.ConvertFromUtf32(Convert.ToInt32(p.Text[2..], 16)) : p.Text));
        Assert.Equal(Text, shown);
    }
}
