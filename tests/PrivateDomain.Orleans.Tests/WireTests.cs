using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Orleans.Serialization;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Tests.Customers;
using PrivateDomain.Orleans.Customers;
using PrivateDomain.Orleans.Referrals;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Tests;

/// <summary>What crosses the wire arrives as what it was, and needs no copy.</summary>
[Text]
public sealed class WireTests
{
    private static readonly Serializer Wire = MakeServices().GetRequiredService<Serializer>();
    private static readonly DeepCopier Copier = MakeServices().GetRequiredService<DeepCopier>();

    [Fact]
    public void AnyEvent_IsTheSameAfterTheWire() =>
        Prop.ForAll(RandomEvents.One.ToArbitrary(), static e => Same(e)).Holds();

    [Fact]
    public void AnyHistory_CompactedOrNot_IsTheSameAfterTheWire() =>
        Prop.ForAll(RandomEvents.Histories.ToArbitrary(), static history => Same(history)).Holds();

    [Fact]
    public void ALongHistory_WhichComesInPieces_IsTheSameAfterTheWire() => Assert.True(Same(CustomerHistory.From(
        RandomEvents.Someone, Enumerable.Range(0, 2_000).Select(static n => Cluster.Message(
            "c1", FormattableString.Invariant($"m{n}"), Cluster.Noon + Duration.FromMinutes(n))))));

    [Fact]
    public void AnyStageAndDecision_AreTheSameAfterTheWire() =>
        Prop.ForAll(RandomEvents.Histories.ToArbitrary(), static history =>
        {
            CustomerFacts facts = history.FactsAt(RandomEvents.Start + Duration.FromDays(20), RandomEvents.TestShop);
            StageAssessment stage = LadderPolicy.Default.Assess(RelationshipFacts.From(facts));
            OutreachDecision decision = OutreachPolicy.Default.Decide(
                OutreachFacts.From(facts, Carrier.WeCom, stage.Stage ?? RelationshipStage.None), TouchKind.Promotion, facts.AsOf);
            return Same(stage) && Same(decision) && Same(new TouchAnswer(TouchOutcome.Refused, decision))
                && Same(new TouchAnswer(TouchOutcome.Outdated, latestAt: facts.AsOf));
        }).Holds();

    [Fact]
    public void ReferralsAndMovesOfBudget_AreTheSameAfterTheWire()
    {
        ShardedProgramme summer = Summer.Of(100m, 2);
        ReferralFact[] facts = [Summer.Opened(summer, "bob", "ann"), Summer.Joined("bob"), Summer.Granted("bob", "ann")];
        Assert.All(facts, static fact => Assert.True(Same(fact)));
        Assert.True(Same(ReferralLedger.From(summer.Programme, facts)));
        Assert.True(Same(ReferralLedger.From(summer.Programme, facts).Decide(Summer.Granted("bob", "ann", "-again")).Decision));
        Assert.True(Same(new BudgetMove("m1", 0, 1, Money.Yuan(3.33m))));
    }

    [Fact]
    public void Instants_ArriveToTheNanosecond()
    {
        Instant[] all =
        [
            default, CustomerEvent.EarliestAt, CustomerEvent.LatestAt, Instant.MinValue, Instant.MaxValue,
            NodaConstants.UnixEpoch - Duration.Epsilon, NodaConstants.UnixEpoch + Duration.Epsilon,
            Instant.FromUtc(1969, 12, 31, 0, 0) + Duration.FromNanoseconds(1),
        ];
        Assert.All(all, static at => Assert.True(Same(at)));
    }

    [Fact]
    public void Values_AreNotCopied()
    {
        CustomerHistory history = CustomerHistory.Empty(RandomEvents.Someone);
        CustomerEvent linked = Cluster.Linked("c1");
        Assert.Same(history, Copier.Copy(history));
        Assert.Same(linked, Copier.Copy(linked));
    }

    private static bool Same<T>(T value) => Equals(Wire.Deserialize<T>(Wire.SerializeToArray(value)), value);

    private static ServiceProvider MakeServices()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleansClient(static client => client.UseLocalhostClustering().AddPrivateDomain());
        return builder.Services.BuildServiceProvider();
    }
}
