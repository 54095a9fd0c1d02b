using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Outreach;

/// <summary>Is a draft fit to be sent (合规检查)? Finds forbidden terms before they cost the account.</summary>
/// <remarks>
/// <para>Case, full and half width, blanks, separators such as "最-低-价", characters of no width and traditional characters do not hide a
/// term.
/// Words are found where they are words: a term names what it must not stand within, one that begins or ends with a Latin letter or a digit
/// does not go on with another ("no.1" is not in "no.10"), and where the words of the text are passed in it is found only as whole
/// words.</para>
/// <para>A lexicon finds expressions; it does not guess at meaning and is no legal advice. A clean text allocates nothing.</para>
/// <para>Immutable, so safe on several threads; make it once. Equality is that of the options; there is no ordering.</para>
/// </remarks>
/// <example>
/// <code>
/// ComplianceAssessment draft = CompliancePolicy.Default.Assess("全网最-低-价，第一次来也有礼");
/// foreach (ComplianceHit hit in draft.Hits) { Mark(hit.Start, hit.Length, hit.Category); }
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class CompliancePolicy : Policy<CompliancePolicy, ComplianceOptions>, IPolicy<CompliancePolicy, ComplianceOptions>
{
    private const int StackChars = 512;
    private readonly ComplianceSearch search;
    private readonly ComplianceAssessment clean;

    private CompliancePolicy(ComplianceOptions options)
        : base(options)
    {
        search = new ComplianceSearch(options.Terms);
        clean = new ComplianceAssessment([], options.TextStrikesMax);
    }

    static CompliancePolicy IPolicy<CompliancePolicy, ComplianceOptions>.Make(ComplianceOptions options) => new(options);

    /// <summary>What a text has that it must not have.</summary>
    /// <param name="text">The draft; may be empty.</param>
    /// <param name="wordStarts">Where its words begin, in UTF-16 code units from 0, ascending, as a dictionary's segmentation finds them;
    /// then a
    /// term counts only where it begins and ends at a border of words. Empty when nobody segmented the text.</param>
    /// <exception cref="ArgumentOutOfRangeException">The beginnings of words do not ascend, or are not within the text.</exception>
    public ComplianceAssessment Assess(ReadOnlySpan<char> text, ReadOnlySpan<int> wordStarts = default)
    {
        CheckWords(text.Length, wordStarts);
        char[]? chars = text.Length > StackChars ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        int[]? numbers = text.Length > StackChars ? ArrayPool<int>.Shared.Rent(text.Length) : null;
        try
        {
            Span<char> folded = chars ?? stackalloc char[StackChars];
            Span<int> places = numbers ?? stackalloc int[StackChars];
            int length = FoldedText.Fold(text, folded, places);
            ImmutableArray<ComplianceHit> hits = search.Find(text, folded[..length], places[..length], wordStarts);
            return hits.IsEmpty ? clean : new ComplianceAssessment(hits, Options.TextStrikesMax);
        }
        finally
        {
            if (chars is not null)
            {
                ArrayPool<char>.Shared.Return(chars);
                ArrayPool<int>.Shared.Return(numbers!);
            }
        }
    }

    /// <summary>Counts strikes by account, the account with the most first; equals by name.</summary>
    /// <param name="texts">What the accounts sent, each text with its account, in the days that the host looks at.</param>
    /// <exception cref="ArgumentNullException">There are no texts, or one is null.</exception>
    /// <exception cref="ArgumentException">An account has no name.</exception>
    public ImmutableArray<AccountStrikes> Rank(IEnumerable<KeyValuePair<string, string>> texts) =>
    [
        .. Guard.Against.Null(texts)
            .GroupBy(text => Guard.Against.NullOrWhiteSpace(text.Key, nameof(texts)), StringComparer.Ordinal)
            .Select(account => new AccountStrikes(
                account.Key,
                account.Count(),
                account.Sum(text => (long)Assess(Guard.Against.Null(text.Value, nameof(texts))).Strikes),
                Options.AccountStrikesMax))
            .OrderByDescending(static account => account.Strikes)
            .ThenBy(static account => account.Account, StringComparer.Ordinal),
    ];

    private static void CheckWords(int length, ReadOnlySpan<int> wordStarts)
    {
        int least = 0;
        foreach (int start in wordStarts)
        {
            if (start < least || start >= length)
            {
                throw new ArgumentOutOfRangeException(nameof(wordStarts), start, "Ascending places within the text are needed.");
            }

            least = start + 1;
        }
    }
}
