using Parley.Control.Messages;
using Parley.Lines.Entries;

namespace Parley.Control.Postures;

/// <summary>Say what we do ourselves and that it is not aimed at them. Goes by the line's release rule: where two officers are asked for, the draft waits for the
/// second.</summary>
/// <param name="Conduct">What we do, on one line.</param>
/// <param name="Authority">Under whose authority this is said, on one line.</param>
/// <param name="ValidUntil">When it ends; null: until other words replace it.</param>
public sealed record StatePosture(
    string Line, Precedence Precedence, string Conduct, string Authority, string Language, string Text, DateTimeOffset? ValidUntil = null) : Operation<DraftView>, IOnLine;
