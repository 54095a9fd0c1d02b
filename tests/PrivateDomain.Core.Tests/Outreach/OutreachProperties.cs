using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Outreach;

[Text]
public sealed class OutreachProperties
{
    // Zones with what makes days hard: jumps, repeated hours, midnights that are twice there or not at all, a day that is skipped.
    private static readonly (string Zone, Instant Around)[] Places =
    [
        ("Asia/Shanghai", Instant.FromUtc(2026, 3, 1, 0, 0)),
        ("America/New_York", Instant.FromUtc(2026, 3, 8, 7, 0)),
        ("America/New_York", Instant.FromUtc(2026, 11, 1, 6, 0)),
        ("Pacific/Apia", Instant.FromUtc(2011, 12, 30, 10, 0)),
        ("Pacific/Kwajalein", Instant.FromUtc(1993, 8, 21, 12, 0)),
        ("America/Havana", Instant.FromUtc(2026, 11, 1, 5, 0)),
        ("America/Havana", Instant.FromUtc(2026, 3, 8, 5, 0)),
        ("America/St_Johns", Instant.FromUtc(2006, 10, 29, 2, 31)),
        ("Australia/Lord_Howe", Instant.FromUtc(2026, 4, 4, 15, 0)),
    ];

    private static readonly TouchKind[] Kinds = Enum.GetValues<TouchKind>()[1..];

    private static readonly OutreachPolicy[] Policies =
    [
        OutreachPolicy.Default,
        Policy(new() { PromotionShareMax = 0.5m, PromotionShareDays = 2, Reception = Duration.FromHours(3) }),
        Policy(new()
        {
            Quiet = Quiet(new(0, 0), new(2, 30)),
            PromotionShareMax = 1,
            StrainingPromotionShareMax = 1,
            Caps = [Cap(1, 1), Cap(3, 2, TouchKind.Promotion)],
        }),
        Policy(new() { Quiet = Quiet(new(23, 59), new(0, 1)), PromotionShareMax = 0.34m, PromotionShareDays = 1, Caps = [Cap(2, 3)] }),
        Policy(new() { Quiet = null, PromotionShareMax = 0.67m, PromotionShareDays = 3, Caps = [], RhythmShare = 1 }),
        Policy(new() { Caps = [Cap(0, 1, TouchKind.Survey)], PromotesToMuted = true }),
    ];

    private static readonly Gen<Case> AnyCase =
        from place in Gen.Elements(Places)
        from policy in Gen.Elements(Policies)
        from kind in Gen.Elements(Kinds)
        from minutes in Gen.Choose(-2 * 1440, 6 * 1440)
        from ages in Gen.Choose(0, 5 * 1440).ListOf()
        from kinds in Gen.Elements(Kinds).ListOf(ages.Count)
        from linked in Gen.Choose(0, 20 * 1440)
        from bought in Gen.Choose(0, 30 * 1440)
        from cycle in Gen.Choose(-5, 60)
        from link in Gen.Frequency(
            (8, Gen.Constant(LinkState.Active)), (1, Gen.Constant(LinkState.Muted)), (1, Gen.Constant(LinkState.Lost)))
        from health in Gen.Elements(Enum.GetValues<GroupHealth>())
        from known in Gen.Frequency((3, Gen.Constant(-1)), (1, Gen.Choose(0, 40 * 1440)))
        from stage in Gen.Elements(RelationshipStage.Interaction, RelationshipStage.Rapport, RelationshipStage.Alliance)
        select Make(place, policy, kind, minutes, ages.Zip(kinds), linked, bought, cycle, link, health, stage, known);

    [Fact]
    public void Deferral_IsTheEarliestInstantAllowed() => Check(static test =>
    {
        OutreachDecision decision = test.Ask(test.At);
        if (decision.Until is { } until)
        {
            Assert.True(until > test.At);
            Assert.True(test.IsPlainlyKnown(until));
            Assert.True(test.Ask(until).IsAllowed, $"at {until}: {test.Ask(until)}");
            Assert.False(test.Ask(until - Duration.Epsilon).IsAllowed, $"just before {until}");
            Assert.True(test.IsPlainlyAllowed(until), $"plain rules at {until}");
            Assert.False(test.IsPlainlyAllowed(until - Duration.Epsilon), $"plain rules just before {until}");
            Assert.DoesNotContain(Between(test.At, until), test.IsPlainlyAllowed);
        }
    });

    [Fact]
    public void Denial_IsForGood() => Check(static test =>
    {
        if (test.Ask(test.At) is { Outcome: OutreachOutcome.Denied })
        {
            Assert.DoesNotContain(Between(test.At, test.At + Duration.FromDays(45)), test.IsPlainlyAllowed);
        }
    });

    [Fact]
    public void Decision_IsThatOfThePlainRules() => Check(static test =>
        Assert.Equal(test.IsPlainlyAllowed(test.At) && test.IsPlainlyKnown(test.At), test.Ask(test.At).IsAllowed));

