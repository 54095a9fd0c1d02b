using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.ShopReport;

/// <summary>The customers whose pages are in the report.</summary>
/// <param name="All">How many customers there are.</param>
/// <param name="List">Those shown: whom to write to, and who spent most; by spend.</param>
internal sealed record CustomersPart(int All, ImmutableArray<CustomerPart> List);

/// <summary>One customer: why this stage, this segment, this answer, and what changes when.</summary>
/// <param name="Stage">The stage, and what is missing for the next.</param>
/// <param name="Score">The RFM score; null when the customer has none.</param>
/// <param name="Cell">The group of that score; null without a score.</param>
/// <param name="Segments">Every segment with why the customer is in it, or not.</param>
/// <param name="Answers">What the guard says for some kinds of touch.</param>
/// <param name="Changes">What changes by itself, in order.</param>
internal sealed record CustomerPart(
    CustomerFacts Facts,
    StageExplanation Stage,
    RfmScore? Score,
    Bilingual? Cell,
    ImmutableArray<(string Segment, RuleExplanation Why)> Segments,
    ImmutableArray<(TouchKind Kind, OutreachDecision Decision)> Answers,
    ImmutableArray<OutlookChange> Changes);
