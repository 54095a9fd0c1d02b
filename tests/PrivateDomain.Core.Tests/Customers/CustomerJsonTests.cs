using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Customers.Forms;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Customers.RandomEvents;

namespace PrivateDomain.Core.Tests.Customers;

[Text]
public sealed class CustomerJsonTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static TheoryData<EventKind> Kinds => [.. Enum.GetValues<EventKind>().Where(static kind => kind != EventKind.None)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_EveryKindOfEvent_RoundTripsToTheByte(EventKind kind)
    {
        for (int i = 0; i < 24; i++)
        {
            CustomerEvent written = Make(kind, CustomerEventId.From("事件 1"), Start + Duration.FromNanoseconds(1), i / 6, i % 6);
            byte[] bytes = CustomerJson.Write(written);
            CustomerEvent read = CustomerJson.ReadEvent(bytes);

            Assert.Equal(written, read);
            Assert.Equal(bytes, CustomerJson.Write(read));
        }
    }

    // As a pipe or a socket hands it out: a name or a number may begin in one piece and end in the next.
    [Fact]
    public void Read_InPieces_IsTheSameHistoryAndTheSameMistakes()
    {
        byte[] bytes = CustomerJson.Write(CustomerHistory.From(Someone, Kinds.Select(static kind =>
            Make(kind, CustomerEventId.From($"事件 {kind.Data}"), Start + Duration.FromNanoseconds(1), 1, 3))));
        string wrong = Encoding.UTF8.GetString(bytes).Replace("\"complaintMade\"", "12345", StringComparison.Ordinal);
        for (int size = 1; size < 40; size++)
        {
            Assert.Equal(CustomerJson.ReadHistory(bytes), Read(bytes, size));
            JsonException mistake = Assert.Throws<JsonException>(() => Read(Encoding.UTF8.GetBytes(wrong), size));
            Assert.Contains("It was 12345; one of linkMade", mistake.Message, StringComparison.Ordinal);
        }

        static CustomerHistory? Read(byte[] bytes, int size)
        {
            var first = new Piece(bytes.AsMemory(0, size), null);
            Piece last = first;
            for (int at = size; at < bytes.Length; at += size)
            {
                last = new Piece(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)), last);
            }

            var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));
            return JsonSerializer.Deserialize<CustomerHistory>(ref reader);
        }
    }

    [Fact]
    public void Write_AnyHistory_RoundTripsToTheByte() => Prop.ForAll(
        Histories.ToArbitrary(),
        static written =>
        {
            byte[] bytes = CustomerJson.Write(written);
            CustomerHistory read = CustomerJson.ReadHistory(bytes);
            Assert.Equal(written, read);
            Assert.Equal(bytes, CustomerJson.Write(read));
        }).Holds();

    [Fact]
    public void Write_Order_IsTheDocumentedText() => Assert.Equal(
        """{"version":1,"customer":"c1","id":"e1","at":"2026-01-01T00:00:00Z","kind":"orderPaid","order":"o1","amount":"6.00 CNY","""
            + "\"lines\":[{\"product\":\"商品1\",\"quantity\":1.5,\"amount\":\"4.00 CNY\"}]}",
        Encoding.UTF8.GetString(CustomerJson.Write(Make(EventKind.OrderPaid, CustomerEventId.From("e1"), Start, 1, 4))));

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("{", "$")]
    [InlineData("{}", "$.version")]
    [InlineData("""{"version":2,"customer":"c","events":[]}""", "$.version")]
    [InlineData("""{"version":1,"customer":"","events":[]}""", "$.customer")]
    [InlineData("""{"version":1,"customer":"\ud800","events":[]}""", "$.customer")]
    [InlineData("""{"version":1,"customer":"c","customer":"c","events":[]}""", "$.customer")]
    [InlineData("""{"version":1,"customer":"c","events":[],"more":1}""", "$.more")]
    [InlineData("""{"version":1,"customer":"c","events":[null]}""", "$.events[0]")]
    [InlineData("""{"version":1,"customer":"c","events":[{"id":"e","at":"now","kind":"messageReceived"}]}""", "$.events[0].at")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"0001-01-01T00:00:00Z","kind":"messageReceived"}]}""",
        "$.events[0].at")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"MessageReceived"}]}""",
        "$.events[0].kind")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"messageReceived","tag":"x"}]}""",
        "$.events[0].tag")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"customer":"d","id":"e","at":"2026-01-01T00:00:00Z","kind":"messageReceived"}]}""",
        "$.events[0].customer")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"tagAdded","tag":"\udc00"}]}""",
        "$.events[0].tag")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"npsAnswered","rating":11}]}""",
        "$.events[0].rating")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"npsAnswered","rating":NaN}]}""",
        "$")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"orderPaid","order":"o","""
        + "\"amount\":\"-1 CNY\"}]}",
        "$.events[0].amount")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"orderPaid","order":"o","""
        + "\"amount\":12}]}",
        "$.events[0].amount")]
    [InlineData(
        """{"version":1,"customer":"c","events":[],"checkpoints":[{"horizon":"2026-01-01T00:00:00Z","""
        + "\"totals\":[{\"kind\":\"orderPaid\",\"count\":1,\"first\":\"2025-01-01T00:00:00Z\",\"last\":\"2025-01-01T00:00:00Z\"}]}]}",
        "$.checkpoints[0].totals[0].kind")]
    [InlineData("""[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]""", "$")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-02-30T00:00:00Z","kind":"messageReceived"}]}""",
        "$.events[0].at")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2200-01-01T00:00:01Z","kind":"messageReceived"}]}""",
        "$.events[0].at")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"linkMade","carrier":"none"}]}""",
        "$.events[0].carrier")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"messageReceived","carrier":null}]}""",
        "$.events[0].carrier")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"orderRefunded","order":"o","""
        + "\"amount\":\"0 CNY\"}]}",
        "$.events[0].amount")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"orderPaid","order":"o","""
        + "\"amount\":\"1 CNY\",\"lines\":[{\"product\":\"p\",\"quantity\":0,\"amount\":\"1 CNY\"}]}]}",
        "$.events[0].lines[0].quantity")]
    [InlineData(
        """{"version":1,"customer":"c","events":[{"id":"e","at":"2026-01-01T00:00:00Z","kind":"orderPaid","order":"o","""
        + "\"amount\":\"1 CNY\",\"lines\":[{\"product\":\"p\",\"quantity\":1,\"amount\":\"1 USD\"}]}]}",
        "$.events[0].lines")]
    [InlineData("""{"version":1,"customer":"c","events":[]}{}""", "$")]
    public void TryReadHistory_HostileInput_SaysWhere(string json, string path)
    {
        Assert.False(CustomerJson.TryReadHistory(Encoding.UTF8.GetBytes(json), out _, out ImmutableArray<Mistake> mistakes));
        Assert.StartsWith(path, mistakes[0].Place, StringComparison.Ordinal);
        Assert.True(mistakes[0].Line >= 1 && mistakes[0].Column >= 1);
        Assert.NotEmpty(mistakes[0].ToString(Language.SimplifiedChinese));
        Assert.Equal(mistakes, Assert.Throws<InputFormatException>(() => CustomerJson.ReadHistory(Encoding.UTF8.GetBytes(json))).Mistakes);
    }

    [Fact]
    public void TryReadEvent_RuleBroken_GivesLineAndColumn()
    {
        byte[] json = Encoding.UTF8.GetBytes(
            "{\"version\":1,\n\"customer\":\"客\",\"id\":\"e\",\"at\":\"2026-01-01T00:00:00Z\",\n"
            + " \"kind\":\"npsAnswered\",\"topic\":\"客\",\"rating\":11}");

        Assert.False(CustomerJson.TryReadEvent(json, out _, out ImmutableArray<Mistake> mistakes));
        Assert.Equal(("$.rating", 3, 44), (mistakes[0].Place, mistakes[0].Line, mistakes[0].Column));
    }

    [Fact]
    public void TryReadHistory_AfterWhatIsNoEventOrLine_GoesOnWithTheNext()
    {
        const string Good = """{"id":"e","at":"2026-01-01T00:00:00Z","kind":"messageReceived"}""";
        const string Line = """{"product":"p","quantity":1,"amount":"1 CNY"}""";
        const string Wrong = """{"product":"p","quantity":0,"amount":"1 CNY"}""";
        const string Order = """{"id":"o","at":"2026-01-01T00:00:00Z","kind":"orderPaid","order":"o","amount":"1 CNY","lines":""";

        Assert.Equal(
            ["$.events[0]", "$.events[2]", "$.events[4].lines[1].quantity", "$.events[4].lines[2]", "$.events[4].lines[4].quantity"],
            Mistakes($"""[3,{Good},[{Good}],{Good},{Order}[{Line},{Wrong},"x",{Line},{Wrong}]""" + "}]").Select(static m => m.Place));
        Assert.Equal("It was 2; 1 is needed.", Mistakes("[]", version: 2).Single().Reason.ToString());

        static ImmutableArray<Mistake> Mistakes(string events, int version = 1)
        {
            string json = $$"""{"version":{{version}},"customer":"c","events":{{events}}}""";
            Assert.False(CustomerJson.TryReadHistory(Encoding.UTF8.GetBytes(json), out _, out ImmutableArray<Mistake> mistakes));
            return mistakes;
        }
    }

    [Fact]
    public void TryReadHistory_ManyMistakes_TellsAllUpToTwentyAndStops()
    {
        const string Wrong = """{"id":"","at":7,"kind":"npsAnswered","rating":11,"more":1}""";
        static string Json(int events) =>
            $$"""{"version":1,"customer":"c","events":[{{string.Join(',', Enumerable.Repeat(Wrong, events))}}]}""";

        Assert.False(CustomerJson.TryReadHistory(Encoding.UTF8.GetBytes(Json(2)), out _, out ImmutableArray<Mistake> eight));
        Assert.Equal(
            ["$.events[0].id", "$.events[0].at", "$.events[0].rating", "$.events[0].more", "$.events[1].id", "$.events[1].at",
                "$.events[1].rating", "$.events[1].more"],
            eight.Select(static m => m.Place));
        Assert.False(CustomerJson.TryReadHistory(Encoding.UTF8.GetBytes(Json(100_000)), out _, out ImmutableArray<Mistake> most));
        Assert.Equal(20, most.Length);
    }

    [Fact]
    public void TryReadHistory_ManyCheckpoints_IsLinear()
    {
        const string Checkpoint = """{"horizon":"2026-01-01T00:00:00Z","totals":[]}""";
        string checkpoints = string.Join(',', Enumerable.Repeat(Checkpoint, 100_000));
        byte[] json = Encoding.UTF8.GetBytes($$"""{"version":1,"customer":"c","events":[],"checkpoints":[{{checkpoints}}]}""");

        Assert.True(CustomerJson.TryReadHistory(json, out CustomerHistory? history, out _)); // was minutes, for it was quadratic
        Assert.False(history.HasCheckpointConflict);
    }

    [Fact]
    public void TryReadHistory_CustomerAfterEvents_ReadsTheSame()
    {
        CustomerHistory written = CustomerHistory.From(Someone, [Make(EventKind.OrderPaid, CustomerEventId.From("e1"), Start, 1, 4)]);
        string json = Encoding.UTF8.GetString(CustomerJson.Write(written)).Replace("\"customer\":\"c1\",", "", StringComparison.Ordinal);

        Assert.Equal(written, CustomerJson.ReadHistory(Encoding.UTF8.GetBytes(json[..^1] + ",\"customer\":\"c1\"}")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void JsonSerializer_EveryKindOfEvent_IsTheSameForm(EventKind kind)
    {
        CustomerEvent written = Make(kind, CustomerEventId.From("事件 1"), Start, 1, 4);
        string json = JsonSerializer.Serialize(written, written.GetType(), Relaxed);

        Assert.Equal(Encoding.UTF8.GetString(CustomerJson.Write(written)), json);
        Assert.Equal(json, JsonSerializer.Serialize(written, Relaxed)); // as a CustomerEvent
        Assert.Equal(written, JsonSerializer.Deserialize<CustomerEvent>(json));
        Assert.Equal(written, JsonSerializer.Deserialize(json, written.GetType()));
        Type other = kind == EventKind.LinkMade ? typeof(LinkMuted) : typeof(LinkMade);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, other));
    }

    [Fact]
    public void JsonSerializer_AnyHistory_RoundTripsOrThrows() => Prop.ForAll(
        Histories.ToArbitrary(),
        static written =>
        {
            string json = JsonSerializer.Serialize(written, Relaxed);
            Assert.Equal(Encoding.UTF8.GetString(CustomerJson.Write(written)), json);
            Assert.Equal(written, JsonSerializer.Deserialize<CustomerHistory>(json));
            Assert.Equal([written], JsonSerializer.Deserialize<CustomerHistory[]>($"[{json}]")!);
            Assert.Throws<JsonException>(() =>
                JsonSerializer.Deserialize<CustomerHistory>(json.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal)));
        }).Holds();

    [Fact]
    public void TryReadHistory_TooLong_IsRefused()
    {
        Assert.False(CustomerJson.TryReadHistory(new byte[CustomerJson.InputBytesMax + 1], out _, out ImmutableArray<Mistake> mistakes));
        Assert.Equal([CustomersReasons.JsonTooLong.With(CustomerJson.InputBytesMax + 1, CustomerJson.InputBytesMax)],
            mistakes.Select(static m => m.Reason));
    }

    // Bytes that no character has or that begin one: in a name, an identifier, an amount, an instant, between two values.
    [Theory]
    [InlineData(0x9C)]
    [InlineData(0xC3)]
    [InlineData(0xED)]
    [InlineData(0xFF)]
    public void TryRead_AnyByteMadeNoUtf8_IsToldAsAMistake(byte wrong)
    {
        byte[] bytes = CustomerJson.Write(CustomerHistory.From(Someone, Kinds.Select(static kind =>
            Make(kind, CustomerEventId.From($"事件 {kind.Data}"), Start + Duration.FromNanoseconds(1), 1, 3))));
        for (int at = 0; at < bytes.Length; at++)
        {
            byte[] spoilt = [.. bytes];
            spoilt[at] = wrong;
            if (Utf8.IsValid(spoilt))
            {
                continue; // another letter of Chinese
            }

            Assert.False(CustomerJson.TryReadHistory(spoilt, out _, out ImmutableArray<Mistake> mistakes));
            Assert.InRange(mistakes.Length, 1, 20);
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CustomerHistory>(spoilt));
        }
    }

    [Fact]
    public void TryRead_AnyMutationOfValidBytes_NeverThrows() => Prop.ForAll(
        (from history in Histories
         from mutations in (from at in Gen.Choose(0, 1_000_000)
                            from value in Gen.Choose(0, 255)
                            from how in Gen.Choose(0, 3)
                            select (at,
             value, how)).ArrayOf()
         select (history, mutations)).ToArbitrary(),
        static x =>
        {
            List<byte> bytes = [.. CustomerJson.Write(x.history)];
            foreach ((int at, int value, int how) in x.mutations.Take(5))
            {
                Mutate(bytes, bytes.Count == 0 ? 0 : at % bytes.Count, (byte)value, how);
            }

            if (CustomerJson.TryReadHistory(bytes.ToArray(), out CustomerHistory? read, out ImmutableArray<Mistake> mistakes))
            {
                _ = Describe(read.FactsAt(Start + Duration.FromDays(20), TestShop)); // what is accepted can be used
            }
            else
            {
                Assert.InRange(mistakes.Length, 1, 20);
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

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        internal Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