    [Fact]
    public void Undecidable_IsOnlyWhereTouchesAreMissing() => Check(static test =>
    {
        OutreachDecision decision = test.Ask(test.At);
        bool isUndecidable = decision.Outcome == OutreachOutcome.Undecidable;
        Assert.False(isUndecidable && test.IsPlainlyKnown(test.At));
        Assert.True(
            isUndecidable ? decision.Has(OutreachReasons.TouchesFolded) : decision.Outcome == OutreachOutcome.Denied
            || !decision.Has(OutreachReasons.TouchesFolded));
    });

    [Fact]
    public void Explanation_SaysTheSameAsTheDecision() => Check(static test =>
    {
        OutreachExplanation explanation = test.Policy.Explain(test.Facts, test.Kind, test.At);
        Assert.Equal(test.Ask(test.At), explanation.Decision);
        Reason[] against = [.. explanation.Terms.Where(static t => t.Reason is not null).Select(static t => t.Reason!.Value).Distinct()];
        Assert.Equal(against, explanation.Decision.Reasons.Take(against.Length));
        Assert.Equal(explanation.Decision.IsAllowed, against.Length == 0);
    });

    [Fact]
    public void Reasons_AreThereExactlyWhenItIsNotAllowed_AndInOrder() => Check(static test =>
    {
        OutreachDecision decision = test.Ask(test.At);
        Assert.Equal(decision.IsAllowed, decision.Reasons.IsEmpty);
        Assert.Equal(decision.Outcome == OutreachOutcome.Deferred, decision.Until is not null);
        if (decision.Outcome == OutreachOutcome.Deferred)
        {
            int[] places = [.. decision.Reasons.Select(static r => Array.IndexOf(OutreachSpecification.Order, r.Definition))];
            Assert.Equal(places.Order(), places);
            Assert.DoesNotContain(-1, places);
        }
    });

    private static OutreachPolicy Policy(OutreachOptions options) => OutreachPolicy.Create(options);

    private static QuietHours Quiet(LocalTime from, LocalTime until) => new() { From = from, Until = until };

    private static TouchCap Cap(int max, int days, TouchKind kind = TouchKind.None) => new() { Max = max, Days = days, Kind = kind };

    private static void Check(Action<Case> law) =>
        Prop.ForAll(AnyCase.ToArbitrary(), law).Holds(1500);

    private static IEnumerable<Instant> Between(Instant from, Instant until)
    {
        long step = Math.Max(1, (until - from).BclCompatibleTicks / 60);
        for (Instant at = from; at < until; at += Duration.FromTicks(step))
        {
            yield return at;
        }
    }

    private static Case Make(
        (string Zone, Instant Around) place, OutreachPolicy policy, TouchKind kind, int minutes,
        IEnumerable<(int Age, TouchKind Kind)> sent,
        int linked, int bought, int cycle, LinkState link, GroupHealth group, RelationshipStage stage, int known)
    {
        Instant at = place.Around + Duration.FromMinutes(minutes);
        var facts = new OutreachFacts(
            at,
            DateTimeZoneProviders.Tzdb[place.Zone],
            stage,
            link,
            at - Duration.FromMinutes(linked),
            sent: sent.Where(touch => known < 0 || touch.Age <= known).Select(
                touch => new SentTouch(at - Duration.FromMinutes(touch.Age), touch.Kind)),
            sentKnownSince: known < 0 ? null : at - Duration.FromMinutes(known),
            lastOrderAt: cycle < -2 ? null : at - Duration.FromMinutes(bought),
            repurchaseCycle: cycle > 0 ? Duration.FromDays(cycle) : null,
            group: group);
        return new Case(policy, facts, kind, at);
    }

    private sealed record Case(OutreachPolicy Policy, OutreachFacts Facts, TouchKind Kind, Instant At)
    {
        public OutreachDecision Ask(Instant at) => Policy.Decide(Facts, Kind, at);

        public bool IsPlainlyKnown(Instant at) => OutreachSpecification.Knows(Policy, Facts, Kind, at);

        public bool IsPlainlyAllowed(Instant at) => OutreachSpecification.Allows(Policy, Facts, Kind, at);

        public override string ToString() =>
            $"{Kind} at {At} in {Facts.Zone}: {Facts.Stage}, {Facts.Link} since {Facts.LinkedSince}, {Facts.Group}, "
            + $"bought {Facts.LastOrderAt} every {Facts.RepurchaseCycle}, "
            + $"sent {string.Join("; ", Facts.Sent!.Value.Select(static s => $"{s.Kind} {s.At}"))} known since {Facts.SentKnownSince}, "
            + $"share {Policy.Options.PromotionShareMax} in {Policy.Options.PromotionShareDays}";
    }
}
