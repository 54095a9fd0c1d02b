using System.Collections.Immutable;

namespace PrivateDomain.Core.Research;

/// <summary>What somebody answered in the research (受访者).</summary>
/// <remarks>Two respondents are equal only when they are the same object.</remarks>
public sealed class PersonaRespondent
{
    private PersonaRespondent(CustomerId customer, bool isRepeatBuyer, ImmutableSortedDictionary<string, bool> answers)
    {
        Customer = customer;
        IsRepeatBuyer = isRepeatBuyer;
        Answers = answers;
    }

    /// <summary>Who.</summary>
    public CustomerId Customer { get; }

    /// <summary>Whether they bought again, as the host counts it.</summary>
    public bool IsRepeatBuyer { get; }

    /// <summary>The traits asked for and answered, ordinal by name: whether they have it. A trait that is not there is unknown, not
    /// absent.</summary>
    public ImmutableSortedDictionary<string, bool> Answers { get; }

    /// <summary>Makes a respondent.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="isRepeatBuyer">Whether they bought again.</param>
    /// <param name="answers">Whether they have each trait that was answered, each trait once.</param>
    /// <exception cref="ArgumentException">A trait has no name, or is there with two answers.</exception>
    public static PersonaRespondent Create(CustomerId customer, bool isRepeatBuyer, IEnumerable<KeyValuePair<string, bool>> answers)
    {
        var byTrait = ImmutableSortedDictionary.CreateBuilder<string, bool>(StringComparer.Ordinal);
        foreach ((string trait, bool has) in Guard.Against.Null(answers))
        {
            byTrait.Add(Guard.Against.NullOrWhiteSpace(trait, nameof(answers)), has);
        }

        return new PersonaRespondent(customer, isRepeatBuyer, byTrait.ToImmutable());
    }
}

/// <summary>What repeat buyers have in common as to one trait (人群画像结论), D17.</summary>
/// <remarks>Two findings are equal only when they are the same object.</remarks>
public sealed class PersonaFinding
{
    internal PersonaFinding(string trait, TraitShare repeatBuyers, TraitShare others, ImmutableArray<Reason> warnings)
    {
        Trait = trait;
        RepeatBuyers = repeatBuyers;
        Others = others;
        Warnings = warnings;
    }

    /// <summary>The trait's name.</summary>
    public string Trait { get; }

    /// <summary>The share among repeat buyers.</summary>
    public TraitShare RepeatBuyers { get; }

    /// <summary>The share among the rest.</summary>
    public TraitShare Others { get; }

    /// <summary>How many times as frequent it is among repeat buyers as among the rest (提升度); unknown when nobody answered, or none of the
    /// rest has it.</summary>
    public Ratio Lift =>
        RepeatBuyers.Share.IsKnown && Others.Share.IsKnown ? Ratio.Of(RepeatBuyers.Share.Value, Others.Share.Value) : Ratio.Unknown;

    /// <summary>The share among repeat buyers less the share among the rest; unknown when nobody answered on a side.</summary>
    public Ratio Difference =>
        RepeatBuyers.Share.IsKnown && Others.Share.IsKnown ? Ratio.Known(RepeatBuyers.Share.Value - Others.Share.Value) : Ratio.Unknown;

    /// <summary>Why not to rely on it, the most important first: too few answers, or intervals that overlap. Empty when there is nothing
    /// against it.</summary>
    public ImmutableArray<Reason> Warnings { get; }
}

/// <summary>How findings are made from a researched sample (画像分析策略), D17.</summary>
/// <remarks>Two policies are equal when all parts are.</remarks>
public sealed record PersonaPolicy
{
    private PersonaPolicy(int askedMin, ConfidenceLevel confidence)
    {
        AskedMin = askedMin;
        Confidence = confidence;
    }

    /// <summary>At least 30 answers on each side, intervals of 95 %. [B] has no such numbers, D17: they are usual in statistics.</summary>
    public static PersonaPolicy Default { get; } = Create();

    /// <summary>From how many answers on each side a finding comes without a warning.</summary>
    public int AskedMin { get; }

    /// <summary>How often an interval is to hold the true share.</summary>
    public ConfidenceLevel Confidence { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="askedMin">1 or more.</param>
    /// <param name="confidence">A known level.</param>
    /// <exception cref="InvalidPolicyException">The number is too small or the level unknown; both are named.</exception>
    public static PersonaPolicy Create(int askedMin = 30, ConfidenceLevel confidence = ConfidenceLevel.NinetyFive)
    {
        new PolicyCheck()
            .Needs(askedMin >= 1, nameof(askedMin), PersonaReasons.NumberTooSmall, askedMin, 1)
            .Needs(Enum.IsDefined(confidence), nameof(confidence), PersonaReasons.UnknownKind, (int)confidence)
            .ThrowIfAny("persona policy");
        return new PersonaPolicy(askedMin, confidence);
    }

    /// <summary>What repeat buyers have in common, for every trait that anybody answered.</summary>
    /// <param name="sample">Each respondent once, in any order.</param>
    /// <returns>The findings: the greatest difference of the shares first, unknown ones last, equal ones ordinal by name.</returns>
    /// <exception cref="ArgumentException">A respondent is there twice.</exception>
    public ImmutableArray<PersonaFinding> Find(IEnumerable<PersonaRespondent> sample)
    {
        var seen = new HashSet<CustomerId>();
        // Repeat buyers having it, repeat buyers asked, others having it, others asked.
        var counts = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (PersonaRespondent respondent in Guard.Against.Null(sample))
        {
            if (!seen.Add(respondent.Customer))
            {
                throw new ArgumentException($"Each respondent is counted once, but {respondent.Customer} is there twice.", nameof(sample));
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
            .. counts.Select(pair => Find(pair.Key, pair.Value[0], pair.Value[1], pair.Value[2], pair.Value[3]))
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
    public PersonaFinding Find(string trait, int repeatHaving, int repeatAsked, int othersHaving, int othersAsked)
    {
        TraitShare repeat = TraitShare.Of(repeatHaving, repeatAsked, Confidence);
        TraitShare others = TraitShare.Of(othersHaving, othersAsked, Confidence);
        var warnings = ImmutableArray.CreateBuilder<Reason>();
        if (repeatAsked < AskedMin)
        {
            warnings.Add(PersonaReasons.TooFewRepeatBuyers.With(repeatAsked, AskedMin));
        }

        if (othersAsked < AskedMin)
        {
            warnings.Add(PersonaReasons.TooFewOthers.With(othersAsked, AskedMin));
        }

        bool repeatIsMore = repeat.Share > others.Share;
        (Ratio low, Ratio high) = repeatIsMore ? (repeat.Lower, others.Upper) : (others.Lower, repeat.Upper);
        if (low <= high)
        {
            warnings.Add(repeatIsMore
                ? PersonaReasons.IntervalsOverlap.With(repeat.Lower, others.Upper)
                : PersonaReasons.IntervalsOverlapBelow.With(repeat.Upper, others.Lower));
        }

        return new PersonaFinding(Guard.Against.NullOrWhiteSpace(trait), repeat, others, warnings.ToImmutable());
    }
}
