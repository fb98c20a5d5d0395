using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Activities;
using Parley.Lines.Transcripts;
using static Parley.Lines.Tests.Activities.Talk;

namespace Parley.Vectors.Tests;

/// <summary>Words on activities as they are read, and talks with what follows from them: states, overlaps, how far the parties have come, who had a stale picture.</summary>
public sealed class ActivityVectors
{
    private static readonly KeptSeparation Kept = KeptSeparation.Default;

    [Fact]
    public void Hold()
    {
        foreach (var c in VectorFile.Cases("activity", 15))
            Assert.Equal((c.Text("name"), c.Text("expected")), (c.Text("name"), Outcome(c)));
    }

    internal static IEnumerable<JsonObject> Cases()
    {
        var convoy = Convoy() with { Note = new Note("two stops", "en") };
        yield return Said("a flight", EntryKind.Activity, Flight().ToWords(), "read");
        yield return Said("a reserve", EntryKind.Activity, Flight(reserve: At(5)).ToWords(), "read");
        yield return Said("a movement", EntryKind.Activity, convoy.ToWords(), "read");
        yield return Said("a movement that never expires", EntryKind.Activity, (convoy with { Aid = null }).ToWords(), "malformed");
        yield return Said("fire that expires", EntryKind.Activity, (convoy with { Kind = ActivityKind.Fire }).ToWords(), "malformed");
        yield return Said("an activity nowhere", EntryKind.Activity, (Flight() with { Volumes = [] }).ToWords(), "malformed");
        yield return Said("a deviation to nowhere", EntryKind.ActivityStep, new ActivityStepContent(ActivityStep.Deviate, []).ToWords(), "malformed");
        yield return Said("an end with a place", EntryKind.ActivityStep, new ActivityStepContent(ActivityStep.End, [Volume()]).ToWords(), "malformed");
        yield return Said("a concern without words", EntryKind.AidWord, new AidWordContent(AidWord.RouteConcern).ToWords(), "malformed");
        yield return Said("no guarantee", EntryKind.AidWord, new AidWordContent(AidWord.CannotGuarantee).ToWords(), "read");
        foreach (var (name, talk, now) in Talks())
            yield return Told(name, talk, now);
    }

    private static IEnumerable<(string Name, Talk Talk, Timestamp Now)> Talks()
    {
        var (talk, mine, theirs) = Pair();
        yield return ("two flights meet", talk, At(50));
        talk.Word(Boreal, OverlapWord.Acknowledge, mine, theirs);
        var proposal = talk.Word(Astra, OverlapWord.Counter, mine, theirs, theirs, Volume(62));
        yield return ("a counter-proposal waits", talk, At(50));
        talk.On(Boreal, OverlapWord.Agree, proposal);
        yield return ("it is agreed to, and the volumes have moved", talk, At(50));

        (talk, mine, theirs) = Pair();
        talk.Word(Astra, OverlapWord.Consent, mine, theirs);
        talk.Word(Boreal, OverlapWord.Consent, mine, theirs);
        yield return ("both consent", talk, At(50));
        talk.Step(Astra, mine, ActivityStep.Amend, Volume(60.01));
        yield return ("consent does not outlive the volumes", talk, At(50));
        talk.Step(Boreal, mine, ActivityStep.Cancel);
        talk.Step(Astra, mine, ActivityStep.Activate);
        talk.Step(Boreal, theirs, ActivityStep.Activate);
        yield return ("the other side cancels nothing; both are under way", talk, At(150));
        talk.Step(Boreal, theirs, ActivityStep.End);
        yield return ("what has ended meets nothing", talk, At(150));

        yield return ("there, and its officer was not shown it", Unshown(), At(50));
        talk = new Talk { IsCut = true };
        talk.Notify(Astra);
        talk.Notify(Boreal, Flight(60.02));
        yield return ("they crossed", talk, At(50));

        talk = new Talk();
        mine = talk.Notify(Astra, Convoy());
        theirs = talk.Notify(Boreal);
        talk.Word(Boreal, OverlapWord.Object, mine, theirs);
        talk.Say(Boreal, [mine], new AidWordContent(AidWord.CannotGuarantee));
        yield return ("a convoy is not objected to", talk, At(50));
        talk = new Talk();
        talk.Notify(Astra, Flight(reserve: At(40)));
        talk.Notify(Boreal);
        yield return ("a reserve that holds", talk, At(39));
        yield return ("a reserve that has run out", talk, At(40));
        talk = new Talk();
        talk.Notify(Astra);
        talk.Notify(Boreal, Flight(60.09 + 10_000 / 111_195.0));
        yield return ("further apart than they keep", talk, At(50));
    }

    private static Talk Unshown()
    {
        var talk = new Talk { IsCut = true };
        talk.Notify(Astra);
        talk.Hear(Boreal, isShown: false);
        talk.Notify(Boreal, Flight(60.02));
        return talk;
    }

    private static (Talk Talk, EntryRef Mine, EntryRef Theirs) Pair()
    {
        var talk = new Talk();
        return (talk, talk.Notify(Astra), talk.Notify(Boreal, Flight(60.02)));
    }

