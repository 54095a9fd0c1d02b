using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

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
[JsonConverter(typeof(SegmentRuleJsonConverter))]
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
            places.Add(place >= 0 ? place : throw fact.NoLevel(level, nameof(levels)));
        }

        return [.. places];
    }
}
