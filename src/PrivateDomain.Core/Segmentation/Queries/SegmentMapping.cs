using System.Collections.Immutable;
using System.Linq.Expressions;
using NodaTime;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>Which member of a host's own row holds which fact (事实与字段的映射), so that a rule becomes a query over the rows.
/// Immutable.</summary>
/// <typeparam name="TRow">The host's row.</typeparam>
/// <remarks>A null member is an absent fact. A member of a type that cannot be null is always known. Mapping a fact again replaces its
/// member. Immutable, so any number of threads may use it.</remarks>
public sealed class SegmentMapping<TRow>
{
    private readonly ParameterExpression row;
    private readonly ImmutableDictionary<Fact, FactMember> members;

    private SegmentMapping(ParameterExpression row, ImmutableDictionary<Fact, FactMember> members) =>
        (this.row, this.members) = (row, members);

    /// <summary>No fact is mapped yet.</summary>
    public static SegmentMapping<TRow> Empty { get; } =
        new(Expression.Parameter(typeof(TRow), "row"), ImmutableDictionary<Fact, FactMember>.Empty);

    /// <summary>A number in double precision; it must be finite.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(NumberFact fact, Expression<Func<TRow, double?>> member) => With(fact, member);

    /// <summary>A decimal number of at most 15 digits, compared as a decimal. A provider that keeps decimals as texts (SQLite) needs
    /// a cast: <c>row => (double?)row.Spend</c>.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(NumberFact fact, Expression<Func<TRow, decimal?>> member) => With(fact, member);

    /// <summary>A whole number, compared as such, so that an index serves.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(NumberFact fact, Expression<Func<TRow, long?>> member) => With(fact, member);

    /// <summary>A whole number, compared as such, so that an index serves.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(NumberFact fact, Expression<Func<TRow, int?>> member) => With(fact, member);

    /// <summary>A date, in the shop's zone.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(DateFact fact, Expression<Func<TRow, DateOnly?>> member) => With(fact, member);

    /// <summary>A time on the shop's wall clock; its date is the fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(DateFact fact, Expression<Func<TRow, DateTime?>> member) => With(fact, member);

    /// <summary>A date, in the shop's zone, where the provider knows NodaTime.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(DateFact fact, Expression<Func<TRow, LocalDate?>> member) => With(fact, member);

    /// <summary>A time on the shop's wall clock, where the provider knows NodaTime; its date is the fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(DateFact fact, Expression<Func<TRow, LocalDateTime?>> member) => With(fact, member);

    /// <summary>An instant, where the provider knows NodaTime; its day in the zone is the fact. It is compared with the first instants of
    /// days, so an index serves, and the database needs no zones.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <param name="zone">The shop's zone.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SegmentMapping<TRow> Map(DateFact fact, Expression<Func<TRow, Instant?>> member, DateTimeZone zone) =>
        With(fact, member, zone: Guard.Against.Null(zone));

    /// <summary>A yes or no.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(YesNoFact fact, Expression<Func<TRow, bool?>> member) => With(fact, member);

    /// <summary>A text. The provider has to compare it character by character: mind the column's collation.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(TextFact fact, Expression<Func<TRow, string?>> member) => With(fact, member);

    /// <summary>A set of texts: a collection of the row, or a navigation such as <c>row => row.Tags.Select(tag => tag.Name)</c>.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <param name="known">Whether the set is known, such as <c>row => row.Tags != null</c>; always, if left out.</param>
    /// <exception cref="ArgumentNullException">The fact or the member is null.</exception>
    public SegmentMapping<TRow> Map(
        TextSetFact fact, Expression<Func<TRow, IEnumerable<string>>> member, Expression<Func<TRow, bool>>? known = null)
    {
        Guard.Against.Null(fact);
        Guard.Against.Null(member);
        return With(fact, new FactMember(Over(member), known is null ? Expression.Constant(true) : Over(known), []));
    }

