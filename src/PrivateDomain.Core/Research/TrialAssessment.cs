using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Research;

/// <summary>What a trial of a free service shows (检验结论).</summary>
/// <remarks>The default value is <see cref="Unknown"/>. Names for people: <see cref="ResearchNames"/>.</remarks>
public enum TrialResult
{
    /// <summary>A group is empty (暂无数据).</summary>
    Unknown = 0,

    /// <summary>More customers have the outcome with it, and that is not chance (值得保留).</summary>
    WorthKeeping,

    /// <summary>Fewer customers have the outcome with it, and that is not chance (有害).</summary>
    Harmful,

    /// <summary>The interval holds both 0 and the difference that would matter: more customers are needed (样本不足).</summary>
    TooSmall,

    /// <summary>The interval holds 0 and not the difference that would matter (未见效果).</summary>
    NotShown,
}

/// <summary>What a trial of a free service shows (检验评估).</summary>
/// <remarks>Immutable. Equality is that of all parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record TrialAssessment
{
    internal TrialAssessment(
        TrialResult result, TrialFigures figures, SampleDifference difference, Answer<int> needed, Answer<Money> costPerKept,
            ImmutableArray<Reason> reasons)
    {
        Result = result;
        Figures = figures;
        Difference = difference;
        NeededInEachGroup = needed;
        CostPerCustomerKept = costPerKept;
        Reasons = reasons;
    }

    /// <summary>What it shows.</summary>
    public TrialResult Result { get; }

    /// <summary>The figures it rests on.</summary>
    public TrialFigures Figures { get; }

    /// <summary>The rates with the service (left) and without (right), and their difference, with intervals.</summary>
    public SampleDifference Difference { get; }

    /// <summary>How many are needed in each group to tell the difference that would matter from the rate without the service.</summary>
    public Answer<int> NeededInEachGroup { get; }

    /// <summary>What the service costs per customer who has the outcome because of it: cost ÷ (difference × those with it); no value when
    /// the cost is unknown or it
    /// kept nobody.</summary>
    public Answer<Money> CostPerCustomerKept { get; }

    /// <summary>Why it shows that.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <inheritdoc/>
    public bool Equals(TrialAssessment? other) =>
        other is not null && Result == other.Result && Figures == other.Figures && Difference == other.Difference &&
        NeededInEachGroup.Equals(other.NeededInEachGroup) && CostPerCustomerKept.Equals(other.CostPerCustomerKept)
            && Contents.Equal(Reasons, other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Result, Figures, Difference);
}
