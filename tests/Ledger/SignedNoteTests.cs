using System.Text;
using Parley.Crypto;

namespace Parley.Ledger.Tests;

public sealed class SignedNoteTests
{
    // The example of the C2SP signed-note page.
    private const string Example =
        "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n"
        + "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

    [Fact]
    public void Reads_and_writes_the_example_of_the_specification()
    {
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(Example));

        Assert.NotNull(note);
        Assert.EndsWith("\n\ned è subito sera.\n", Encoding.UTF8.GetString(note.Text), StringComparison.Ordinal);
        var signature = Assert.Single(note.Signatures);
        Assert.Equal(("quasimodo.example/salvatore", 0x367ba04bu, 64), (signature.Name, signature.KeyId, signature.Signature.Length));
        Assert.Equal(Example, Encoding.UTF8.GetString(note.Encode()));
    }

    [Theory]
    [InlineData("\n\n— ", "\n— ")]
    [InlineData("— ", "-- ")]
    [InlineData("— ", "— \n")]
    [InlineData("— ", "—")]
    [InlineData("— ", "—  ")]
    [InlineData("— quasimodo", "— quasi+modo")]
    [InlineData("— quasimodo", "— quasimodò")]
    [InlineData("salvatore Nnu", "salvatore  Nnu")]
    [InlineData("salvatore NnugSz", "salvatore NnugS")]
    [InlineData("NtIc=\n", "NtId=\n")]
    [InlineData("NtIc=\n", "NtIc\n")]
    [InlineData("NtIc=\n", "NtIc=")]
    [InlineData("NtIc=\n", "NtIc= \n")]
    [InlineData("NtIc=\n", "NtIc=\r\n")]
    [InlineData("NtIc=\n", "NtIc=\n\n")]
    [InlineData("NtIc=\n", "NtIc=\nmore\n")]
    [InlineData("terra\n", "terra\r\n")]
    [InlineData("terra\n", "terra\t\n")]
    [InlineData("terra\n", "terra\0\n")]
    public void Refuses_every_other_spelling(string part, string instead)
    {
        Assert.Contains(part, Example, StringComparison.Ordinal);

        Assert.Null(SignedNote.Parse(Encoding.UTF8.GetBytes(Example.Replace(part, instead, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name AAAAAA==\n")]
    [InlineData("text\n\n— name \n")]
    public void Refuses_a_note_without_a_signature(string note) => Assert.Null(SignedNote.Parse(Encoding.UTF8.GetBytes(note)));

    [Fact]
    public void Refuses_bytes_that_are_no_text() =>
        Assert.Null(SignedNote.Parse([.. "text "u8, 0xc3, 0x28, .. "\n\n— name AAAAAAA=\n"u8]));

    [Fact]
    public void Refuses_two_signatures_of_one_key_and_too_many()
    {
        var one = new NoteSignature("name", 1, [1]);
        var most = Enumerable.Range(0, Bounds.MaxNoteSignatures).Select(i => one with { KeyId = (uint)i }).ToArray();
        var note = new SignedNote("text\n"u8.ToArray(), most).Encode();

        Assert.Equal(most, SignedNote.Parse(note)?.Signatures);
        Assert.Null(SignedNote.Parse([.. note, .. "— name ////////\n"u8]));
        Assert.Null(SignedNote.Parse("text\n\n— name AAAAAQE=\n— name AAAAAQI=\n"u8));
        Assert.NotNull(SignedNote.Parse("text\n\n— name AAAAAQE=\n— other AAAAAQI=\n"u8));
        Assert.Throws<ArgumentException>(() => new SignedNote("text\n"u8.ToArray(), [one, one]));
    }

    [Fact]
    public void What_could_not_be_parsed_cannot_be_made()
    {
        var signature = new NoteSignature("name", 1, [1]);

        Assert.Throws<ArgumentException>(() => new SignedNote([], [signature]));
        Assert.Throws<ArgumentException>(() => new SignedNote("text"u8.ToArray(), [signature]));
        Assert.Throws<ArgumentException>(() => new SignedNote("te\rxt\n"u8.ToArray(), [signature]));
        Assert.Throws<ArgumentException>(() => new SignedNote("text\n"u8.ToArray(), []));
        Assert.Throws<ArgumentException>(() => new SignedNote("text\n"u8.ToArray(), [signature with { Name = "a b" }]));
        Assert.Throws<ArgumentException>(() => new SignedNote("text\n"u8.ToArray(), [signature with { Signature = [] }]));
        var tooLong = signature with { Signature = new byte[Bounds.MaxSignatureLength + 1] };
        Assert.Throws<ArgumentException>(() => new SignedNote("text\n"u8.ToArray(), [tooLong]));
    }

    [Fact]
    public void The_largest_note_round_trips()
    {
        var text = new byte[Bounds.MaxNoteTextLength];
        Array.Fill(text, (byte)'\n');
        var signature = new NoteSignature(new string('n', Bounds.MaxNameLength), uint.MaxValue, new byte[Bounds.MaxSignatureLength]);
        var note = new SignedNote(text, [signature]).Encode();

        Assert.Equal(note, SignedNote.Parse(note)?.Encode());
        Assert.Null(SignedNote.Parse([(byte)'\n', .. note]));
    }

    [Fact]
    public void A_key_id_hashes_name_type_suite_and_key()
    {
        byte[] hashed = [.. "astra\n"u8, 0xff, .. "parley/1/suite-1"u8, 7, 8, 9];
        var start = Digest.Of(hashed).ToString()[..8];

        Assert.Equal(start, $"{NoteKeyId.Of("astra", SuiteId.One, [7, 8, 9]):x8}");
    }

    [Fact]
    public void Only_the_named_key_with_a_right_signature_has_signed()
    {
        using var key = new StampKey(1);
        using var other = new StampKey(2);
        var text = "text\n"u8.ToArray();
        var id = NoteKeyId.Of("astra", SuiteId.One, key.PublicKey);
        var (right, wrong) = (new NoteSignature("astra", id, key.Sign(text)), new NoteSignature("boreal", id, other.Sign(text)));
        var note = new SignedNote(text, [right, wrong]);

        Assert.True(note.IsSignedBy("astra", SuiteId.One, key));
        Assert.False(note.IsSignedBy("boreal", SuiteId.One, key));
        Assert.False(note.IsSignedBy("astra", new SuiteId(2), key));
        Assert.False(note.IsSignedBy("astra", SuiteId.One, other));
        Assert.False(new SignedNote("other\n"u8.ToArray(), note.Signatures).IsSignedBy("astra", SuiteId.One, key));
    }

    [Fact]
    public void Signatures_compare_by_their_bytes()
    {
        Assert.Equal(new NoteSignature("name", 1, [1, 2]), new NoteSignature("name", 1, [1, 2]));
        Assert.NotEqual(new NoteSignature("name", 1, [1, 2]), new NoteSignature("name", 1, [1, 3]));
    }
}
