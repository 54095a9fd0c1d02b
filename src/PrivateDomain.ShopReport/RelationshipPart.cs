using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.ShopReport;

/// <summary>How far the relationships have come.</summary>
/// <param name="Stages">The customers on each stage, from no link to alliance.</param>
/// <param name="OutOfOrder">Customers with evidence for a later stage while an earlier one is not complete.</param>
/// <param name="NeverTalked">Of these, the buyers whom nobody ever talked to.</param>
/// <param name="NeverTalkedFirst">Those of them who spent most.</param>
/// <param name="From">After this instant the measures' window begins.</param>
/// <param name="Metrics">What each stage is measured by.</param>
/// <param name="AreInteractionsKnown">Whether a file said what customers did.</param>
internal sealed record RelationshipPart(
    ImmutableArray<int> Stages,
    int OutOfOrder,
    int NeverTalked,
    ImmutableArray<Standing> NeverTalkedFirst,
    Instant From,
    ImmutableArray<MetricPart> Metrics,
    bool AreInteractionsKnown,
    OutreachPart Outreach)
{
    /// <summary>All customers with their stages, in the order of the facts.</summary>
    public ImmutableArray<Standing> Standings { get; init; } = [];

    /// <summary>The customers on a stage or above it.</summary>
    public int AtLeast(RelationshipStage stage) => Stages.Skip((int)stage).Sum();
}

/// <summary>A customer with the stage of the relationship.</summary>
internal sealed record Standing(CustomerFacts Facts, RelationshipStage Stage);

/// <summary>A measure of a stage; its ratio is unknown where the data cannot tell.</summary>
internal sealed record MetricPart(StageMeasure Measure, StageMetric? Metric)
{
    public Ratio Ratio => Metric is { } metric ? metric.Ratio : Ratio.Unknown;
}

/// <summary>The measures of the stages, two for each.</summary>
internal enum StageMeasure
{
    FriendChurn,
    GroupJoin,
    Interaction,
    RetainedActive,
    Conversion,
    Repurchase,
    Nps,
    FissionMultiple,
}

/// <summary>Who may be written to.</summary>
/// <param name="At">When it was asked.</param>
/// <param name="Kinds">The counts for some kinds of touch.</param>
/// <param name="Allowed">Some to whom a promotion may go now, who spent most.</param>
/// <param name="Deferred">Some to whom it may go later, the earliest first.</param>
/// <param name="Denied">Some to whom it may not go, who spent most.</param>
/// <param name="Undecidable">Some of whom it cannot be said, who spent most.</param>
/// <param name="AreTouchesKnown">Whether a file said what was sent.</param>
internal sealed record OutreachPart(
    Instant At,
    ImmutableArray<TouchPart> Kinds,
    ImmutableArray<Asked> Allowed,
    ImmutableArray<Asked> Deferred,
    ImmutableArray<Asked> Denied,
    ImmutableArray<Asked> Undecidable,
    bool AreTouchesKnown);

/// <summary>The outcomes for one kind of touch.</summary>
/// <param name="Reasons">How often each reason was the first that spoke against it, the most frequent first.</param>
internal sealed record TouchPart(
    TouchKind Kind,
    int Allowed,
    int Deferred,
    int Denied,
    int Undecidable,
    ImmutableArray<(ReasonDefinition Reason, int Count)> Reasons);

/// <summary>A customer for whom the guard was asked.</summary>
internal sealed record Asked(Standing Customer, OutreachDecision Decision);
