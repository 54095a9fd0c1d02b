using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Tests.Outreach;

/// <summary>Customers in Shanghai at noon, for the tests of the outreach guard.</summary>
internal static class OutreachCases
{
    internal static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    internal static readonly Instant Noon = Instant.FromUtc(2026, 3, 10, 4, 0); // 12:00 in Shanghai

    internal static OutreachDecision Decide(TouchKind kind, OutreachFacts facts) => OutreachPolicy.Default.Decide(facts, kind, Noon);

    internal static OutreachFacts Facts(
        RelationshipStage stage,
        IEnumerable<SentTouch>? sent = null,
        Instant? lastOrder = null,
        Duration? cycle = null,
        GroupHealth group = GroupHealth.Unknown) =>
        new(
            Noon, Shanghai, stage, LinkState.Active, Noon - Duration.FromDays(60), sent: sent ?? [], lastOrderAt: lastOrder,
            repurchaseCycle: cycle, group: group);

    internal static SentTouch[] Useful(int count) =>
        [.. Enumerable.Range(1, count).Select(static i => new SentTouch(Noon - Duration.FromDays(5 * i), TouchKind.UsefulContent))];

    internal static Instant At(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
}
