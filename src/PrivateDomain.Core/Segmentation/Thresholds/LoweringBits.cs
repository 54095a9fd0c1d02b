using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation.Thresholds;

/// <summary>The bits of facts while rules are turned into threshold form. They are numbered as they are met, and once more in order at the
/// end.</summary>
internal sealed class LoweringBits
{
    private readonly Dictionary<Fact, int> inputs = [];
    private readonly Dictionary<(int Input, double Threshold), int> thresholds = [];
    private readonly Dictionary<(int Input, string Text), int> texts = [];
    private readonly List<Bit> bits = [];

    /// <summary>The literal of a value at or above a threshold.</summary>
    internal int AtLeast(Fact fact, double threshold)
    {
        int input = InputOf(fact);
        return Get(thresholds, (input, threshold), new Bit(input, threshold, null));
    }

    /// <summary>The literal of a known value.</summary>
    internal int Known(Fact fact) => AtLeast(fact, double.NegativeInfinity);

    /// <summary>The literal of a value that cannot be told any more; it stands above every number.</summary>
    internal int Folded(Fact fact) => AtLeast(fact, double.PositiveInfinity);

    /// <summary>The literal of a text that is the value or in it.</summary>
    internal int Has(Fact fact, string text)
    {
        int input = InputOf(fact);
        return Get(texts, (input, text), new Bit(input, double.NaN, text));
    }

    /// <summary>The input of a bit, and its threshold; NaN for that of a text.</summary>
    internal (int Input, double Threshold) this[int bit] => (bits[bit].Input, bits[bit].Threshold);

    /// <summary>The inputs with their bits in order, and for each bit as it was met its place in that order.</summary>
    internal (ImmutableArray<LoweredInput> Inputs, int[] Places) Finish()
    {
        int[] places = new int[bits.Count];
        var all = ImmutableArray.CreateBuilder<LoweredInput>(inputs.Count);
        Fact[] facts = [.. inputs.OrderBy(static x => x.Value).Select(static x => x.Key)];
        int[] order = [.. Enumerable.Range(0, bits.Count)];
        Array.Sort(order, (left, right) => Compare(bits[left], bits[right]));
        int next = 0;
        int first = 0;
        for (int i = 0; i < facts.Length; i++)
        {
            int start = next;
            bool isText = facts[i].Kind is FactKind.Text or FactKind.TextSet;
            int bit = first + (isText && !IsKnownBit(order[start]) ? 1 : 0); // the bit of "known" is always there
            var numbers = ImmutableArray.CreateBuilder<double>();
            var words = ImmutableArray.CreateBuilder<string>();
            bool folds = false;
            for (; next < order.Length && bits[order[next]].Input == i; next++)
            {
                places[order[next]] = bit++;
                if (bits[order[next]].Text is { } text)
                {
                    words.Add(text);
                }
                else if (isText)
                {
                    folds |= double.IsPositiveInfinity(bits[order[next]].Threshold);
                }
                else
                {
                    numbers.Add(bits[order[next]].Threshold);
                }
            }

            all.Add(new LoweredInput(facts[i], first, numbers.DrainToImmutable(), words.DrainToImmutable(), folds));
            first = bit;
        }

        return (all.MoveToImmutable(), places);

        bool IsKnownBit(int place) => double.IsNegativeInfinity(bits[place].Threshold);
    }

    private static int Compare(Bit left, Bit right)
    {
        int order = left.Input.CompareTo(right.Input);
        order = order != 0 ? order : left.Rank.CompareTo(right.Rank);
        return order != 0 ? order : left.Text is null ? left.Threshold.CompareTo(right.Threshold)
            : string.CompareOrdinal(left.Text, right.Text);
    }

    private int InputOf(Fact fact)
    {
        if (!inputs.TryGetValue(fact, out int input))
        {
            input = inputs.Count;
            inputs.Add(fact, input);
        }

        return input;
    }

    private int Get<TKey>(Dictionary<TKey, int> known, TKey key, Bit made)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out int bit))
        {
            bit = bits.Count;
            known.Add(key, bit);
            bits.Add(made);
        }

        return bit * 2;
    }

    private readonly record struct Bit(int Input, double Threshold, string? Text)
    {
        // Of a text "known" is first, then the texts, and "folded" last.
        internal int Rank => Text is not null ? 1 : double.IsPositiveInfinity(Threshold) ? 2 : 0;
    }
}
