using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Research;

/// <summary>What repeat buyers have in common (用户画像特征), from a researched sample.</summary>
/// <remarks>Immutable and safe to share between threads. Two are equal when their options are.</remarks>
/// <example>
/// <code>
/// BuyerTraitFinding school = BuyerTraitPolicy.Default.Assess("children_at_school", repeatHaving: 95, repeatAsked: 100, othersHaving: 40,
/// othersAsked: 100);
/// bool isReliable = school.Warnings.IsEmpty;
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class BuyerTraitPolicy : Policy<BuyerTraitPolicy, BuyerTraitOptions>, IPolicy<BuyerTraitPolicy, BuyerTraitOptions>
{
    private BuyerTraitPolicy(BuyerTraitOptions options)
        : base(options)
    {
    }

    static BuyerTraitPolicy IPolicy<BuyerTraitPolicy, BuyerTraitOptions>.Make(BuyerTraitOptions options) => new(options);

    /// <summary>What repeat buyers have in common, for every trait that anybody answered.</summary>
    /// <param name="sample">Each respondent once, in any order.</param>
    /// <returns>The findings: the greatest difference of the shares first, unknown ones last, equal ones ordinal by name.</returns>
    /// <exception cref="ArgumentNullException">There is no sample.</exception>
    /// <exception cref="ArgumentException">A respondent is null, or there twice.</exception>
    public ImmutableArray<BuyerTraitFinding> Measure(IEnumerable<BuyerTraitFacts> sample)
    {
        var seen = new HashSet<CustomerId>();
        // Repeat buyers having it, repeat buyers asked, others having it, others asked.
        var counts = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (BuyerTraitFacts respondent in Guard.Against.Null(sample))
        {
            if (respondent is null)
            {
                throw new ArgumentException("A respondent is null.", nameof(sample));
            }

            if (!seen.Add(respondent.Customer))
            {
                throw new ArgumentException($"Each respondent is counted once, but {Quoted.Of(respondent.Customer.Text)} is there twice.",
                    nameof(sample));
            }

            int side = respondent.IsRepeatBuyer ? 0 : 2;
            foreach ((string trait, bool has) in respondent.Answers)
            {
                int[] count = counts.TryGetValue(trait, out int[]? known) ? known : counts[trait] = new int[4];
                count[side] += has ? 1 : 0;
                count[side + 1]++;
            }
        }

        return
        [
            .. counts.Select(pair => Assess(pair.Key, pair.Value[0], pair.Value[1], pair.Value[2], pair.Value[3]))
                .OrderByDescending(static finding => finding.Difference),
        ];
    }

    /// <summary>The finding on a trait that was counted elsewhere.</summary>
    /// <param name="trait">The trait's name.</param>
    /// <param name="repeatHaving">How many repeat buyers have it.</param>
    /// <param name="repeatAsked">How many repeat buyers answered.</param>
    /// <param name="othersHaving">How many of the rest have it.</param>
    /// <param name="othersAsked">How many of the rest answered.</param>
    /// <exception cref="ArgumentException">The trait has no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or more have it than answered.</exception>
    public BuyerTraitFinding Assess(string trait, int repeatHaving, int repeatAsked, int othersHaving, int othersAsked)
    {
        Guard.Against.NullOrWhiteSpace(trait);
        SampleShare repeat = SampleShare.Of(repeatHaving, repeatAsked, Options.Confidence);
        SampleShare others = SampleShare.Of(othersHaving, othersAsked, Options.Confidence);
        var findings = default(Findings);
        if (repeatAsked < Options.AskedMin)
        {
            findings.Lack(ResearchReasons.TooFewRepeatBuyers.With(repeatAsked, Options.AskedMin));
        }

        if (othersAsked < Options.AskedMin)
        {
            findings.Lack(ResearchReasons.TooFewOthers.With(othersAsked, Options.AskedMin));
        }

        bool repeatIsMore = repeat.Share > others.Share;
        (Ratio low, Ratio high) = repeatIsMore ? (repeat.Lower, others.Upper) : (others.Lower, repeat.Upper);
        if (low <= high)
        {
            findings.Lack(repeatIsMore
                ? ResearchReasons.IntervalsOverlap.With(repeat.Lower, others.Upper)
                : ResearchReasons.IntervalsOverlapBelow.With(repeat.Upper, others.Lower));
        }

        return new BuyerTraitFinding(trait, repeat, others, findings.ToReasons());
    }
}
