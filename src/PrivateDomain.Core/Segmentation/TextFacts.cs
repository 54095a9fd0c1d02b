using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation;

/// <summary>A fact whose values are single texts (文本事实), such as a channel.</summary>
/// <remarks>Texts are compared ordinally: case and width count. Absent: any of is false, none of is true.</remarks>
public sealed class TextFact : Fact
{
    internal TextFact(string name, Bilingual label, Func<FactValues, string?>? read = null)
        : base(FactKind.Text, name, label) =>
        Read = read;

    /// <summary>Works the value out when it is not given; null when only the host can give it.</summary>
    internal Func<FactValues, string?>? Read { get; }

    /// <summary>Declares an attribute of the host.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter; at most <see cref="Fact.NameLengthMax"/>.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form or is a word of the language, or a label is empty.</exception>
    public static TextFact Attribute(string name, Bilingual label) => new(CheckName(name), CheckLabel(label));

    /// <summary>One of the texts; with no texts always false.</summary>
    /// <param name="texts">Each 1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <exception cref="ArgumentException">A text is null or has another form.</exception>
    public SegmentRule AnyOf(params ReadOnlySpan<string> texts) => new TextRule(this, TextOperator.AnyOf, texts);

    /// <summary>None of the texts; true when absent; with no texts always true.</summary>
    /// <param name="texts">Each 1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <exception cref="ArgumentException">A text is null or has another form.</exception>
    public SegmentRule NoneOf(params ReadOnlySpan<string> texts) => new TextRule(this, TextOperator.NoneOf, texts);
}

/// <summary>A fact whose values are sets of texts (文本集合事实), such as tags.</summary>
/// <remarks>Texts are compared ordinally: case and width count. Absent: any of and all of are false, none of is true. An empty set that is
/// known is not absent.</remarks>
public sealed class TextSetFact : Fact
{
    internal TextSetFact(string name, Bilingual label, Func<FactValues, ImmutableSortedSet<string>?>? read = null)
        : base(FactKind.TextSet, name, label) =>
        Read = read;

    /// <summary>Works the value out when it is not given; null when only the host can give it.</summary>
    internal Func<FactValues, ImmutableSortedSet<string>?>? Read { get; }

    /// <summary>Declares an attribute of the host.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter; at most <see cref="Fact.NameLengthMax"/>.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form or is a word of the language, or a label is empty.</exception>
    public static TextSetFact Attribute(string name, Bilingual label) => new(CheckName(name), CheckLabel(label));

    /// <summary>At least one of the texts is in the set; with no texts always false.</summary>
    /// <param name="texts">Each 1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <exception cref="ArgumentException">A text is null or has another form.</exception>
    public SegmentRule AnyOf(params ReadOnlySpan<string> texts) => new TextSetRule(this, TextSetOperator.AnyOf, texts);

    /// <summary>All of the texts are in the set; false when absent; with no texts true of every known set.</summary>
    /// <param name="texts">Each 1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <exception cref="ArgumentException">A text is null or has another form.</exception>
    public SegmentRule AllOf(params ReadOnlySpan<string> texts) => new TextSetRule(this, TextSetOperator.AllOf, texts);

    /// <summary>None of the texts is in the set; true when absent; with no texts always true.</summary>
    /// <param name="texts">Each 1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <exception cref="ArgumentException">A text is null or has another form.</exception>
    public SegmentRule NoneOf(params ReadOnlySpan<string> texts) => new TextSetRule(this, TextSetOperator.NoneOf, texts);
}