    /// <summary>A level by its name. A name that is no level is an absent fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(ChoiceFact fact, Expression<Func<TRow, string?>> member) =>
        With(fact, member, Levels(fact, static (level, _) => (string?)level));

    /// <summary>A level by its place from 0. A number that is no place is an absent fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SegmentMapping<TRow> Map(ChoiceFact fact, Expression<Func<TRow, int?>> member) =>
        With(fact, member, Levels(fact, static (_, place) => (int?)place));

    /// <summary>A level by an enum of the host's. A value that stands for no level is an absent fact.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <param name="member">Where the row holds it.</param>
    /// <param name="values">The value of each level, lowest first.</param>
    /// <exception cref="ArgumentNullException">The fact or the member is null.</exception>
    /// <exception cref="ArgumentException">There is not one value for each level.</exception>
    public SegmentMapping<TRow> Map<TEnum>(ChoiceFact fact, Expression<Func<TRow, TEnum?>> member, params ReadOnlySpan<TEnum> values)
        where TEnum : struct, Enum
    {
        TEnum[] all = values.ToArray();
        return all.Distinct().Count() == all.Length && all.Length == Guard.Against.Null(fact).Levels.Length
            ? With(fact, member, Levels(fact, (_, place) => (TEnum?)all[place]))
            : throw new ArgumentException(
                $"{fact.Name} needs {fact.Levels.Length} different values, but there were {all.Length}.", nameof(values));
    }

    /// <summary>The rule as a filter over the rows, for one day. It holds constants only, calls nothing a provider must know beside
    /// <c>Contains</c> of a set, and answers for every row as the rule itself does.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="today">The day that windows are counted from, in the shop's zone.</param>
    /// <param name="segments">The segments that the rule may refer to.</param>
    /// <returns>The filter; or every fact and segment that is missing, or that the rule is too large or too deep for a query.</returns>
    /// <remarks>A row holds values, so nothing in it is folded: a host that folds keeps null, which is absent, or leaves such customers
    /// out.</remarks>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public Answer<Expression<Func<TRow, bool>>> Filter(SegmentRule rule, LocalDate today, SegmentSet? segments = null)
    {
        Guard.Against.Null(rule);
        DateRule.CheckToday(today);
        var plan = new FilterPlan(members.ContainsKey, segments);
        FilterNode node = plan.Of(rule);
        return plan.Missing.Count == 0
            ? Answer<Expression<Func<TRow, bool>>>.From(
                Expression.Lambda<Func<TRow, bool>>(new FilterWriter(members, today).Write(node), row))
            : Answer<Expression<Func<TRow, bool>>>.Refused([.. plan.Missing]);
    }

    private static ImmutableArray<Expression> Levels<T>(ChoiceFact fact, Func<string, int, T> value) =>
        [.. Guard.Against.Null(fact).Levels.Select((level, place) => Expression.Constant(value(level.Name, place), typeof(T)))];

    private SegmentMapping<TRow> With<T>(
        Fact fact, Expression<Func<TRow, T>> member, ImmutableArray<Expression> levels = default, DateTimeZone? zone = null)
    {
        Guard.Against.Null(fact);
        Expression value = Over(Guard.Against.Null(member));
        bool always = value is UnaryExpression { NodeType: ExpressionType.Convert } lifted && lifted.Operand.Type.IsValueType
            && Nullable.GetUnderlyingType(lifted.Operand.Type) is null;
        Expression known = always ? Expression.Constant(true) : Expression.NotEqual(value, Expression.Constant(null, typeof(T)));
        return With(fact, new FactMember(value, known, levels, zone));
    }

    private SegmentMapping<TRow> With(Fact fact, FactMember member) => new(row, members.SetItem(fact, member));

    private Expression Over(LambdaExpression lambda) => new Replacing([lambda.Parameters[0]], [row]).Visit(lambda.Body);
}
