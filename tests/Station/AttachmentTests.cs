using Parley.Control;
using Parley.Control.Attachments;
using Parley.Control.Messages;
using Parley.Crypto;
using Parley.Lines.Attachments;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Attachments;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Tests;

/// <summary>Attachments from one station to others: whole, resumed, behind all words, and never other bytes than the entry names.</summary>
public sealed partial class AttachmentTests
{
    private static readonly byte[] Map = [.. Enumerable.Range(0, 400_000).Select(i => (byte)(i * 7 + (i >> 8)))];

    [Fact]
    public void It_comes_whole_and_is_shown_as_name_type_and_size()
    {
        var (astra, boreal, _) = Desk.Pair();
        var entry = Attach(astra);
        Desk.Settle(astra, boreal);

        foreach (var desk in new[] { astra, boreal })
        {
            var file = desk.Do(new FetchAttachment("hot", entry));
            Assert.Equal(Map, file.Bytes);
            Assert.Equal(("hill 230.png", "image/png", Map.Length), (file.Name, file.Type, file.Size));
            var one = Assert.Single(desk.Do(new ListAttachments("hot")));
            Assert.Equal((AttachmentState.Here, Map.Length + 16L, entry), (one.State, one.Held, one.Entry));
            var text = desk.Do(new ReadEntry("hot", entry)).Text;
            Assert.Equal("ATTACHMENT \"hill 230.png\": image/png by its author's word, 400,000 bytes.\nAs of noon.\nAll of it is here.", text);
            IsSound(desk);
        }

        Assert.Contains(boreal.Notes, n => n.Kind == ChangeKind.Attached && n.Entry == entry);
        Assert.Single(Journal(astra, JournalAct.Attached));
        Assert.EndsWith(" from astra", Assert.Single(Journal(boreal, JournalAct.AttachmentCame)).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_carries_or_keeps_the_bytes_cannot_read_them()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var text = new byte[20_000];
        "the plans of the fleet"u8.CopyTo(text);
        astra.Do(new AttachFile("hot", "plans.txt", "text/plain", text));
        var carried = new List<byte[]>();
        Transfer(wire, (_, frame) => { carried.Add(frame); return frame; });
        Assert.Equal(2, carried.Count(IsChunk));
        Assert.All(carried, f => Assert.True(f.AsSpan().IndexOf("the plans of the fleet"u8) < 0));
        Desk.Settle(astra, boreal);
        Assert.Single(boreal.Do(new ListAttachments("hot")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void After_a_cut_or_a_crash_in_the_middle_it_goes_on_where_it_was(bool crash)
    {
        var (astra, boreal, wire) = Desk.Pair();
        var entry = Attach(astra);
        Transfer(wire, (_, frame) => frame, until: () => boreal.Line().Attachments.Values.Any(a => a.Held.Count >= 10));
        Assert.Equal(Refusal.AttachmentNotHere, boreal.Refusal(new FetchAttachment("hot", entry)));
        Assert.EndsWith("Not all of it is here yet: 163,840 bytes of 400,016 bytes, sealed.", boreal.Do(new ReadEntry("hot", entry)).Text, StringComparison.Ordinal);
        Desk.Cut(wire);
        if (crash)
        {
            boreal.Start();
            astra.Start();
        }

        Assert.Equal(10, Held(boreal, entry).Held.Count);
        var again = 0;
        Transfer(Desk.Connect(astra, boreal), (_, frame) => { again += IsChunk(frame) ? 1 : 0; return frame; });
        Assert.Equal(Held(boreal, entry).Id.Chunks - 10, again);
        boreal.Step();
        Assert.Equal(Map, boreal.Do(new FetchAttachment("hot", entry)).Bytes);
        IsSound(boreal);
    }

    [Fact]
    public void Chunks_that_were_lost_are_asked_for_again()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var entry = Attach(astra);
        var number = 0;
        Transfer(wire, (_, frame) => IsChunk(frame) && ++number % 3 == 0 ? null : frame);
        Assert.False(Held(boreal, entry).IsWhole);
        Desk.Settle(astra, boreal);
        Assert.Equal(Map, boreal.Do(new FetchAttachment("hot", entry)).Bytes);
    }

    [Fact]
    public void No_word_stands_behind_a_chunk()
    {
        var (astra, boreal, wire) = Desk.Pair();
        Desk.Settle(astra, boreal);
        wire.Slow = [];
        Attach(astra);
        // The entry, then some chunks; others wait in the circuit.
        Slowly(wire, until: frame => IsChunk(frame));
        Slowly(wire, until: frame => IsChunk(frame));
        Assert.True(wire.Slow[Precedence.Routine].Count > 1);

        astra.Say("an ordinary word");
        var draft = astra.Say("flash", Precedence.Flash);
        astra.Do(new ApproveDraft(draft.Id, draft.Revision), "bob");
        var chunks = 0;
        Slowly(wire, until: _ => boreal.Texts().Count == 2, seen: frame => chunks += IsChunk(frame) ? 1 : 0);
        Assert.Equal(0, chunks);
        Assert.Equal(2, boreal.Texts().Count);
        Slowly(wire, until: _ => false);
        boreal.Step();
        Assert.Equal(AttachmentState.Here, Assert.Single(boreal.Do(new ListAttachments("hot"))).State);
    }

    [Fact]
    public void A_circuit_without_room_for_chunks_still_takes_words()
    {
        var (astra, _, wire) = Desk.Pair();
        var id = Held(astra, Attach(astra)).Id;
        wire.Waiting.Clear();
        wire.Slow = [];
        for (var n = 0; n < 20; n++)
            astra.Receive(wire, new WantFrame(id, 0, 8).Encode());
        Assert.True(wire.Slow[Precedence.Routine].Sum(f => f.Length) <= 256 * 1024);
        Assert.True(astra.Core.Links.Find(wire)!.HasNoRoomForChunks);
        astra.Say("a word");
        Assert.NotEmpty(wire.Slow[Precedence.Priority]);
    }

    [Fact]
    public void Wrong_bytes_are_thrown_away_journalled_named_and_asked_for_again()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var entry = Attach(astra);
        Transfer(wire, (_, frame) => Damaged(frame, 3));
        boreal.Step();
        Assert.Empty(boreal.Store.Documents(DocumentKind.AttachmentChunk, "", 10));
        Assert.Contains(boreal.Line().Warnings, w => w.StartsWith("astra sent bytes that are not the attachment", StringComparison.Ordinal));
        Assert.EndsWith(" from astra", Assert.Single(Journal(boreal, JournalAct.AttachmentDiffers)).Note, StringComparison.Ordinal);
        Assert.Equal(1, boreal.Core.Links.Of(astra.Party).RefusedBefore[(int)FrameRefusal.AttachmentDiffers]);
        Assert.Equal(Refusal.AttachmentNotHere, boreal.Refusal(new FetchAttachment("hot", entry)));
        Assert.Contains("had another digest", boreal.Do(new ReadEntry("hot", entry)).Text, StringComparison.Ordinal);
        IsSound(boreal);

        Desk.Settle(astra, boreal);
        Assert.Equal(Map, boreal.Do(new FetchAttachment("hot", entry)).Bytes);
        IsSound(boreal);
    }

    [Fact]
    public void What_was_asked_while_the_circuit_was_full_goes_after_what_was_asked_before()
    {
        var (astra, _, wire) = Desk.Pair();
        var id = Held(astra, Attach(astra)).Id;
        wire.Waiting.Clear();
        wire.Slow = [];
        astra.Receive(wire, new WantFrame(id, 0, 8).Encode());
        astra.Receive(wire, new WantFrame(id, 8, 8).Encode());
        Assert.True(astra.Core.Links.Find(wire)!.HasNoRoomForChunks);
        astra.Receive(wire, new WantFrame(id, 16, id.Chunks - 16).Encode());

        var went = new List<int>();
        while (wire.Next() is { } frame)
        {
            if (Frame.Parse(frame, out _) is ChunkFrame chunk)
                went.Add(chunk.Index);
            astra.Step(new CircuitDrained(wire));
        }

        Assert.Equal(Enumerable.Range(0, id.Chunks), went);
        Assert.Empty(astra.Core.Links.Of(PartyId.Parse("boreal")!.Value).ChunksDue);
    }

    [Fact]
    public void Whoever_sends_wrong_bytes_for_ever_is_not_asked_for_ever()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var entry = Attach(astra);
        var chunks = 0;
        for (var n = 0; n < 200; n++)
        {
            Transfer(wire, (_, frame) => { chunks += IsChunk(frame) ? 1 : 0; return Damaged(frame, 0); });
            boreal.Now += TimeSpan.FromMinutes(10);
            astra.Now = boreal.Now;
            boreal.Step();
            astra.Step();
        }

        Assert.Equal(Bounds.AttachmentTries * Held(boreal, entry).Id.Chunks, chunks);
        Assert.Equal(Refusal.AttachmentDiffers, boreal.Refusal(new FetchAttachment("hot", entry)));
        Assert.Equal(AttachmentState.GivenUp, Assert.Single(boreal.Do(new ListAttachments("hot"))).State);
        Assert.Single(boreal.Line().Warnings);
        Assert.Empty(boreal.Store.Documents(DocumentKind.AttachmentChunk, "", 10));
    }

    [Fact]
    public void Another_member_serves_what_the_author_does_not()
    {
        var (astra, boreal, cassia) = ThreeStationsTests.Three();
        Desk.Cut(astra.Wires.Single(w => w.Peer == cassia.Party));
        var entry = Attach(astra);
        Desk.Settle(astra, boreal, cassia);
        Assert.Equal(Map, cassia.Do(new FetchAttachment("hot", entry)).Bytes);
        Assert.EndsWith(" from boreal", Assert.Single(Journal(cassia, JournalAct.AttachmentCame)).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_author_that_sends_wrong_bytes_is_named_and_another_member_is_asked()
    {
        var (astra, boreal, cassia) = ThreeStationsTests.Three();
        var toCassia = astra.Wires.Single(w => w.Peer == cassia.Party);
        var entry = Attach(astra);
        // Boreal has it first; then cassia hears of it and asks the author.
        Transfer(astra.Wires.Single(w => w.Peer == boreal.Party), (_, frame) => frame);
        boreal.Step();
        Assert.True(Held(boreal, entry).IsWhole);
        Transfer(toCassia, (_, frame) => Damaged(frame, 1));
        Desk.Settle(astra, boreal, cassia);
        Assert.Equal(Map, cassia.Do(new FetchAttachment("hot", entry)).Bytes);
        Assert.Equal([astra.Party], Held(cassia, entry).Wrong);
        Assert.EndsWith(" from boreal", Assert.Single(Journal(cassia, JournalAct.AttachmentCame)).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_parties_of_the_line_are_served_and_only_what_was_asked_for_is_taken()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var cassia = new Desk("cassia", 3);
        Desk.Introduce(astra, cassia);
        var toCassia = Desk.Connect(astra, cassia);
        var id = Held(astra, Attach(astra)).Id;
        Desk.Settle(astra, boreal, cassia);

        astra.Receive(toCassia, new WantFrame(id, 0, 8).Encode());
        Assert.Equal(1, astra.Refused(toCassia, FrameRefusal.Misaddressed));
        Assert.DoesNotContain(toCassia.Waiting, IsChunk);

        // What no entry names is not given, whoever asks; that is said by a chunk without bytes.
        astra.Receive(wire, new WantFrame(id with { Size = id.Size + 1 }, 0, 8).Encode());
        Assert.Empty(Assert.IsType<ChunkFrame>(Frame.Parse(wire.Waiting.Single(IsChunk), out _)).Bytes);

        var known = new ChunkFrame(id, 0, new byte[id.ChunkSize(0)]).Encode();
        boreal.Receive(wire.Other, known);
        boreal.Receive(wire.Other, new ChunkFrame(id with { Digest = Digest.Of([1]) }, 0, new byte[id.ChunkSize(0)]).Encode());
        Assert.Equal(2, boreal.Refused(wire.Other, FrameRefusal.UnaskedChunk));
        Assert.Equal(Map, boreal.Do(new ListAttachments("hot")).Select(a => boreal.Do(new FetchAttachment("hot", a.Entry)).Bytes).Single());
    }

    [Fact]
    public void It_waits_for_the_second_officer_who_can_look_at_it_and_goes_with_a_draft_that_is_thrown_away()
    {
        var (astra, boreal, _) = Desk.Pair();
        var draft = Draft(astra, Precedence.Flash);
        Assert.Null(draft.Released);
        Assert.Equal(Map, astra.Do(new FetchAttachment("hot", draft.Id), "bob").Bytes);
        Desk.Settle(astra, boreal);
        Assert.Empty(astra.Do(new ListAttachments("hot")));
        var id = astra.Line().Attachments.Keys.Single();
        var wire = astra.Wires.Single();
        astra.Receive(wire, new WantFrame(id, 0, 1).Encode());
        Assert.Empty(Assert.IsType<ChunkFrame>(Frame.Parse(wire.Waiting.Single(IsChunk), out _)).Bytes);

        astra.Do(new DiscardDraft(draft.Id));
        Assert.Empty(astra.Store.Documents(DocumentKind.AttachmentChunk, "", 10));
        IsSound(astra);

        draft = Draft(astra, Precedence.Flash);
        var entry = astra.Do(new ApproveDraft(draft.Id, draft.Revision), "bob").Released!;
        Desk.Settle(astra, boreal);
        Assert.Equal(Map, boreal.Do(new FetchAttachment("hot", entry)).Bytes);
    }

    [Fact]
    public void What_is_no_attachment_is_refused_by_name_and_nothing_of_it_is_kept()
    {
        var (astra, _, _) = Desk.Pair();
        AttachFile sound = new("hot", "a.png", "image/png", Map);
        Assert.Equal(Refusal.TooLong, astra.Refusal(sound with { Bytes = new byte[Lines.Bounds.AttachmentSize + 1] }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(sound with { Bytes = [] }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(sound with { Type = "text/html" }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(sound with { Name = "../a.png" }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(sound with { Text = "words without a language" }));
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(sound with { Line = "cold" }));
        Assert.Equal(Refusal.RegardsUnknown, astra.Refusal(sound with { Regards = ["astra/0"] }));
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(sound, roles: Roles.Watch));
        Assert.Equal(Refusal.UnknownEntry, astra.Refusal(new FetchAttachment("hot", astra.Say("no file").Released!)));
        Assert.Empty(astra.Store.Documents(DocumentKind.AttachmentChunk, "", 10));
        Assert.Empty(astra.Line().Attachments);
    }

    [Fact]
    public void The_same_key_attaches_once()
    {
        var (astra, _, _) = Desk.Pair();
        var operation = new AttachFile("hot", "a.png", "image/png", Map) { Key = "k" };
        Assert.Equal(astra.Do(operation).Released, astra.Do(operation).Released);
        Assert.Single(astra.Line().Attachments);
    }

    [Fact]
    public void Beyond_the_room_of_a_line_nothing_is_kept_or_asked_for_and_the_entry_says_so()
    {
        var (astra, boreal, _) = Desk.Pair();
        Fill(boreal);
        var entry = Attach(astra);
        Desk.Settle(astra, boreal);
        Assert.Contains("Its bytes are not asked for", boreal.Do(new ReadEntry("hot", entry)).Text, StringComparison.Ordinal);
        Assert.Equal(Refusal.AttachmentNotHere, boreal.Refusal(new FetchAttachment("hot", entry)));
        Assert.Equal(Refusal.TooMany, boreal.Refusal(new AttachFile("hot", "a.png", "image/png", Map)));

        static void Fill(Desk desk)
        {
            for (var n = 0; desk.Line().Attachments.Count < Bounds.AttachmentsPerLine; n++)
            {
                var id = new AttachmentId(desk.Line().Id, Digest.Of(BitConverter.GetBytes(n)), 1);
                desk.Line().Attachments[id] = HeldAttachment.Nothing(id, null) with { IsWhole = true };
            }
        }
    }

    [Fact]
    public void The_bytes_of_a_line_and_of_a_party_are_bounded()
    {
        var (astra, _, _) = Desk.Pair();
        var line = astra.Line();
        for (var n = 0; n < 64; n++)
        {
            var id = new AttachmentId(line.Id, Digest.Of(BitConverter.GetBytes(n)), Lines.Bounds.AttachmentSize);
            Assert.Null(Keeping.NoRoom(astra.Memory, line, astra.Party, id.Size));
            line.Attachments[id] = HeldAttachment.Nothing(id, null);
        }

        Assert.Contains("this line", Keeping.NoRoom(astra.Memory, line, PartyId.Parse("boreal")!.Value, 1), StringComparison.Ordinal);
        Assert.NotNull(Keeping.NoRoom(astra.Memory, astra.Memory.Lines.Values.First(l => l != line), astra.Party, 1));
        Assert.Null(Keeping.NoRoom(astra.Memory, astra.Memory.Lines.Values.First(l => l != line), PartyId.Parse("boreal")!.Value, 1));
    }

    [Fact]
    public void A_courier_takes_it_along_and_brings_what_was_missing()
    {
        var (astra, boreal, wire) = Desk.Pair();
        Desk.Cut(wire);
        var entry = Attach(astra);
        Courier(astra, boreal);
        boreal.Step();
        Assert.Equal(Map, boreal.Do(new FetchAttachment("hot", entry)).Bytes);

        // The entry came and was receipted, the bytes were not: the next courier asks for them.
        var second = Attach(astra);
        var toBoreal = Desk.Connect(astra, boreal);
        Transfer(toBoreal, (_, frame) => IsChunk(frame) ? null : frame);
        Desk.Cut(toBoreal);
        Courier(astra, boreal);
        Assert.False(Held(boreal, second).IsWhole);
        Courier(boreal, astra);
        Courier(astra, boreal);
        boreal.Step();
        Assert.Equal(Map, boreal.Do(new FetchAttachment("hot", second)).Bytes);
        Courier(boreal, astra);
        Assert.Empty(astra.Core.Links.Of(boreal.Party).ChunksDue);
    }

    [Fact]
    public void A_store_that_was_set_back_gets_its_own_attachments_back()
    {
        var (astra, boreal, _) = Desk.Pair();
        var backup = astra.Disk.Clone();
        var entry = Attach(astra);
        Desk.Settle(astra, boreal);
        astra.Disk = backup;
        astra.Start(restored: true);
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Equal(Map, astra.Do(new FetchAttachment("hot", entry)).Bytes);
    }
}
