using System.Text.Json;
using NodaTime;
using PrivateDomain.Core.Internals;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Vocabulary;

[Text]
public sealed class JsonConverterTests
{
    private static readonly JsonSerializerOptions Times =
        new() { Converters = { new InstantJsonConverter(), new LocalDateJsonConverter() } };

    [Fact]
    public void Write_Values_AreTheirCanonicalText()
    {
        Assert.Equal("\"12.50 CNY\"", JsonSerializer.Serialize(Money.Yuan(12.5000m)));
        Assert.Equal("0.4", JsonSerializer.Serialize(Ratio.From(0.400m)));
        Assert.Equal("null", JsonSerializer.Serialize(Ratio.Unknown));
        Assert.Equal("72.5", JsonSerializer.Serialize(Score.From(72.5)));
        Assert.Equal("\"c1\"", JsonSerializer.Serialize(CustomerId.From("c1")));
        Assert.Equal(
            "\"2026-05-01T00:00:00.000000001Z\"", JsonSerializer.Serialize(Instant.FromUtc(2026, 5, 1, 0, 0) + Duration.Epsilon, Times));
        Assert.Equal("\"2026-05-01\"", JsonSerializer.Serialize(new LocalDate(2026, 5, 1), Times));
    }

    [Fact]
    public void Read_Values_ComeBack()
    {
        Assert.Equal(Money.Yuan(12.5m), JsonSerializer.Deserialize<Money>("\"12.50 CNY\""));
        Assert.Equal(Ratio.From(0.4m), JsonSerializer.Deserialize<Ratio>("0.4"));
        Assert.Equal(Ratio.Unknown, JsonSerializer.Deserialize<Ratio>("null"));
        Assert.Equal(Score.From(72.5), JsonSerializer.Deserialize<Score>("72.5"));
        Assert.Equal(ProductId.From("p"), JsonSerializer.Deserialize<ProductId>("\"p\""));
        Assert.Equal(new LocalDate(2026, 5, 1), JsonSerializer.Deserialize<LocalDate>("\"2026-05-01\"", Times));
    }

    [Theory]
    [InlineData("\"12.50\"")]
    [InlineData("12.50")]
    [InlineData("\"12.50 XXX\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("null")]
    public void Read_NoMoney_IsAJsonException(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(json));

    [Theory]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("\"NaN\"")]
    [InlineData("1e999")]
    public void Read_NoScore_IsAJsonException(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Score>(json));

    [Fact]
    public void Read_NoId_IsAJsonException() => Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<OrderId>("\" \""));
}
