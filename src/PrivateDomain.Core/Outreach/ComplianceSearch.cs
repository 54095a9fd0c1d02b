using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PrivateDomain.Core.Outreach;

/// <summary>Finds terms in a folded text: the platform's vectorised search says where one may begin; only there are the terms
/// asked.</summary>
internal sealed class ComplianceSearch
{
    private readonly SearchValues<string> starts;
    private readonly FrozenDictionary<char, ImmutableArray<Entry>> entries;

    internal ComplianceSearch(ImmutableArray<ComplianceTerm> terms)
    {
        ImmutableArray<Entry> all = [.. terms.Select(static term => new Entry(term))];
        starts = SearchValues.Create([.. all.Select(static e => e.Folded)], StringComparison.Ordinal);
        entries = all.GroupBy(static e => e.Folded[0]).ToFrozenDictionary(
            static group => group.Key,
            static group => group.OrderByDescending(static e => e.Folded.Length).ToImmutableArray());
    }

    internal ImmutableArray<ComplianceHit> Find(
        ReadOnlySpan<char> text, ReadOnlySpan<char> folded, ReadOnlySpan<int> places, ReadOnlySpan<int> wordStarts)
    {
        ImmutableArray<ComplianceHit>.Builder? hits = null;
        int at = folded.IndexOfAny(starts);
        while (at >= 0)
        {
            foreach (Entry entry in entries[folded[at]])
            {
                if (entry.IsAt(folded, at))
                {
                    int start = places[at];
                    int end = places[at + entry.Folded.Length - 1] + 1;
                    if (StandsAlone(entry, text, start, end)
                        && (wordStarts.IsEmpty || IsWords(folded, places, at, entry.Folded.Length, wordStarts)))
                    {
                        (hits ??= ImmutableArray.CreateBuilder<ComplianceHit>()).Add(new ComplianceHit(entry.Term, start, end - start));
                    }
                }
            }

            int next = folded[(at + 1)..].IndexOfAny(starts);
            at = next < 0 ? next : at + 1 + next;
        }

        return hits?.ToImmutable() ?? [];
    }

    private static bool StandsAlone(Entry entry, ReadOnlySpan<char> text, int start, int end) =>
        !(start > 0 && IsLatin(text[start - 1]) && IsLatin(entry.Folded[0]))
        && !(end < text.Length && IsLatin(text[end]) && IsLatin(entry.Folded[^1]));

    // The term begins and ends at borders of words; what folding left out belongs to no word.
    private static bool IsWords(ReadOnlySpan<char> folded, ReadOnlySpan<int> places, int at, int length, ReadOnlySpan<int> wordStarts)
    {
        int before = at == 0 ? 0 : places[at - 1] + 1;
        int last = places[at + length - 1];
        int next = at + length == folded.Length ? int.MaxValue : places[at + length];
        return HasBetween(wordStarts, before, places[at]) && (next == int.MaxValue || HasBetween(wordStarts, last + 1, next));
    }

    private static bool HasBetween(ReadOnlySpan<int> sorted, int from, int to)
    {
        int place = sorted.BinarySearch(from);
        place = place < 0 ? ~place : place;
        return place < sorted.Length && sorted[place] <= to;
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);

    private sealed class Entry
    {
        private readonly ImmutableArray<(string Phrase, int Offset)> harmless;

        internal Entry(ComplianceTerm term)
        {
            Term = term;
            Folded = FoldedText.Of(term.Text);
            harmless =
                [.. term.NotWithin.Select(FoldedText.Of).SelectMany(phrase => Offsets(phrase, Folded).Select(offset => (phrase, offset)))];
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
            int at = -1;
            while ((at = phrase.IndexOf(term, at + 1, StringComparison.Ordinal)) >= 0)
            {
                yield return at;
            }
        }
    }
}
