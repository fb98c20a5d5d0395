namespace Parley.Lines.Notices;

/// <summary>The life of notices, out of what was said: nothing is kept beside the words, so both sides that hold the same words see the same.</summary>
public static class NoticeFold
{
    /// <summary>Every announcement with what followed it, and what followed nothing.</summary>
    /// <param name="said">In the order of the transcript.</param>
    public static (IReadOnlyList<NoticeMatter> Matters, IReadOnlyList<NoticeStep> Strays) Of(IEnumerable<NoticeSaid> said)
    {
        var matters = new List<Building>();
        var byEntry = new Dictionary<string, Building>(StringComparer.Ordinal);
        var strays = new List<NoticeStep>();
        foreach (var one in said)
        {
            if (one.Format.Effect == NoticeEffect.Announces)
            {
                var matter = new Building(one);
                matters.Add(matter);
                byEntry.TryAdd(one.Entry, matter);
            }
            else if (IsStep(one.Format.Effect))
            {
                var about = one.Regards.Select(r => byEntry.GetValueOrDefault(r)).OfType<Building>().Distinct().ToList();
                if (about is [var matter])
                {
                    // An amendment can itself be amended: whoever names it means the matter.
                    if (matter.Take(one))
                        byEntry.TryAdd(one.Entry, matter);
                }
                else
                {
                    strays.Add(new(one, StepEffect.NoPredecessor));
                }
            }
        }

        return ([.. matters.Select(m => m.Whole())], strays);
    }

    /// <summary>What a notice would do after all that was said; null: it follows nothing, and needs to follow nothing.</summary>
    /// <param name="said">In the order of the transcript, with all that it regards.</param>
    public static StepEffect? Try(IReadOnlyList<NoticeSaid> said, NoticeSaid next)
    {
        if (IsStep(next.Format.Effect))
        {
            var (matters, strays) = Of([.. said, next]);
            return strays.Concat(matters.SelectMany(m => m.Steps)).First(s => ReferenceEquals(s.Said, next)).Effect;
        }

        if (next.Format.Regards.Count == 0)
            return null;
        var named = said.Where(s => next.Regards.Contains(s.Entry)).ToList();
        return named.Count == 0 ? StepEffect.NoPredecessor
            : named.Exists(s => next.Format.Regards.Contains(s.Format.Id)) ? StepEffect.Took
            : StepEffect.NotAfterThat;
    }

    /// <summary>Whether notices of that kind change an announcement.</summary>
    public static bool IsStep(NoticeEffect effect) =>
        effect is NoticeEffect.Starts or NoticeEffect.Amends or NoticeEffect.Slips or NoticeEffect.Cancels or NoticeEffect.Completes;

    private sealed class Building
    {
        private readonly NoticeSaid first;
        private readonly List<NoticeStep> steps = [];
        private readonly List<NoticeEvent> events;
        private NoticeSaid current;

        public Building(NoticeSaid announcement) => (first, current, events) = (announcement, announcement, Announced(announcement));

        public NoticeMatter Whole() => new(first, current, [.. events], [.. steps]);

        /// <summary>Whether it changed anything.</summary>
        public bool Take(NoticeSaid said)
        {
            var effect = EffectOf(said, out var meant);
            steps.Add(new(said, effect));
            if (effect != StepEffect.Took)
                return false;
            if (said.Format.Effect == NoticeEffect.Amends)
                current = said;
            foreach (var index in meant)
                events[index] = After(events[index], said);
            return true;
        }

        private static List<NoticeEvent> Announced(NoticeSaid said)
        {
            var count = CountOf(said, said.Format.Events) ?? 1;
            var span = SpanOf(said);
            return [.. Enumerable.Range(1, Math.Clamp(count, 1, Bounds.NoticeEvents)).Select(n => new NoticeEvent(n, EventState.Announced, span.Start, span.End))];
        }

        private StepEffect EffectOf(NoticeSaid said, out IReadOnlyList<int> meant)
        {
            var chosen = CountOf(said, said.Format.Event);
            meant = [.. Enumerable.Range(0, events.Count).Where(i => (chosen is null || chosen == i + 1) && !events[i].IsClosed)];
            return !said.Format.Regards.Contains(first.Format.Id) ? StepEffect.NotAfterThat
                : said.Party != first.Party ? StepEffect.NotTheirs
                : chosen is { } number && (number < 1 || number > events.Count) ? StepEffect.NoSuchEvent
                : meant.Count == 0 ? StepEffect.AfterTheEnd
                : StepEffect.Took;
        }

        private static NoticeEvent After(NoticeEvent one, NoticeSaid said)
        {
            var span = SpanOf(said);
            return said.Format.Effect switch
            {
                NoticeEffect.Starts => one with { State = EventState.Started },
                NoticeEffect.Cancels => one with { State = EventState.Cancelled },
                NoticeEffect.Completes => one with { State = EventState.Completed },
                _ => one with { Start = span.Start ?? one.Start, End = span.End ?? one.End },
            };
        }

        private static (DateTimeOffset? Start, DateTimeOffset? End) SpanOf(NoticeSaid said) =>
            NoticeCheck.BoundsOf(said.Format, said.Notice);

        private static int? CountOf(NoticeSaid said, string field) =>
            field.Length > 0 && said.Notice[field] is { } text && FieldText.Number(text) is >= 0 and <= Bounds.NoticeEvents and var number ? (int)number : null;
    }
}
