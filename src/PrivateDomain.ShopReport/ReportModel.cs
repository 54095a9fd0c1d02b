using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Rules;
using PrivateDomain.ShopReport.Reading;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport;

/// <summary>Everything that the report shows, free of any form.</summary>
internal sealed record ReportModel
{
    /// <summary>What a manager reads first.</summary>
    public required GrowthPart Growth { get; init; }

    public required SummaryPart Summary { get; init; }

    public required RetainedPart? Retained { get; init; }

    public required ImmutableArray<WeekOfOrders> Weeks { get; init; }

    public required ImmutableArray<ProductPart> Products { get; init; }

    /// <summary>What to know about the ranking.</summary>
    public required ImmutableArray<Bilingual> ProductNotes { get; init; }

    public required ImmutableArray<CampaignPart> Campaigns { get; init; }

    public required UpkeepPart? Upkeep { get; init; }

    public required PaybackPart? Payback { get; init; }

    public required ImmutableArray<ValuePart> Values { get; init; }

    /// <summary>Stages, their measures, and who may be written to; null when links are unknown.</summary>
    public required RelationshipPart? Relationships { get; init; }

    /// <summary>The referral programme that is tried out; null when none was given or its file has mistakes.</summary>
    public required ReferralPart? Referral { get; init; }

    /// <summary>The plan against what came of it; null when none was given.</summary>
    public required PlanPart? Plan { get; init; }

    /// <summary>How spend changed from one period to the next; null when the orders cover too little.</summary>
    public required SpendPart? Spend { get; init; }

    /// <summary>Needs and depth; null when the files tell neither.</summary>
    public required KnowledgePart? Knowledge { get; init; }

    /// <summary>The buyers by value; null when there are none.</summary>
    public required RfmPart? Rfm { get; init; }

    /// <summary>The segments; null when none are given or their file has mistakes.</summary>
    public required SegmentsPart? Segments { get; init; }

    /// <summary>Whom to write to today; null when links are unknown.</summary>
    public required TodayPart? Today { get; init; }

    /// <summary>Who grows cold next week; null when links are unknown.</summary>
    public required ColdPart? Cold { get; init; }

    /// <summary>Every figure that the report was judged by.</summary>
    public required ImmutableArray<ShopFigure> Rules { get; init; }

    /// <summary>The customers whose pages are in the report; null when links are unknown.</summary>
    public required CustomersPart? Customers { get; init; }

    /// <summary>What repeat buyers have in common; null when nobody was asked.</summary>
    public required TraitsPart? Traits { get; init; }

    /// <summary>What reading found beside the records.</summary>
    public required ReadingReport Reading { get; init; }

    public required ImmutableArray<RowProblem> Problems { get; init; }
}

/// <summary>The shop at a glance.</summary>
internal sealed record SummaryPart(
    LocalDate First, LocalDate AsOf, long Customers, int Orders, long RepeatCustomers, Ratio RepeatShare, Money Sales,
    Answer<Money> AverageTicket, bool JoinedDays, int OrdersOfNobody, Money SalesOfNobody);

/// <summary>Retained volume (留量).</summary>
internal sealed record RetainedPart(long Flow, long Buyers, int Linked, long Retained, long Ineffective, Ratio Share, bool IsAssumed);

/// <summary>The orders of one week, which begins on Monday.</summary>
internal sealed record WeekOfOrders(LocalDate Monday, int First, int Repeat);

/// <summary>A product with its fit.</summary>
internal sealed record ProductPart(
    string Name, Score? Score, Bilingual Grade, GradeTone Tone, ImmutableArray<CriterionPart> Criteria, ImmutableArray<Reason> Reasons,
    int Buyers, Money Sales);

/// <summary>How a grade is coloured.</summary>
internal enum GradeTone
{
    Bad,
    Poor,
    Fair,
    Good,
}

/// <summary>One of the four criteria of a product.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Found">The figure found; null when it is not known.</param>
/// <param name="Points">What it adds to the score.</param>
/// <param name="MaxPoints">The most it could add.</param>
internal sealed record CriterionPart(Bilingual Name, string? Found, double Points, double MaxPoints);

/// <summary>What a campaign cost.</summary>
internal sealed record CampaignPart(
    string Name, string Channel, Money Spend, long Gained, Answer<Money> PerFollower, int? Retained, Answer<Money>? PerRetained);

/// <summary>What a customer costs a year, and the ticket that pays for it.</summary>
internal sealed record UpkeepPart(ImmutableArray<(Bilingual Name, Money Amount)> Parts, Money Total, decimal Margin, decimal OrdersPerYear,
    Answer<Money> BreakEvenTicket);

/// <summary>When acquisition is paid back.</summary>
/// <param name="Payback">The library's answer.</param>
/// <param name="Curve">The cumulative contribution after each month from 0, as far as is worth showing.</param>
internal sealed record PaybackPart(
    Money AcquisitionCost, Money Contribution, Ratio Survival, bool IsSurvivalMeasured, Payback Payback, ImmutableArray<Money> Curve,
    Ratio ValueToCost);

/// <summary>Lifetime value in one of its cases.</summary>
internal sealed record ValuePart(Bilingual Name, Bilingual Meaning, Answer<Money> Value);
