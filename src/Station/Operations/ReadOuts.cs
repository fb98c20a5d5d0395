using Parley.Control;
using Parley.Control.Voice;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using Parley.Lines.Voice;

namespace Parley.Station.Operations;

/// <summary>Words for the voice.</summary>
internal static class ReadOuts
{
    public static object Read(OperationContext context, ReadOutEntry operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return new Refused<ReadOutView>(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !line.Heads.Covers(entry) ||
            memory.HeaderOf(entry.Feed(line.Id), entry.Index) is not { } header || !EntryKind.IsWords(header.Kind))
            return new Refused<ReadOutView>(Refusal.UnknownEntry, "There are no such words on this line.");
        var glance = LineGlance.Of(context, line, operation.Language);
        return new Deferred(() => Of(glance, header, operation.Language is null));
    }

    /// <param name="bare">A code message as its number and its blanks.</param>
    public static Outcome<ReadOutView> Of(LineGlance glance, EntryHeader header, bool bare)
    {
        if (glance.Content(header) is not { } content || glance.Text(header, content) is not { } words)
            return new Refused<ReadOutView>(Refusal.UnknownEntry, "The words of this entry cannot be read here.");
        var code = bare && header.Kind == EntryKind.Code ? CodeContent.From(content) : null;
        var read = code?.ToReadOut() ?? ReadOut.Of(words.Spoken);
        return new Done<ReadOutView>(new ReadOutView(
            header.Ref.ToString(),
            header.Feed.Party.ToString(),
            MessageNumber.Of(header.Ref).ToString(),
            header.Precedence.ToString(),
            header.Status.ToString(),
            header.Time.ToDateTimeOffset(),
            code is null ? words.Language : null,
            [.. read.Lines.Select(l => new ReadOutLineView(l.Words, l.Check))],
            read.Closing));
    }
}
