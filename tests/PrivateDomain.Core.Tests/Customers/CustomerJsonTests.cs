using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Customers.RandomEvents;

namespace PrivateDomain.Core.Tests.Customers;

[Text]
public sealed class CustomerJsonTests
{
    public static TheoryData<EventKind> Kinds => [.. Enum.GetValues<EventKind>().Where(static kind => kind != EventKind.None)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToUtf8Bytes_EveryKindOfEvent_RoundTripsToTheByte(EventKind kind)
    {
        for (int i = 0; i < 24; i++)
        {
            CustomerEvent written = Make(kind, CustomerEventId.From("事件 1"), Start + Duration.FromNanoseconds(1), i / 6, i % 6);
            byte[] bytes = CustomerJson.ToUtf8Bytes(written);
            CustomerEvent read = CustomerJson.ReadEvent(bytes);

            Assert.Equal(written, read);
            Assert.Equal(bytes, CustomerJson.ToUtf8Bytes(read));
        }
    }

    [Fact]
    public void ToUtf8Bytes_AnyHistory_RoundTripsToTheByte() => Prop.ForAll(
        Histories.ToArbitrary(),
        static written =>
        {
            byte[] bytes = CustomerJson.ToUtf8Bytes(written);
            CustomerHistory read = CustomerJson.ReadHistory(bytes);
            Assert.Equal(written, read);
            Assert.Equal(bytes, CustomerJson.ToUtf8Bytes(read));
        }).Holds();

    [Fact]
    public void ToUtf8Bytes_Order_IsTheDocumentedText() => Assert.Equal(
        """{"version":1,"customer":"c1","id":"e1","at":"2026-01-01T00:00:00Z","kind":"orderPaid","order":"o1","amount":"6.00 CNY","lines":[{"product":"商品1","quantity":1.5,"amount":"4.00 CNY"}]}""",
        Encoding.UTF8.GetString(CustomerJson.ToUtf8Bytes(Make(EventKind.OrderPaid, CustomerEventId.From("e1"), Start, 1, 4))));

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("{", "$")]
    [InlineData("{}", "$.version")]
    [InlineData("""{"version":2,"customer":"c","events":[]}""", "$.version")]
    [InlineData("""{"version":1,"customer":"","events":[]}""", "$.customer")]
    [InlineData("""{"version":1,"customer":"\ud800","events":[]}""", "$.customer")]
    [InlineData("""{"version":1,"customer":"c","customer":"c","events":[]}""", "$")]
    [InlineData("""{"version":1,"customer":"c","events":[],"more":1}""", "$.more")]
    [InlineData("""{"version":1,"customer":"c","events":[null]}""", "$.events[0]")]
    [InlineData("""{"version":1,"customer":"c","events":[{"id":"e","at":"now","kind":"messageReceived"}]}""", "$.events[0].at")]
    [InlineData("""{"version":1,"customer":"c","events":[{"id":"e","at":"0001-01-01T00:00:00Z","kind":"messageReceived"}]}""", "$.events[0].at")]
    [InlineData("""{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"MessageReceived"}]}""", "$.events[0].kind")]
    [InlineData("""{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"messageReceived","tag":"x"}]}""", "$.events[0].tag")]
    [InlineData("""{"version":1,"customer":"c","events":[{"customer":"d","id":"e","at":"2026-01-01T00:00:00Z","kind":"messageReceived"}]}""", "$.events[0].customer")]
    [InlineData("""{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"tagAdded","tag":"\udc00"}]}""", "$.events[0].tag")]
    [InlineData("""{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"npsAnswered","rating":11}]}""", "$.events[0].rating")]
    [InlineData("""{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"npsAnswered","rating":NaN}]}""", "$.events[0].rating")]
    [InlineData("""{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"orderPaid","order":"o","amount":"-1 CNY"}]}""", "$.events[0].amount")]
    [InlineData("""{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"orderPaid","order":"o","amount":12}]}""", "$.events[0].amount")]
    [InlineData("""{"version":1,"customer":"c","events":[],"checkpoints":[{"horizon":"2026-01-01T00:00:00Z","totals":[{"kind":"orderPaid","count":1,"first":"2025-01-01T00:00:00Z","last":"2025-01-01T00:00:00Z"}]}]}""", "$.checkpoints[0].totals[0].kind")]
    [InlineData("""[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]""", "$")]
    public void TryReadHistory_HostileInput_SaysWhere(string json, string path)
    {
        Assert.False(CustomerJson.TryReadHistory(Encoding.UTF8.GetBytes(json), out _, out JsonInputError? error));
        Assert.StartsWith(path, error.Path, StringComparison.Ordinal);
        Assert.NotEmpty(error.Message);
        Assert.Equal(error, Assert.Throws<JsonInputException>(() => CustomerJson.ReadHistory(Encoding.UTF8.GetBytes(json))).Error);
    }

    [Fact]
    public void TryReadEvent_RuleBroken_GivesLineAndByte()
    {
        byte[] json = Encoding.UTF8.GetBytes("{\"version\":1,\n\"customer\":\"客\",\"id\":\"e\",\"at\":\"2026-01-01T00:00:00Z\",\n \"kind\":\"npsAnswered\",\"rating\":11}");

        Assert.False(CustomerJson.TryReadEvent(json, out _, out JsonInputError? error));
        Assert.Equal(("$.rating", 3L, (long)json.Length - 3), (error.Path, error.Line, error.BytePosition));
    }

    [Fact]
    public void TryReadHistory_TooLong_IsRefused()
    {
        Assert.False(CustomerJson.TryReadHistory(new byte[CustomerJson.InputBytesMax + 1], out _, out JsonInputError? error));
        Assert.Contains("16777216", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_AnyMutationOfValidBytes_NeverThrows() => Prop.ForAll(
        (from history in Histories
         from mutations in (from at in Gen.Choose(0, 1_000_000) from value in Gen.Choose(0, 255) from how in Gen.Choose(0, 3) select (at, value, how)).ArrayOf()
         select (history, mutations)).ToArbitrary(),
        static x =>
        {
            List<byte> bytes = [.. CustomerJson.ToUtf8Bytes(x.history)];
            foreach ((int at, int value, int how) in x.mutations.Take(5))
            {
                Mutate(bytes, bytes.Count == 0 ? 0 : at % bytes.Count, (byte)value, how);
            }

            if (CustomerJson.TryReadHistory(bytes.ToArray(), out CustomerHistory? read, out JsonInputError? error))
            {
                _ = Describe(read.FactsAt(Start + Duration.FromDays(20), TestShop)); // what is accepted can be used
            }
            else
            {
                Assert.InRange(error.BytePosition, 0, bytes.Count);
            }

            CustomerJson.TryReadEvent(bytes.ToArray(), out _, out _);
        }).Holds(2_000);

    private static void Mutate(List<byte> bytes, int at, byte value, int how)
    {
        const string Spice = "\\{}[]\",:-e9n\u0000";
        switch (bytes.Count == 0 ? 3 : how)
        {
            case 0:
                bytes[at] = value;
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(value, bytes.Count - at));
                break;
            case 2:
                bytes[at] = (byte)Spice[value % Spice.Length];
                break;
            default:
                bytes.Insert(at, (byte)Spice[value % Spice.Length]);
                break;
        }
    }
}
