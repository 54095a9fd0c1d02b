using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>A rule over the facts of one customer (分群规则): data that can be written down, explained, evaluated for one or for millions,
/// and translated.</summary>
/// <remarks>
/// <para>The set of nodes is closed: <see cref="NumberRule"/>, <see cref="DateRule"/>, <see cref="YesNoRule"/>, <see cref="TextRule"/>,
/// <see cref="TextSetRule"/>,
/// <see cref="ChoiceRule"/>, <see cref="KnownRule"/>, <see cref="GroupRule"/>, <see cref="NotRule"/>, <see cref="ReferenceRule"/>.</para>
/// <para>The answer is yes, no or undecidable (<see cref="Truth"/>). An absent fact makes comparisons false and negative operators (not
/// equal, not on, none of) true;
/// <see cref="NotRule"/> is the plain
/// complement of its rule. So "not (orders &gt;= 2)" is true of a customer whose orders are unknown, and "orders &lt; 2" is false.</para>
/// <para>Where a fact depends on history that was folded away, every comparison with it is undecidable, negative ones too, and so is the
/// rule, unless its other parts decide it alone.</para>
/// <para>Immutable, so any number of threads may use it. Equality is that of the whole rule, in order. No rule is deeper than
/// <see cref="DepthMax"/> or larger than
/// <see cref="SizeMax"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// SegmentRule regulars = Facts.Orders.AtLeast(2) &amp; Facts.LastOrder.WithinDays(90) &amp; !Facts.Tags.AnyOf("staff");
/// bool isRegular = regulars.Matches(FactValues.From(history.FactsAt(now, shop)));
/// </code>
/// </example>
[JsonConverter(typeof(SegmentRuleJsonConverter))]
public abstract class SegmentRule : IEquatable<SegmentRule>
{
    /// <summary>The greatest depth: a leaf has 1.</summary>
    public const int DepthMax = 64;

    /// <summary>The greatest size: the number of nodes and of values in lists, a node used twice counting twice.</summary>
    public const int SizeMax = 10_000;

    private readonly int hash;

    private protected SegmentRule(int hash, int depth = 1, long size = 1)
    {
        this.hash = hash;
        Depth = depth <= DepthMax ? depth
            : throw new ArgumentException($"A rule is at most {DepthMax} deep, but it would be {depth}.", nameof(depth));
        Size = size <= SizeMax ? (int)size
            : throw new ArgumentException($"A rule has at most {SizeMax} nodes and values, but it would have {size}.", nameof(size));
    }

    /// <summary>How deep the rule is: 1 for a leaf.</summary>
    public int Depth { get; }

    /// <summary>How many nodes and listed values it has.</summary>
    public int Size { get; }

    /// <summary>The rules it is made of; empty for a leaf.</summary>
    private protected virtual ImmutableArray<SegmentRule> Parts => [];

    /// <summary>All of the rules; with none true (全部满足).</summary>
    /// <param name="rules">The rules.</param>
    /// <exception cref="ArgumentNullException">A rule is null.</exception>
    /// <exception cref="ArgumentException">The rule would be too deep or too large.</exception>
    public static SegmentRule AllOf(params ReadOnlySpan<SegmentRule> rules) => new GroupRule(GroupOperator.AllOf, 0, rules);

    /// <summary>At least one of the rules; with none false (任一满足).</summary>
    /// <param name="rules">The rules.</param>
    /// <exception cref="ArgumentNullException">A rule is null.</exception>
    /// <exception cref="ArgumentException">The rule would be too deep or too large.</exception>
    public static SegmentRule AnyOf(params ReadOnlySpan<SegmentRule> rules) => new GroupRule(GroupOperator.AnyOf, 0, rules);

    /// <summary>None of the rules; with none true (全不满足).</summary>
    /// <param name="rules">The rules.</param>
    /// <exception cref="ArgumentNullException">A rule is null.</exception>
    /// <exception cref="ArgumentException">The rule would be too deep or too large.</exception>
    public static SegmentRule NoneOf(params ReadOnlySpan<SegmentRule> rules) => new GroupRule(GroupOperator.NoneOf, 0, rules);

    /// <summary>At least a number of the rules (至少满足 K 项).</summary>
    /// <param name="count">From 1 to the number of rules.</param>
    /// <param name="rules">The rules.</param>
    /// <exception cref="ArgumentNullException">A rule is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of range.</exception>
    /// <exception cref="ArgumentException">The rule would be too deep or too large.</exception>
    public static SegmentRule AtLeastOf(int count, params ReadOnlySpan<SegmentRule> rules) =>
        new GroupRule(GroupOperator.AtLeastOf, count, rules);

