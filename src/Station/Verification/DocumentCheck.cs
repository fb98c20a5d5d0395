using System.Globalization;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Observations;
using Parley.Lines.Plans;
using Parley.Lines.PublicWarnings;
using Parley.Station.Activities;
using Parley.Station.Alarms;
using Parley.Station.Silence;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Verification;

/// <summary>Every document opens under the station's key in its own place, has a valid form, and all that were written are here.</summary>
internal sealed class DocumentCheck(Verification check)
{
    private const int Page = 256;
    private const int InstanceSize = 16;
    private readonly SortedDictionary<DocumentKind, RowSum> sums = [];

    public StoredStation Run()
    {
        var stored = check.Store.Load();
        foreach (var document in stored.Documents.OrderBy(d => d.Kind == DocumentKind.Line ? 0 : 1))
            Take(document);
        foreach (var kind in Enum.GetValues<DocumentKind>().Where(k => !DocumentKinds.IsLoaded(k)))
            TakeAll(kind);
        if (check.Mark is null && stored.Position > 0 && !check.Found(Verification.NameOf(DocumentKind.Station, StoreMark.DocumentId)))
            check.Find(Verification.NameOf(DocumentKind.Station, StoreMark.DocumentId), StoreFailure.Missing);
        return stored;
    }

    /// <summary>The last of all: what no document can tell of itself.</summary>
    public void CheckSums(StoredStation stored)
    {
        if (check.Mark is not { } mark)
            return;
        if (mark.Position != stored.Position)
            check.Find("position of the store", StoreFailure.PositionMismatch, string.Create(CultureInfo.InvariantCulture, $"{stored.Position}, not {mark.Position}"));
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            var (here, written) = (sums.GetValueOrDefault(kind), mark.Documents.GetValueOrDefault(kind));
            if (here != written && !check.FailedKinds.Contains(kind))
                check.Find($"documents {kind}", StoreFailure.SumMismatch, string.Create(CultureInfo.InvariantCulture, $"{here.Count} of {written.Count}"));
        }
    }

    private void TakeAll(DocumentKind kind)
    {
        var after = "";
        while (check.Try(() => check.Store.Documents(kind, after, Page)) is { Count: > 0 } page)
        {
            foreach (var document in page)
                Take(document);
            after = page[^1].Id;
        }
    }

    private void Take(StoredDocument document)
    {
        check.Counts.Documents++;
        if (!StoreMark.IsMark(document.Kind, document.Id))
            StoreMark.Replace(sums, document.Kind, null, StoreMark.RowOf(document.Kind, document.Id, document.Bytes));
        var failure = check.Keys.AtRest.Open(Step.ContextOf(document.Kind, document.Id), document.Bytes) is { } bytes
            ? Read(document.Kind, document.Id, bytes)
            : StoreFailure.Damaged;
        if (failure is not { } how)
            return;
        check.Find(Verification.NameOf(document.Kind, document.Id), how);
        check.FailedKinds.Add(document.Kind);
        if (document.Kind == DocumentKind.Line && LineId.Parse(document.Id) is { } line)
            Stand(line);
        if (document.Kind == DocumentKind.Feed && FeedId.Parse(document.Id) is { } feed)
            check.BrokenFeeds.Add(feed);
    }

    private StoreFailure? Read(DocumentKind kind, string id, byte[] bytes)
    {
        switch (kind)
        {
            case DocumentKind.Station when id == StoreMark.DocumentId:
                check.Mark = StoreMark.Parse(bytes);
                return check.Mark is null ? StoreFailure.Malformed : null;
            case DocumentKind.Station when id == Instance.SetBackId:
                return bytes is [1] ? null : StoreFailure.Malformed;
            case DocumentKind.Station:
                return id != Instance.DocumentId ? StoreFailure.Unexpected : bytes.Length == InstanceSize ? null : StoreFailure.Malformed;
            case DocumentKind.Peer:
                return ReadPeer(id, bytes);
            case DocumentKind.Officer:
                return OfficerState.Parse(id, bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.SignIn:
                return SignInState.Parse(bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.Line:
                return ReadLine(id, bytes);
            case DocumentKind.Feed:
                return ReadFeed(id, bytes);
            case DocumentKind.Draft:
                return Draft.Parse(bytes) is not { } draft ? StoreFailure.Malformed : draft.Id == id ? null : StoreFailure.OfAnotherPlace;
            case DocumentKind.LineKey:
                return KeyCheck.ReadLineKey(check, id, bytes);
            case DocumentKind.Epoch:
                return KeyCheck.ReadEpoch(check, id, bytes);
            case DocumentKind.Evidence:
                return ReadEvidence(id, bytes);
            case DocumentKind.CharterWish:
                return ReadWish(id, bytes);
            case DocumentKind.Codebook:
                return CodebookState.Parse(bytes) is not { } book ? StoreFailure.Malformed : book.Hash.ToString() == id ? null : StoreFailure.OfAnotherPlace;
            case DocumentKind.NoticeFormat:
                return FormatState.Parse(bytes) is not { } format ? StoreFailure.Malformed : format.Hash.ToString() == id ? null : StoreFailure.OfAnotherPlace;
            case DocumentKind.ByHandPeer:
                return ByHandPeer.Parse(id, bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.Outside:
                return OutsideNote.Parse(id, bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.Plan:
                return Plan.Parse(id, bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.Observation:
                return Observation.Parse(id, bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.ObservationNote:
                return ObservationNote.Parse(id, bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.PublicWarning:
                return PublicWarning.Parse(id, bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.Handling:
                return HandlingNote.Parse(id, bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.Alarm or DocumentKind.Watch:
                return new AlarmBook().Take(kind, id, bytes) ? null : StoreFailure.Malformed;
            case DocumentKind.Handover or DocumentKind.WatchNote:
                return check.Watch.Take(kind, id, bytes) ? null : StoreFailure.Malformed;
            case DocumentKind.SelfTest or DocumentKind.Silence:
                return new SilenceBook().Take(kind, id, bytes) ? null : StoreFailure.Malformed;
            case DocumentKind.Ultimatum:
                return UltimatumNote.Parse(id, bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.Attachment:
                return HeldAttachment.Parse(id, bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.AttachmentChunk:
                return HeldAttachment.ParseChunkId(id) is not var (of, index) ? StoreFailure.OfAnotherPlace
                    : bytes.Length == of.ChunkSize(index) ? null : StoreFailure.Malformed;
            case DocumentKind.Expiry:
                return ExpiryNote.Parse(id, bytes) is null ? StoreFailure.Malformed : null;
            case DocumentKind.Snapshot:
                return null;
            default:
                return StoreFailure.Unexpected;
        }
    }

    private StoreFailure? ReadPeer(string id, byte[] bytes)
    {
        if (PeerState.Parse(bytes) is not { } peer)
            return StoreFailure.Malformed;
        if (peer.Party.ToString() != id)
            return StoreFailure.OfAnotherPlace;
        if (!peer.Chain.Verify(suite => suite == check.Keys.Suite.Id ? check.Keys.Suite : null))
            return StoreFailure.CardsDoNotFollow;
        check.Peers[peer.Party] = peer;
        return null;
    }

    private StoreFailure? ReadLine(string id, byte[] bytes)
    {
        if (LineId.Parse(id) is not { } line || line.ToString() != id)
            return StoreFailure.OfAnotherPlace;
        if (LineState.Parse(line, bytes) is not { } state)
            return StoreFailure.Malformed;
        check.Lines[line] = state;
        return null;
    }

    private StoreFailure? ReadFeed(string id, byte[] bytes)
    {
        if (FeedId.Parse(id) is not { } feed || feed.ToString() != id)
            return StoreFailure.OfAnotherPlace;
        if (FeedState.Parse(feed, bytes) is not { } state)
            return StoreFailure.Malformed;
        LineOf(feed.Line).Feeds[feed] = state;
        return null;
    }

    private StoreFailure? ReadWish(string id, byte[] bytes)
    {
        if (CharterWishId.Parse(id) is not { } wish || wish.ToString() != id || !check.Lines.ContainsKey(wish.Line))
            return StoreFailure.OfAnotherPlace;
        return CharterWish.Parse(bytes) is null ? StoreFailure.Malformed : null;
    }

    private StoreFailure? ReadEvidence(string id, byte[] bytes)
    {
        var parts = id.Split('/', 5);
        if (parts.Length != 5 || FeedId.Parse(string.Join('/', parts.Take(4))) is not { } feed)
            return StoreFailure.OfAnotherPlace;
        if (SignedCheckpoint.Parse(bytes, feed) is not { } signed)
            return StoreFailure.Malformed;
        if (id != $"{feed}/{signed.Head.Size}/{signed.Head.Root}")
            return StoreFailure.OfAnotherPlace;
        return Array.Exists(check.KeysOf(feed.Party), signed.Verify) ? null : StoreFailure.WrongSignature;
    }

    /// <summary>The line; one without anything known of it when its document is missing, which is found.</summary>
    private LineState LineOf(LineId id)
    {
        if (check.Lines.TryGetValue(id, out var line))
            return line;
        check.Find(Verification.NameOf(DocumentKind.Line, id.ToString()), StoreFailure.Missing);
        check.FailedKinds.Add(DocumentKind.Line);
        return Stand(id);
    }

    private LineState Stand(LineId id)
    {
        check.BrokenLines.Add(id);
        return check.Lines[id] = new LineState(id, new CharterFold());
    }
}
