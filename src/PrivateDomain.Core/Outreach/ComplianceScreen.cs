using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PrivateDomain.Core.Outreach;

/// <summary>Screens a draft against a lexicon before it is sent (合规检查). From [C], D29.</summary>
/// <remarks>
/// <para>Case, full and half width, blanks and characters of no width do not hide a term. A term that begins or ends with a Latin letter or a digit
/// is only found where the text does not go on with another: "no.1" is not in "no.10".</para>
/// <para>The platform's vectorised search says where a term may begin; only there is the lexicon asked. A clean text allocates nothing.</para>
/// <para>Immutable and safe on several threads; make it once. Equality is that of the reference.</para>
/// </remarks>
public sealed class ComplianceScreen
{
    private const int StackChars = 512;
    private readonly SearchValues<string> starts;
    private readonly FrozenDictionary<char, ImmutableArray<Entry>> entries;

    /// <summary>Makes a screen.</summary>
    /// <param name="lexicon">What to look for.</param>
    /// <exception cref="ArgumentNullException">There is no lexicon.</exception>
    public ComplianceScreen(ComplianceLexicon lexicon)
    {
        Lexicon = Guard.Against.Null(lexicon);
        string[] phrases = [.. lexicon.Harmless.Select(FoldedText.Of)];
        ImmutableArray<Entry> all = [.. lexicon.Terms.Select(term => new Entry(term, phrases))];
        starts = SearchValues.Create([.. all.Select(static e => e.Folded)], StringComparison.Ordinal);
        entries = all.GroupBy(static e => e.Folded[0]).ToFrozenDictionary(
            static group => group.Key,
            static group => group.OrderByDescending(static e => e.Folded.Length).ToImmutableArray());
    }

    /// <summary>The screen with <see cref="ComplianceLexicon.Default"/>.</summary>
    public static ComplianceScreen Default { get; } = new(ComplianceLexicon.Default);

    /// <summary>What is looked for.</summary>
    public ComplianceLexicon Lexicon { get; }

    /// <summary>Screens a text.</summary>
    /// <param name="text">The draft; may be empty.</param>
    public ComplianceResult Screen(ReadOnlySpan<char> text)
    {
        char[]? chars = text.Length > StackChars ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        int[]? numbers = text.Length > StackChars ? ArrayPool<int>.Shared.Rent(text.Length) : null;
        try
        {
            Span<char> folded = chars ?? stackalloc char[StackChars];
            Span<int> places = numbers ?? stackalloc int[StackChars];
            int length = FoldedText.Fold(text, folded, places);
            return Find(text, folded[..length], places[..length]);
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

    private ComplianceResult Find(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, ReadOnlySpan<int> places)
    {
        ImmutableArray<ComplianceHit>.Builder? hits = null;
        int at = folded.IndexOfAny(starts);
        while (at >= 0)
        {
            foreach (Entry entry in entries[folded[at]])
            {
                if (entry.IsAt(folded, at) && StandsAlone(entry, text, places, at))
                {
                    int start = places[at];
                    int length = places[at + entry.Folded.Length - 1] + 1 - start;
                    (hits ??= ImmutableArray.CreateBuilder<ComplianceHit>()).Add(new ComplianceHit(entry.Term.Category, entry.Term.Text, start, length));
                }
            }

            int next = folded[(at + 1)..].IndexOfAny(starts);
            at = next < 0 ? next : at + 1 + next;
        }

        return new ComplianceResult(hits is null ? [] : hits.ToImmutable());
    }

    private static bool StandsAlone(Entry entry, ReadOnlySpan<char> text, ReadOnlySpan<int> places, int at)
    {
        int before = places[at] - 1;
        int behind = places[at + entry.Folded.Length - 1] + 1;
        return !(before >= 0 && IsLatin(text[before]) && IsLatin(entry.Folded[0]))
            && !(behind < text.Length && IsLatin(text[behind]) && IsLatin(entry.Folded[^1]));
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);

    private sealed class Entry
    {
        private readonly ImmutableArray<(string Phrase, int Offset)> harmless;

        internal Entry(ComplianceTerm term, string[] phrases)
        {
            Term = term;
            Folded = FoldedText.Of(term.Text);
            harmless = [.. phrases.SelectMany(phrase => Offsets(phrase, Folded).Select(offset => (phrase, offset)))];
        }

        internal ComplianceTerm Term { get; }

        internal string Folded { get; }

        internal bool IsAt(ReadOnlySpan<char> folded, int at)
        {
            if (!folded[at..].StartsWith(Folded, StringComparison.Ordinal))
            {
                return false;
            }

            foreach ((string phrase, int offset) in harmless)
            {
                if (at >= offset && folded[(at - offset)..].StartsWith(phrase, StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return true;
        }

        private static IEnumerable<int> Offsets(string phrase, string term)
        {
            for (int at = phrase.IndexOf(term, StringComparison.Ordinal); at >= 0; at = phrase.IndexOf(term, at + 1, StringComparison.Ordinal))
            {
                yield return at;
            }
        }
    }
}
