using System.Reflection;
using NodaTime;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Tests.Referrals;

/// <summary>A programme, and people nothing speaks against.</summary>
internal static class Sample
{
    internal static readonly Instant Begins = Instant.FromUtc(2024, 6, 1, 0, 0);
    internal static readonly Instant Ends = Instant.FromUtc(2024, 9, 1, 0, 0);
    internal static readonly Instant Now = Instant.FromUtc(2024, 7, 15, 0, 0);
    internal static readonly CustomerId Referrer = CustomerId.From("ann");
    internal static readonly CustomerId Referee = CustomerId.From("bob");

    internal static Gift EBook { get; } = Gift.Virtual(Money.Yuan(500m));

    internal static ReferralProgramme Programme(
        ReferralLimits? limits = null,
        ReferralMechanic mechanic = ReferralMechanic.PosterToGroup,
        PayTrigger paidPer = PayTrigger.PerPurchase,
        decimal budget = 1_000m,
        Instant? ends = null,
        Gift? hook = null) =>
        ReferralProgramme.Create(new ReferralProgrammeOptions
        {
            Name = "summer",
            Mechanic = mechanic,
            Logic = ReferralLogic.LifetimeValue,
            PaidPer = paidPer,
            Reward = Money.Yuan(10m),
            Hook = hook ?? EBook,
            Budget = Money.Yuan(budget),
            Begins = Begins,
            Ends = ends ?? Ends,
            Limits = limits ?? new ReferralLimits(),
        });

    internal static ReferrerFacts GoodReferrer() =>
        new(Programme(), Now, orders: 1, isFlagged: false, isLinked: true, stage: RelationshipStage.Rapport, hasOpenRefund: false,
            rewards: 0);

    /// <summary>Every kind of reason of a catalogue, in its order.</summary>
    internal static ReasonDefinition[] Catalogue(Type catalogue) =>
    [
        .. catalogue.GetProperties(BindingFlags.Static | BindingFlags.Public).OrderBy(static p => p.MetadataToken)
            .Select(static p => (ReasonDefinition)p.GetValue(null)!),
    ];

    internal static string[] Codes(Decision decision) => [.. decision.Reasons.Select(static r => r.Code)];

    internal static string[] Codes(params ReadOnlySpan<ReasonDefinition> definitions)
    {
        var codes = new List<string>();
        foreach (ReasonDefinition definition in definitions)
        {
            codes.Add(definition.Code);
        }

        return [.. codes];
    }
}
