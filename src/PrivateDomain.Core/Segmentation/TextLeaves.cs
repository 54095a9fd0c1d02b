using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation;

/// <summary>How a text is compared (文本比较).</summary>
public enum TextOperator
{
    /// <summary>One of the texts; of none false (任一).</summary>
    AnyOf = 0,

    /// <summary>None of the texts; true when absent (均不).</summary>
    NoneOf,
}

/// <summary>A text compared with a list (文本规则).</summary>
public sealed class TextRule : SegmentRule
{
    internal TextRule(TextFact fact, TextOperator how, ReadOnlySpan<string> values)
        : this(fact, how, Texts(values))
    {
    }

    private TextRule(TextFact fact, TextOperator how, ImmutableArray<string> values)
        : base(HashOf(values, Guard.Against.Null(fact), how), size: 1L + values.Length)
    {
        Fact = fact;
        Operator = how;
        Values = values;
    }

    /// <summary>What is compared.</summary>
    public TextFact Fact { get; }

    /// <summary>How.</summary>
    public TextOperator Operator { get; }

    /// <summary>The texts, ordinal, each once.</summary>
    public ImmutableArray<string> Values { get; }

    private protected override bool Same(SegmentRule other) =>
        other is TextRule rule && Operator == rule.Operator && Fact.Equals(rule.Fact)
            && Values.AsSpan().SequenceEqual(rule.Values.AsSpan());
}

/// <summary>How a set of texts is compared (文本集合比较).</summary>
public enum TextSetOperator
{
    /// <summary>At least one of the texts is in the set; of none false (任一).</summary>
    AnyOf = 0,

    /// <summary>All of the texts are in the set; false when absent (全部).</summary>
    AllOf,

    /// <summary>None of the texts is in the set; true when absent (均不).</summary>
    NoneOf,
}

/// <summary>A set of texts compared with a list (文本集合规则).</summary>
public sealed class TextSetRule : SegmentRule
{
    internal TextSetRule(TextSetFact fact, TextSetOperator how, ReadOnlySpan<string> values)
        : this(fact, how, Texts(values))
    {
    }

    private TextSetRule(TextSetFact fact, TextSetOperator how, ImmutableArray<string> values)
        : base(HashOf(values, Guard.Against.Null(fact), how), size: 1L + values.Length)
    {
        Fact = fact;
        Operator = how;
        Values = values;
    }

    /// <summary>What is compared.</summary>
    public TextSetFact Fact { get; }

    /// <summary>How.</summary>
    public TextSetOperator Operator { get; }

    /// <summary>The texts, ordinal, each once.</summary>
    public ImmutableArray<string> Values { get; }

    private protected override bool Same(SegmentRule other) =>
        other is TextSetRule rule && Operator == rule.Operator && Fact.Equals(rule.Fact)
            && Values.AsSpan().SequenceEqual(rule.Values.AsSpan());
}

/// <summary>How a level is compared (等级比较).</summary>
public enum ChoiceOperator
{
    /// <summary>Below (低于).</summary>
    LessThan = 0,

    /// <summary>At most (不高于).</summary>
    AtMost,

    /// <summary>Equal (等于).</summary>
    Equal,

    /// <summary>Not equal; true when absent (不等于).</summary>
    NotEqual,

    /// <summary>At least (不低于).</summary>
    AtLeast,

    /// <summary>Above (高于).</summary>
    GreaterThan,

    /// <summary>One of the levels; of none false (任一).</summary>
    AnyOf,

    /// <summary>None of the levels; true when absent (均不).</summary>
    NoneOf,
}

/// <summary>A level compared with others (等级规则).</summary>
public sealed class ChoiceRule : SegmentRule
{
    internal ChoiceRule(ChoiceFact fact, ChoiceOperator how, ReadOnlySpan<string> levels)
        : this(fact, how, PlacesOf(fact, levels))
    {
    }

    private ChoiceRule(ChoiceFact fact, ChoiceOperator how, ImmutableArray<int> places)
        : base(HashOf(places, fact, how), size: 1L + places.Length)
    {
        Fact = fact;
        Operator = how;
        Places = places;
        Levels = [.. places.Select(place => fact.Levels[place].Name)];
    }

    /// <summary>What is compared.</summary>
    public ChoiceFact Fact { get; }

    /// <summary>How.</summary>
    public ChoiceOperator Operator { get; }

    /// <summary>The names of the levels, lowest first, each once; exactly one unless any or none of several is asked.</summary>
    public ImmutableArray<string> Levels { get; }

    /// <summary>The places of the levels in the fact, ascending, each once.</summary>
    internal ImmutableArray<int> Places { get; }

    /// <summary>Whether the level in a place fulfils the rule.</summary>
    /// <param name="place">The place; −1 for absent.</param>
    internal bool Holds(int place) => Operator switch
    {
        ChoiceOperator.LessThan => place >= 0 && place < Places[0],
        ChoiceOperator.AtMost => place >= 0 && place <= Places[0],
        ChoiceOperator.Equal => place == Places[0],
        ChoiceOperator.NotEqual => place != Places[0],
        ChoiceOperator.AtLeast => place >= Places[0],
        ChoiceOperator.GreaterThan => place > Places[0],
        ChoiceOperator.AnyOf => Places.Contains(place),
        _ => !Places.Contains(place),
    };

    private protected override bool Same(SegmentRule other) =>
        other is ChoiceRule rule && Operator == rule.Operator && Fact.Equals(rule.Fact)
            && Places.AsSpan().SequenceEqual(rule.Places.AsSpan());

    private static ImmutableArray<int> PlacesOf(ChoiceFact fact, ReadOnlySpan<string> levels)
    {
        Guard.Against.Null(fact);
        var places = new SortedSet<int>();
        foreach (string level in levels)
        {
            int place = fact.PlaceOf(Guard.Against.Null(level, nameof(levels)));
            places.Add(place >= 0
                ? place
                : throw new ArgumentException($"The levels of {fact.Name} are {string.Join(", ", fact.Levels)}, but one was \"{level}\".",
                    nameof(levels)));
        }

        return [.. places];
    }
}
