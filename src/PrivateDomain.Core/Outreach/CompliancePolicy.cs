using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

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
public sealed class CompliancePolicy : IEquatable<CompliancePolicy>
{
    private const int StackChars = 512;
    private readonly ComplianceSearch search;
    private readonly ComplianceAssessment clean;

    private CompliancePolicy(ComplianceOptions options)
    {
        Options = options;
        search = new ComplianceSearch(options.Terms);
        clean = new ComplianceAssessment([], options.TextStrikesMax);
    }

    /// <summary>The policy of the default options.</summary>
    public static CompliancePolicy Default { get; } = new(new ComplianceOptions());

    /// <summary>The figures the policy was made of.</summary>
    public ComplianceOptions Options { get; }

    internal static Description<ComplianceOptions> Description => ComplianceOptions.Description;

    /// <summary>Makes a policy.</summary>
    /// <param name="options">The terms and figures.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">A term has no category or nothing to look for, is there twice, or names an exception that
    /// does not
    /// have it within; a figure is out of range; all mistakes are named.</exception>
    public static CompliancePolicy Create(ComplianceOptions options)
    {
        Description.ThrowIfWrong(Guard.Against.Null(options));
        return new CompliancePolicy(options);
    }

    /// <summary>Makes a policy, or tells all mistakes.</summary>
    /// <param name="options">The terms and figures.</param>
    /// <param name="policy">The policy; null when there are mistakes.</param>
    /// <param name="mistakes">The mistakes; empty when there is a policy.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(
        ComplianceOptions options, [NotNullWhen(true)] out CompliancePolicy? policy, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Description.Check(Guard.Against.Null(options));
        policy = mistakes.IsEmpty ? new CompliancePolicy(options) : null;
        return policy is not null;
    }

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

    /// <inheritdoc/>
    public bool Equals(CompliancePolicy? other) => other is not null && Options.Equals(other.Options);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CompliancePolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

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