    /// <summary>The complement of a rule (非).</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    /// <exception cref="ArgumentException">The rule would be too deep or too large.</exception>
    public static SegmentRule Not(SegmentRule rule) => new NotRule(rule);

    /// <summary>In another segment, by its name (属于分群). What the name stands for is settled
    /// where segments are put together: in a <see cref="SegmentSet"/>.</summary>
    /// <param name="name">1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public static SegmentRule InSegment(string name) => new ReferenceRule(name);

    /// <summary>Both rules. A chain of them is one group.</summary>
    public static SegmentRule operator &(SegmentRule left, SegmentRule right) => Chain(GroupOperator.AllOf, left, right);

    /// <summary>One of the rules or both. A chain of them is one group.</summary>
    public static SegmentRule operator |(SegmentRule left, SegmentRule right) => Chain(GroupOperator.AnyOf, left, right);

    /// <summary>The complement of a rule.</summary>
    public static SegmentRule operator !(SegmentRule rule) => new NotRule(rule);

    /// <summary>Whether both are equal.</summary>
    public static bool operator ==(SegmentRule? left, SegmentRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(SegmentRule? left, SegmentRule? right) => !(left == right);

    /// <summary>Whether the rule holds of a customer; false too where it cannot be decided. This is the plain reading of the rule; for many
    /// rules or customers prepare a set.</summary>
    /// <param name="values">What is known of the customer; relative dates refer to its day.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    /// <exception cref="InvalidOperationException">The rule refers to another segment: ask the set that has both.</exception>
    public bool Matches(FactValues values) => TruthOf(values) == Truth.Yes;

    /// <summary>What the rule says of a customer: yes, no, or undecidable because it depends on history that was folded away.</summary>
    /// <param name="values">What is known of the customer; relative dates refer to its day.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    /// <exception cref="InvalidOperationException">The rule refers to another segment: ask the set that has both.</exception>
    public Truth TruthOf(FactValues values) => new RuleReader(Guard.Against.Null(values), null).Read(this);

    /// <summary>What the rule says of a customer, with what was found for every leaf.</summary>
    /// <param name="values">What is known of the customer; relative dates refer to its day.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    /// <exception cref="InvalidOperationException">The rule refers to another segment: ask the set that has both.</exception>
    public RuleExplanation Explain(FactValues values) => new RuleReader(Guard.Against.Null(values), null).Explain(this);

    /// <summary>How far back the rule looks (回看起点): the first of the shop's days whose events it needs one by one. A history may be
    /// compacted before that day without an answer becoming undecidable; see
    /// <see cref="Customers.CustomerHistory.CompactBefore"/>.</summary>
    /// <param name="today">The shop's ISO date; rules relative to today look less far back tomorrow.</param>
    /// <returns>The day, 1899-12-31 where it needs all events there ever were; null where totals of folded events are enough, however
    /// old.</returns>
    /// <remarks>What the rule says of other segments is not looked at: ask the set.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public LocalDate? LooksBackTo(LocalDate today)
    {
        DateRule.CheckToday(today);
        LocalDate? earliest = RuleReader.FactOf(this)?.EventsFrom(today);
        foreach (SegmentRule part in Parts)
        {
            earliest = DerivedFact.Earliest(earliest, part.LooksBackTo(today));
        }

        return earliest;
    }

    /// <inheritdoc/>
    public bool Equals(SegmentRule? other) =>
        ReferenceEquals(this, other) || (other is not null && hash == other.hash && GetType() == other.GetType() && Same(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SegmentRule);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    /// <summary>Whether a rule of the same type has the same parts.</summary>
    private protected abstract bool Same(SegmentRule other);

    private protected static ImmutableArray<string> Texts(ReadOnlySpan<string> texts)
    {
        foreach (string text in texts)
        {
            if (!IdentifierText.IsValid(text))
            {
                throw new ArgumentException(
                    $"A text has 1 to {IdentifierText.LengthMax} characters, no control characters and no white space at its ends, "
                        + $"but it was \"{Quoted.Of(text)}\".",
                    nameof(texts));
            }
        }

        return [.. texts.ToArray().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private protected static int HashOf<T>(ImmutableArray<T> parts, params ReadOnlySpan<object> others)
    {
        var sum = default(HashCode);
        foreach (object other in others)
        {
            sum.Add(other);
        }

        foreach (T part in parts)
        {
            sum.Add(part);
        }

        return sum.ToHashCode();
    }

    private static GroupRule Chain(GroupOperator how, SegmentRule left, SegmentRule right)
    {
        Guard.Against.Null(left);
        Guard.Against.Null(right);
        return left is GroupRule group && group.Operator == how ? new GroupRule(how, 0, [.. group.Rules, right])
            : new GroupRule(how, 0, [left, right]);
    }
}