    private static string Outcome(JsonElement c)
    {
        if (c.TryGetProperty("fields", out _))
            return What(c) is null ? "malformed" : "read";
        var said = c.GetProperty("words").EnumerateArray().Select((w, i) => Word(w, i)).ToList();
        return Follows(said, new Timestamp(c.GetProperty("now").GetInt64()));
    }

    /// <summary>What follows from the words, in a line: each activity with its state and the entry by which its volumes stand, then each overlap.</summary>
    private static string Follows(IReadOnlyList<ActivitySaid> said, Timestamp now)
    {
        var (book, finder) = (Fold(said), new OverlapFinder(Kept));
        var matters = book.All.OrderBy(m => m.Entry).ToList();
        foreach (var matter in matters)
            finder.Set(matter, now);
        var overlaps = matters.Where(m => !m.IsOver(now)).SelectMany(m => finder.Of(m, now).Told).DistinctBy(o => (o.One.Entry, o.Other.Entry)).OrderBy(o => o.One.Entry);
        return string.Join("; ", matters.Select(m => $"{Short(m.Entry)} {m.State}{(m.IsOver(now) ? " over" : "")} by {Short(m.Current.Entry)}")
            .Concat(overlaps.Select(o =>
                $"{Short(o.One.Entry)} {o.Severity} {Short(o.Other.Entry)} {book.Between(o.One, o.Other).State}{Stale(o.One, o.Other)}{Stale(o.Other, o.One)}")));
    }

    private static string Stale(ActivityMatter mine, ActivityMatter theirs) => PictureRules.IsStale(mine.Current, theirs.Current) ? $" stale:{mine.Party}" : "";

    private static string Short(EntryRef entry) => $"{entry.Party}-{entry.Index}";

    private static ActivitySaid Word(JsonElement w, int index)
    {
        var (entry, at) = (EntryRef.Parse(w.Text("entry"))!.Value, new Timestamp(w.GetProperty("time").GetInt64()));
        return new ActivitySaid(
            entry, new TranscriptPosition(at, index, entry.Party, entry.Generation, entry.Lane, entry.Index), at, Precedence.Priority, Status.Actual,
            [.. w.GetProperty("regards").EnumerateArray().Select(r => EntryRef.Parse(r.GetString()!)!.Value)], Heads(w, "held"), Heads(w, "seen"), What(w)!);
    }

    private static Heads Heads(JsonElement w, string name) => Lines.Entries.Heads.Of(w.GetProperty(name).EnumerateArray().Select(r => new HeadRow(
        PartyId.Parse(r.Text("party"))!.Value, GenerationId.Parse(r.Text("generation"))!.Value, r.GetProperty("urgent").GetInt64(), r.GetProperty("ordinary").GetInt64())));

    private static object? What(JsonElement c) => ActivitySaid.WhatOf(c.Text("kind"), Content.Of(
        new byte[Content.SeedSize], [.. c.GetProperty("fields").EnumerateArray().Select(f => new ContentField(f.Text("name"), f.Hex("value")))]));

    private static JsonObject Said(string name, string kind, Words words, string expected) =>
        With(new JsonObject { ["name"] = name, ["expected"] = expected }, kind, words);

    private static JsonObject With(JsonObject to, string kind, Words words)
    {
        to["kind"] = kind;
        to["fields"] = new JsonArray([.. words.Fields.Select(f => (JsonNode)new JsonObject { ["name"] = f.Name, ["value"] = VectorFile.Hex(f.Value.ToArray()) })]);
        return to;
    }

    private static JsonObject Told(string name, Talk talk, Timestamp now) => new()
    {
        ["name"] = name,
        ["expected"] = Follows(talk.Said, now),
        ["separation"] = Kept.ToString(),
        ["now"] = now.UnixMilliseconds,
        ["words"] = new JsonArray([.. talk.Said.Select(Json)]),
    };

    private static JsonNode Json(ActivitySaid said) => With(
        new JsonObject
        {
            ["entry"] = said.Entry.ToString(),
            ["time"] = said.At.UnixMilliseconds,
            ["regards"] = new JsonArray([.. said.Regards.Select(r => (JsonNode)r.ToString())]),
            ["held"] = Json(said.Held),
            ["seen"] = Json(said.Seen),
        },
        said.What switch
        {
            ActivityContent => EntryKind.Activity,
            ActivityStepContent => EntryKind.ActivityStep,
            OverlapWordContent => EntryKind.OverlapWord,
            _ => EntryKind.AidWord,
        },
        said.What switch
        {
            ActivityContent a => a.ToWords(),
            ActivityStepContent s => s.ToWords(),
            OverlapWordContent o => o.ToWords(),
            var other => ((AidWordContent)other).ToWords(),
        });

    private static JsonArray Json(Heads heads) => new([.. heads.Rows.Select(r => (JsonNode)new JsonObject
    {
        ["party"] = r.Party.ToString(), ["generation"] = r.Generation.ToString(), ["urgent"] = r.Urgent, ["ordinary"] = r.Ordinary,
    })]);
}
