using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>Segments as queries of Entity Framework Core (分群查询): the database selects and counts, nothing is read into memory.
/// </summary>
/// <example>
/// <code>
/// Answer&lt;IQueryable&lt;Buyer&gt;&gt; asked = context.Buyers.InSegment(mapping, Facts.Orders.AtLeast(2), today);
/// if (asked.TryGet(out IQueryable&lt;Buyer&gt;? regulars))
/// {
///     List&lt;Buyer&gt; first = await regulars.OrderBy(buyer =&gt; buyer.Id).Take(100).ToListAsync();
/// }
/// </code>
/// </example>
public static class SegmentQueries
{
    /// <summary>How many segments one query counts.</summary>
    public const int CountedMax = 250;

    /// <summary>The rows of which a rule is true, for one day.</summary>
    /// <typeparam name="TRow">The host's row.</typeparam>
    /// <param name="rows">The rows, such as a <c>DbSet</c>, filtered or not.</param>
    /// <param name="mapping">Which member holds which fact.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="today">The day that windows are counted from, in the shop's zone.</param>
    /// <param name="segments">The segments that the rule may refer to.</param>
    /// <returns>The query, not yet executed; or why there is none: what <see cref="SegmentMapping{TRow}.Filter"/> refuses, and every fact
    /// whose member the provider cannot translate (<see cref="SegmentQueryReasons"/>).</returns>
    /// <exception cref="ArgumentNullException">The rows, the mapping or the rule is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public static Answer<IQueryable<TRow>> InSegment<TRow>(
        this IQueryable<TRow> rows, SegmentMapping<TRow> mapping, SegmentRule rule, LocalDate today, SegmentSet? segments = null)
    {
        Guard.Against.Null(rows);
        Guard.Against.Null(mapping);
        return mapping.Filter(rule, today, segments).Then(filter =>
        {
            Reason[] untranslated = Translation.Missing(rows, mapping, today, RuleFacts.Of(rule, segments));
            return untranslated.Length == 0
                ? Answer<IQueryable<TRow>>.From(rows.Where(filter))
                : Answer<IQueryable<TRow>>.Refused(untranslated);
        });
    }

    /// <summary>The rows in a segment of a set, for one day: in an exclusive set those of the tier, which no earlier tier has.</summary>
    /// <typeparam name="TRow">The host's row.</typeparam>
    /// <param name="rows">The rows, such as a <c>DbSet</c>, filtered or not.</param>
    /// <param name="mapping">Which member holds which fact.</param>
    /// <param name="set">The segments.</param>
    /// <param name="segment">The name of one of them.</param>
    /// <param name="today">The day that windows are counted from, in the shop's zone.</param>
    /// <returns>The query, not yet executed; or the reasons, as of a rule. A name that the set does not have is one of them.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public static Answer<IQueryable<TRow>> InSegment<TRow>(
        this IQueryable<TRow> rows, SegmentMapping<TRow> mapping, SegmentSet set, string segment, LocalDate today)
    {
        Guard.Against.Null(rows);
        Guard.Against.Null(mapping);
        int place = Guard.Against.Null(set).PlaceOf(Guard.Against.Null(segment));
        if (place < 0)
        {
            return Answer<IQueryable<TRow>>.Refused(SegmentMappingReasons.UnknownSegment.With(segment));
        }

        SegmentRule rule = SegmentRule.InSegment(segment);
        if (set.IsExclusive && place > 0)
        {
            SegmentRule[] earlier = [.. set.Segments[..place].Select(static tier => SegmentRule.InSegment(tier.Name))];
            rule = SegmentRule.AllOf(rule, SegmentRule.NoneOf(earlier));
        }

        return rows.InSegment(mapping, rule, today, set);
    }

    /// <summary>How many rows are in each segment of a set, for one day, in one query (分群计数).</summary>
    /// <typeparam name="TRow">The host's row.</typeparam>
    /// <param name="rows">The rows, such as a <c>DbSet</c>, filtered or not; a query of Entity Framework Core.</param>
    /// <param name="mapping">Which member holds which fact.</param>
    /// <param name="set">The segments, at most <see cref="CountedMax"/>; together they have at most 10,000 parts.</param>
    /// <param name="today">The day that windows are counted from, in the shop's zone.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The counts: of an exclusive set those of the tiers. Or the reasons, as of a rule; then nothing was asked.</returns>
    /// <exception cref="ArgumentNullException">The rows, the mapping or the set is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public static async Task<Answer<SegmentCounts>> CountSegmentsAsync<TRow>(
        this IQueryable<TRow> rows, SegmentMapping<TRow> mapping, SegmentSet set, LocalDate today,
        CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(rows);
        Guard.Against.Null(mapping);
        Guard.Against.Null(set);
        if (set.Segments.Length > CountedMax)
        {
            return Answer<SegmentCounts>.Refused(SegmentMappingReasons.TooManySegments.With(set.Segments.Length, CountedMax));
        }

        // The bounds of a rule, and every missing fact at once.
        SegmentRule all = SegmentRule.AnyOf([.. set.Segments.Select(static segment => SegmentRule.InSegment(segment.Name))]);
        Answer<IQueryable<TRow>> asked = rows.InSegment(mapping, all, today, set);
        if (!asked.HasValue)
        {
            return Answer<SegmentCounts>.Refused([.. asked.Reasons]);
        }

        Expression<Func<TRow, bool>>[] filters = [.. set.Segments.Select(segment => mapping.Filter(segment.Rule, today, set).Value)];
        if (set.IsExclusive)
        {
            return SegmentCounts.OfTiers(set, await rows.GroupBy(CombinedFilters.FirstOf(filters))
                .Select(static tier => new { tier.Key, Count = tier.LongCount() })
                .ToDictionaryAsync(static tier => tier.Key, static tier => tier.Count, cancellationToken).ConfigureAwait(false));
        }

        return SegmentCounts.Of(set, await rows.GroupBy(static _ => 1).Select(CombinedFilters.CountsOf(filters))
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false));
    }
}
