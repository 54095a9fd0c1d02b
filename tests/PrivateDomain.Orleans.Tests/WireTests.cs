using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Orleans.Serialization;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Tests.Customers;
using PrivateDomain.Orleans.Customers;

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
