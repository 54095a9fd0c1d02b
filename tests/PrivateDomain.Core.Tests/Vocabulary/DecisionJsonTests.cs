using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Tests.Vocabulary;

/// <summary>What a host stores of a decision comes back whole, by reflection and by the host's own generated context, or it is refused at
/// once.</summary>
[Text]
public sealed partial class DecisionJsonTests
{
    private static readonly ReasonDefinition TooMany = new(
        "test.too_many", "{found} {found|message|messages}; {required} at most.", "{found} 条，最多 {required} 条。");

    public static TheoryData<ReasonValue> Values { get; } = new(
        default(ReasonValue), 3, 12.50m, Ratio.From(0.2m), Ratio.Unknown, Money.Yuan(1.5m), "scarf", new Bilingual("day", "天"),
        new LocalDate(2024, 2, 29),
        Instant.FromUtc(2024, 2, 29, 1, 2) + Duration.Epsilon, Duration.FromHours(36) + Duration.Epsilon, decimal.MaxValue);

    [Theory]
    [MemberData(nameof(Values))]
    public void AReason_KeepsCodeValuesAndBothSentences(ReasonValue value)
    {
        Reason reason = TooMany.With(value, value);
        Reason back = JsonSerializer.Deserialize<Reason>(JsonSerializer.Serialize(reason));
        Assert.Equal(reason, back);
        Assert.Equal(reason.ToString(), back.ToString());
        Assert.Equal(reason.ToString(Language.SimplifiedChinese), back.ToString(Language.SimplifiedChinese));
        Assert.Equal(
            reason, JsonSerializer.Deserialize(JsonSerializer.Serialize(reason, HostJson.Default.Reason), HostJson.Default.Reason));
    }

    [Fact]
    public void AReason_ReadsAsWritten() => Assert.Equal(
        """{"code":"test.too_many","found":{"number":3},"required":{"number":2},"""
            + "\"en\":\"{found} {found|message|messages}; {required} at most.\",\"zh\":\"{found} 条，最多 {required} 条。\"}",
        JsonSerializer.Serialize(
            TooMany.With(3, 2),
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    [Fact]
    public void ADecision_ComesBack()
    {
        Decision[] decisions =
            [Decision.Allowed, Decision.Denied(TooMany.With(3, 2), TooMany.With(4, 2)), Decision.Undecidable(TooMany.With()), default];
        foreach (Decision decision in decisions)
        {
            Assert.Equal(decision, JsonSerializer.Deserialize<Decision>(JsonSerializer.Serialize(decision)));
            Assert.Equal(
                decision,
                JsonSerializer.Deserialize(JsonSerializer.Serialize(decision, HostJson.Default.Decision), HostJson.Default.Decision));
        }

        Assert.Equal("""{"outcome":"allowed"}""", JsonSerializer.Serialize(Decision.Allowed));
    }

    [Theory]
    [InlineData("""{"outcome":"denied"}""")]
    [InlineData("""{"outcome":"maybe","reasons":[]}""")]
    [InlineData("""{}""")]
    [InlineData("""{"outcome":"allowed","reasons":[{"code":"a.b","en":"E.","zh":"中。"}]}""")]
    [InlineData("""{"outcome":"allowed","why":1}""")]
    [InlineData("""{"outcome":"denied","reasons":[{"code":"nodot","en":"E.","zh":"中。"}]}""")]
    [InlineData("""{"outcome":"denied","reasons":[{"code":"a.b","en":"E.","zh":"中。","found":{"colour":1}}]}""")]
    [InlineData("""{"outcome":"denied","reasons":[{"code":"a.b","en":"E.","zh":"中。","found":{"number":"x"}}]}""")]
    [InlineData("""{"outcome":"denied","reasons":[{"code":"a.b","en":"E.","zh":"中。","found":{"number":1,"share":2}}]}""")]
    [InlineData("""{"outcome":"denied","reasons":{}}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void WhatIsNoDecision_IsAJsonException(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Decision>(json));

    [Fact]
    public void AnAnswer_ComesBack_WithValueOrReasons()
    {
        RoundTrips<decimal>(1.5m);
        RoundTrips(Money.Yuan(12.5m));
        RoundTrips(Ratio.From(0.4m));
        RoundTrips(Score.From(72.5));
        RoundTrips(3);
        Assert.Equal("""{"value":"12.50 CNY"}""", JsonSerializer.Serialize(Answer<Money>.From(Money.Yuan(12.5m))));
        Answer<Money> none = Answer<Money>.Refused(TooMany.With(3, 2));
        Assert.Equal(
            none, JsonSerializer.Deserialize(JsonSerializer.Serialize(none, HostJson.Default.AnswerMoney), HostJson.Default.AnswerMoney));
        Answer<Money> some = Money.Yuan(1m);
        Assert.Equal(
            some, JsonSerializer.Deserialize(JsonSerializer.Serialize(some, HostJson.Default.AnswerMoney), HostJson.Default.AnswerMoney));

        static void RoundTrips<T>(T value)
            where T : notnull
        {
            foreach (Answer<T> answer in new[] { Answer<T>.From(value), Answer<T>.Refused(TooMany.With(3, 2)), default })
            {
                Assert.Equal(answer, JsonSerializer.Deserialize<Answer<T>>(JsonSerializer.Serialize(answer)));
            }
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"value":1,"reasons":[{"code":"a.b","en":"E.","zh":"中。"}]}""")]
    [InlineData("""{"reasons":[]}""")]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"other":1}""")]
    public void WhatIsNoAnswer_IsAJsonException(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Answer<decimal>>(json));

    [Fact]
    public void AnAnswerOfAnotherType_IsRefusedByName_UnlessTheHostAddsItsConverter()
    {
        Answer<Version> answer = new Version(1, 2);
        Assert.Contains(
            "AnswerJsonConverter<Version>", Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(answer)).Message,
            StringComparison.Ordinal);
        var options = new JsonSerializerOptions { Converters = { new PrivateDomain.Core.Internals.AnswerJsonConverter<Version>() } };
        Assert.Equal(answer, JsonSerializer.Deserialize<Answer<Version>>(JsonSerializer.Serialize(answer, options), options));
    }

    [JsonSerializable(typeof(Reason))]
    [JsonSerializable(typeof(Decision))]
    [JsonSerializable(typeof(Answer<Money>), TypeInfoPropertyName = "AnswerMoney")]
    private sealed partial class HostJson : JsonSerializerContext;
}
