namespace Parley.Control.Codebooks;

/// <summary>Keep a codebook at this station. <paramref name="Encoding"/> is its encoding (base64 in JSON), as its hash is made of.</summary>
public sealed record AddCodebook(byte[] Encoding) : Operation<CodebookView>;

/// <summary>Say, as an officer of our party, that these texts are ours to use: those who know the languages have read them. Live lines use no other.</summary>
/// <param name="Book">Its <c>id/version</c>, or the beginning of its hash.</param>
/// <param name="Digits">Its digits, from the paper that was checked.</param>
public sealed record CertifyCodebook(string Book, string Digits) : Operation<CodebookView>;

/// <summary>All codebooks of this station.</summary>
public sealed record ListCodebooks : Query<IReadOnlyList<CodebookView>>;

/// <summary>One codebook with all its texts.</summary>
public sealed record ShowCodebook(string Book) : Query<CodebookTexts>;

/// <summary>A codebook.</summary>
/// <param name="Name"><c>id/version/hash</c>.</param>
/// <param name="Digits">Forty digits that stand for it.</param>
/// <param name="UncheckedTexts">Texts of which its makers say that no expert of the language has looked at them.</param>
/// <param name="AddedBy">The officer who added it.</param>
/// <param name="CertifiedBy">The officer who certified it for our party; null while nobody has.</param>
/// <param name="Lines">Lines whose charter names it.</param>
public sealed record CodebookView(
    string Id,
    int Version,
    string Hash,
    string Name,
    string Digits,
    IReadOnlyList<string> Languages,
    int Codes,
    int UncheckedTexts,
    string AddedBy,
    DateTimeOffset AddedAt,
    string? CertifiedBy,
    DateTimeOffset? CertifiedAt,
    IReadOnlyList<string> Lines);

/// <summary>A codebook with its texts. <paramref name="Encoding"/> is what its hash is made of (base64 in JSON).</summary>
public sealed record CodebookTexts(CodebookView Book, IReadOnlyList<CodeTexts> Codes, byte[] Encoding);

/// <summary>One code. <paramref name="Release"/> is <c>one</c> (officer) or <c>charter</c>; texts stand in the order of the codebook's languages.</summary>
public sealed record CodeTexts(int Number, string Release, IReadOnlyList<CodeBlank> Blanks, IReadOnlyList<CodeWording> Texts);

/// <summary>A blank of a code. For counts the least and the most; for places the most characters.</summary>
public sealed record CodeBlank(string Name, string Kind, int Least, int Most);

/// <summary>A code in one language.</summary>
public sealed record CodeWording(string Language, string Title, string Text, bool Unchecked);