/// <summary>One of the levels of a choice (等级取值): a name for rules, and what people call it.</summary>
/// <remarks>Equality is that of both parts; there is no ordering, the fact has it. The default value has an empty name and is
/// refused.</remarks>
public readonly record struct ChoiceLevel
{
    private readonly string? name;

    /// <summary>Makes a level.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public ChoiceLevel(string name, Bilingual label)
    {
        this.name = FactReference.IsName(Guard.Against.Null(name))
            ? name
            : throw new ArgumentException($"A level's name is 1 to {Fact.NameLengthMax} lower-case letters, digits and _, but it was \"{name}\".", nameof(name));
        Label = label;
    }

    /// <summary>The name used in rules.</summary>
    public string Name => name ?? "";

    /// <summary>What people call it.</summary>
    public Bilingual Label { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>A fact whose values are levels in an order (等级事实), such as the stage or a membership tier.</summary>
/// <remarks>
/// <para>Levels are compared by their place. Absent: comparisons and any of are false, <see cref="NotEqualTo(string)"/> and none of are
/// true.</para>
/// <para>Equality is that of the name and the levels.</para>
/// </remarks>
public sealed class ChoiceFact : Fact
{
    /// <summary>The greatest number of levels.</summary>
    public const int LevelsMax = 64;

    internal ChoiceFact(string name, Bilingual label, ImmutableArray<ChoiceLevel> levels, Func<FactValues, int>? read = null)
        : base(FactKind.Choice, name, label) =>
        (Levels, Read) = (levels, read);

    /// <summary>The levels, lowest first.</summary>
    public ImmutableArray<ChoiceLevel> Levels { get; }

    /// <summary>Works the place of the level out when it is not given, −1 for absent; null when only the host can give it.</summary>
    internal Func<FactValues, int>? Read { get; }

    /// <summary>Declares an attribute of the host.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter; at most <see cref="Fact.NameLengthMax"/>.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <param name="levels">1 to <see cref="LevelsMax"/> levels, lowest first, each name once.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form or is a word of the language, a label is empty, there are no or too
    /// many levels, or a level is
    /// empty or there twice.</exception>
    public static ChoiceFact Attribute(string name, Bilingual label, params ReadOnlySpan<ChoiceLevel> levels)
    {
        ImmutableArray<ChoiceLevel> all = [.. levels];
        bool named = all.All(static x => x.Name.Length > 0)
            && all.Select(static x => x.Name).Distinct(StringComparer.Ordinal).Count() == all.Length;
        return all.Length is >= 1 and <= LevelsMax && named
            ? new(CheckName(name), CheckLabel(label), all)
            : throw new ArgumentException(
                $"A choice has 1 to {LevelsMax} levels with names of their own, but they were \"{string.Join(", ", all)}\".",
                    nameof(levels));
    }

    /// <summary>A lower level than the one named.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule LessThan(string level) => new ChoiceRule(this, ChoiceOperator.LessThan, [level]);

    /// <summary>The level named or a lower one.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule AtMost(string level) => new ChoiceRule(this, ChoiceOperator.AtMost, [level]);

    /// <summary>The level named.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule EqualTo(string level) => new ChoiceRule(this, ChoiceOperator.Equal, [level]);

    /// <summary>Not the level named; true when absent.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule NotEqualTo(string level) => new ChoiceRule(this, ChoiceOperator.NotEqual, [level]);

    /// <summary>The level named or a higher one.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule AtLeast(string level) => new ChoiceRule(this, ChoiceOperator.AtLeast, [level]);

    /// <summary>The level with the name of an enumeration's value, or a higher one.</summary>
    /// <param name="level">The value; its name is read in snake case.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule AtLeast<TEnum>(TEnum level)
        where TEnum : struct, Enum =>
        AtLeast(SnakeNames<TEnum>.Of(level));

    /// <summary>A higher level than the one named.</summary>
    /// <param name="level">The name of a level.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public SegmentRule GreaterThan(string level) => new ChoiceRule(this, ChoiceOperator.GreaterThan, [level]);

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
        for (int i = 0; i < Levels.Length; i++)
        {
            if (string.Equals(Levels[i].Name, level, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public override bool Equals(Fact? other) =>
        base.Equals(other) && other is ChoiceFact choice && Levels.AsSpan().SequenceEqual(choice.Levels.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Fact);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Levels.Length);
}
