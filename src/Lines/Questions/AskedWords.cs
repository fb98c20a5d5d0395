using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Lines.Questions;

/// <summary>Words that ask for an answer: a message that names a time, or a notice that names a span.</summary>
/// <param name="Text">Of a message its text; of a notice the id of its format, whose texts do not travel.</param>
/// <param name="From">The asked parties.</param>
/// <param name="By">By when, where the words name a time.</param>
/// <param name="Minutes">Otherwise within how many minutes from when they were said.</param>
public sealed record AskedWords(string Text, string Language, IReadOnlyList<PartyId> From, Timestamp? By, int Minutes)
{
    /// <param name="said">When they were said.</param>
    public Timestamp Due(Timestamp said) => By ?? said + TimeSpan.FromMinutes(Minutes);
}
