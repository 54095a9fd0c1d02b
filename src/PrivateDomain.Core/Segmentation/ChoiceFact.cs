using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Segmentation;

/// <summary>A fact whose values are levels in an order (等级事实), such as the stage or a membership tier.</summary>
/// <remarks>
/// <para>Levels are compared by their place. Absent: comparisons and any of are false, <see cref="NotEqualTo(string)"/> and none of are
/// true.</para>
/// <para>Equality is that of the name and the levels.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class ChoiceFact : Fact
{
    /// <summary>The greatest number of levels.</summary>
    public const int LevelsMax = 64;

    internal ChoiceFact(
        string name, Bilingual label, ImmutableArray<ChoiceLevel> levels, Func<FactValues, FactReading<int>>? read = null,
        Func<LocalDate, LocalDate?>? eventsFrom = null, bool isAssessed = false)
        : base(FactKind.Choice, name, label, eventsFrom, read is not null, isAssessed) =>
        (Levels, Read) = (levels, read);

    /// <summary>The levels, lowest first.</summary>
    public ImmutableArray<ChoiceLevel> Levels { get; }

    /// <summary>Works the value out where it is not given; null when only the caller can give it.</summary>
    internal Func<FactValues, FactReading<int>>? Read { get; }

    /// <summary>A fact of the host's own: its values are given for each customer.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter; at most <see cref="Fact.NameLengthMax"/>.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <param name="levels">1 to <see cref="LevelsMax"/> levels, lowest first, each name once.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form or is a word of the language, a label is empty, there are no or too
    /// many levels, or a level is
    /// empty or there twice.</exception>
    public static ChoiceFact From(string name, Bilingual label, params ReadOnlySpan<ChoiceLevel> levels)
    {
        ImmutableArray<ChoiceLevel> all = [.. levels];
        bool named = all.All(static x => x.Name.Length > 0)
            && all.Select(static x => x.Name).Distinct(StringComparer.Ordinal).Count() == all.Length;
        return all.Length is >= 1 and <= LevelsMax && named
            ? new(CheckName(name), CheckLabel(label), all)
            : throw new ArgumentException(
                $"A choice has 1 to {LevelsMax} levels with names of their own, but they were \"{Quoted.Of(string.Join(", ", all))}\".",
                nameof(levels));
    }

    /// <summary>A lower level than the one named.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentNullException">The level is null.</exception>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule LessThan(string level) => new ChoiceRule(this, ChoiceOperator.LessThan, [Guard.Against.Null(level)]);

    /// <summary>The level named or a lower one.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentNullException">The level is null.</exception>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule AtMost(string level) => new ChoiceRule(this, ChoiceOperator.AtMost, [Guard.Against.Null(level)]);

    /// <summary>The level named.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentNullException">The level is null.</exception>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule EqualTo(string level) => new ChoiceRule(this, ChoiceOperator.Equal, [Guard.Against.Null(level)]);

    /// <summary>Not the level named; true when absent.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentNullException">The level is null.</exception>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule NotEqualTo(string level) => new ChoiceRule(this, ChoiceOperator.NotEqual, [Guard.Against.Null(level)]);

    /// <summary>The level named or a higher one.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentNullException">The level is null.</exception>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule AtLeast(string level) => new ChoiceRule(this, ChoiceOperator.AtLeast, [Guard.Against.Null(level)]);

    /// <summary>The level with the name of an enumeration's value, or a higher one.</summary>
    /// <param name="level">The value; its name is read in snake case.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule AtLeast<TEnum>(TEnum level)
        where TEnum : struct, Enum =>
        AtLeast(SnakeNames<TEnum>.Of(level));

    /// <summary>A higher level than the one named.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentNullException">The level is null.</exception>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule GreaterThan(string level) => new ChoiceRule(this, ChoiceOperator.GreaterThan, [Guard.Against.Null(level)]);

    /// <summary>One of the levels named; with none named always false.</summary>
    /// <param name="levels">Names of levels.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule AnyOf(params ReadOnlySpan<string> levels) => new ChoiceRule(this, ChoiceOperator.AnyOf, levels);

    /// <summary>None of the levels named; true when absent; with none named always true.</summary>
    /// <param name="levels">Names of levels.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule NoneOf(params ReadOnlySpan<string> levels) => new ChoiceRule(this, ChoiceOperator.NoneOf, levels);

    /// <summary>The place of a level, 0 for the lowest; −1 when there is no such level.</summary>
    /// <param name="level">The name of a level.</param>
    public int PlaceOf(string level)
    {
        Guard.Against.Null(level);
        for (int i = 0; i < Levels.Length; i++)
        {
            if (string.Equals(Levels[i].Name, level, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>That there is no such level.</summary>
    internal ArgumentException NoLevel(string level, string name) => new(
        $"The levels of {Name} are {Quoted.Of(string.Join(", ", Levels))}, but one was \"{Quoted.Of(level)}\".", name);

    /// <inheritdoc/>
    public override bool Equals(Fact? other) =>
        base.Equals(other) && other is ChoiceFact choice && Levels.AsSpan().SequenceEqual(choice.Levels.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Fact);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Levels.Length);
}
