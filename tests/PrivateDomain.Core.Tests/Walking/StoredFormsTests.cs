using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using PrivateDomain.Core.Growth;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Walking;

/// <summary>The JSON forms of what a host stores or sends: their exact text, what they refuse, and what is
/// said of types that have no form.</summary>
[Text]
public sealed class StoredFormsTests
{
    private const string Why = """{"code":"test.why","en":"Why.","zh":"为何。"}""";
    private static readonly Reason Because = new ReasonDefinition("test.why", "Why.", "为何。").With();
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 3, 0);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<object, string> Forms { get; } = new()
    {
        { OutreachDecision.Yes, """{"outcome":"allowed"}""" },
        { OutreachDecision.NotYet(At, [Because]), $$"""{"outcome":"deferred","until":"2026-03-02T03:00:00Z","reasons":[{{Why}}]}""" },
        { OutreachDecision.No(OutreachOutcome.Denied, [Because]), $$"""{"outcome":"denied","reasons":[{{Why}}]}""" },
        { OutreachDecision.No(OutreachOutcome.Undecidable, [Because]), $$"""{"outcome":"undecidable","reasons":[{{Why}}]}""" },
        {
            new StageAssessment(RelationshipStage.Alliance, false, At, []),
            """{"stage":"alliance","isOutOfOrder":false,"since":"2026-03-02T03:00:00Z"}"""
        },
        { new StageAssessment(null, null, null, [Because]), $$"""{"reasons":[{{Why}}]}""" },
        { new TrustAssessment(Score.From(72.5), []), """{"trust":72.5}""" },
        { new TrustAssessment(null, [Because]), $$"""{"reasons":[{{Why}}]}""" },
        {
            new GroupHealthAssessment(GroupHealth.Unknown, GroupTrend.Unknown, new GroupFigures(6, 5, 4, 3, 2, 1), [Because]),
            """{"health":"unknown","trend":"unknown","figures":{"members":6,"left":5,"deleted":4,"replied":3,"sent":2,"promotional":1},"""
                + $$""" "reasons":[{{Why}}]}""".TrimStart()
        },
        {
            new MembershipAssessment(
                "gold", MembershipMove.Rose, new LocalDate(2026, 1, 2), new LocalDate(2027, 1, 1),
                MembershipHold.Earned, 12.50m, [Because], null,
                new MembershipNeed("black", 7.5m, new LocalDate(2025, 1, 1), new LocalDate(2026, 12, 31))),
            """{"tier":"gold","move":"rose","since":"2026-01-02","validUntil":"2027-01-01","hold":"earned","earned":12.5,"""
                + $$$""" "toRise":{"tier":"black","amount":7.5,"from":"2025-01-01","by":"2026-12-31"},"reasons":[{{{Why}}}]}""".TrimStart()
        },
        { new Mistake("caps[1]", Because), $$"""{"place":"caps[1]","reason":{{Why}}}""" },
        { new Mistake("", Because, 3, 4), $$"""{"place":"","line":3,"column":4,"reason":{{Why}}}""" },
        { Because.Definition, Why },
        { (ReasonValue)3, """{"number":3}""" },
        { (ReasonValue)Ratio.Unknown, """{"share":null}""" },
        { default(ReasonValue), "null" },
        { new Bilingual("day", "天"), """{"en":"day","zh":"天"}""" },
        { default(Bilingual), """{"en":"","zh":""}""" },
        { IdentityMark.Parse("phone:0123456789abcdef0123456789abcdef"), "\"phone:0123456789abcdef0123456789abcdef\"" },
    };

    public static TheoryData<Type, string> Strangers { get; } = new()
    {
        { typeof(OutreachDecision), """{"outcome":"allowed","until":"2026-03-02T03:00:00Z"}""" },
        { typeof(OutreachDecision), $$"""{"outcome":"deferred","reasons":[{{Why}}]}""" },
        { typeof(OutreachDecision), $$"""{"outcome":"denied","until":"2026-03-02T03:00:00Z","reasons":[{{Why}}]}""" },
        { typeof(OutreachDecision), """{"outcome":"denied"}""" },
        { typeof(OutreachDecision), """{"outcome":"Allowed"}""" },
        { typeof(OutreachDecision), """{"outcome":3}""" },
        { typeof(OutreachDecision), """{"outcome":"allowed","why":1}""" },
        { typeof(StageAssessment), "{}" },
        { typeof(StageAssessment), $$"""{"stage":"alliance","reasons":[{{Why}}]}""" },
        { typeof(StageAssessment), $$"""{"since":"2026-03-02T03:00:00Z","reasons":[{{Why}}]}""" },
        { typeof(StageAssessment), """{"stage":"alliance","isOutOfOrder":"no"}""" },
        { typeof(StageAssessment), """{"stage":"alliance","next":null}""" },
        { typeof(TrustAssessment), "{}" },
        { typeof(TrustAssessment), """{"trust":101}""" },
        { typeof(TrustAssessment), $$"""{"trust":1,"reasons":[{{Why}}]}""" },
        { typeof(GroupFigures), """{"members":1,"left":2,"deleted":0,"replied":0,"sent":0,"promotional":0}""" },
        { typeof(GroupFigures), """{"members":1,"left":1,"deleted":0,"replied":0,"sent":0}""" },
        { typeof(GroupFigures), """{"members":1.5,"left":1,"deleted":0,"replied":0,"sent":0,"promotional":0}""" },
        { typeof(GroupFigures), """{"members":1,"leaveRate":1}""" },
        { typeof(GroupHealthAssessment), """{"health":"healthy","trend":"unknown"}""" },
        { typeof(MembershipNeed), """{"tier":"gold","amount":-1,"from":"2025-01-01"}""" },
        { typeof(MembershipNeed), """{"tier":"gold","amount":1}""" },
        { typeof(MembershipAssessment), """{"tier":"gold"}""" },
        { typeof(Mistake), """{"place":"x"}""" },
        { typeof(Mistake), $$"""{"place":"x","line":-1,"reason":{{Why}}}""" },
        { typeof(Mistake), $$"""{"place":"x","column":-1,"reason":{{Why}}}""" },
        { typeof(ReasonDefinition), """{"code":"nodot","en":"E.","zh":"中。"}""" },
        { typeof(ReasonDefinition), """{"code":"a.b","en":"E.","zh":"中。","fr":"F."}""" },
        { typeof(ReasonValue), """{"colour":1}""" },
        { typeof(Bilingual), """{"en":"day"}""" },
        { typeof(Bilingual), """{"en":"day","zh":"天","fr":"jour"}""" },
        { typeof(IdentityMark), "\"phone:0123456789ABCDEF0123456789abcdef\"" },
        { typeof(IdentityMark), "\"\"" },
    };

    [Theory]
    [MemberData(nameof(Forms), DisableDiscoveryEnumeration = true)]
    public void AForm_IsExact_AndComesBack(object value, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(value, value.GetType(), Plain));
        Assert.Equal(value, JsonSerializer.Deserialize(json, value.GetType()));
    }

    [Theory]
    [MemberData(nameof(Strangers), DisableDiscoveryEnumeration = true)]
    public void WhatIsNoForm_IsAJsonException(Type type, string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type));

    [Fact]
    public void WhatWasNeverMade_IsNotWritten()
    {
        object[] neverMade =
            [default(Money), default(StageAssessment), default(TrustAssessment), default(MembershipNeed), default(IdentityMark)];
        foreach (object nothing in neverMade)
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Serialize(nothing, nothing.GetType()));
        }

        Assert.Throws<JsonException>(static () => JsonSerializer.Serialize(Because.Definition.With(default(Money))));
    }

    [Fact]
    public void HalfACharacter_IsNotWrittenAsAnother()
    {
        Assert.Throws<JsonException>(static () => JsonSerializer.Serialize(new Bilingual("\ud800", "天")));
        Assert.Throws<JsonException>(static () => JsonSerializer.Serialize(new Mistake("\udc00x", Because)));
        var whole = new Bilingual("😀", "天");
        Assert.Equal(whole, JsonSerializer.Deserialize<Bilingual>(JsonSerializer.Serialize(whole)));
        Assert.Throws<ArgumentException>("name", static () => new FigurePart(GrowthMeasure.TicketCover, "\ud800", 1m, 1m));
    }

    [Fact]
    public void ATypeWithoutAForm_SaysWhatToStore()
    {
        Assert.Contains(
            "GroupHealthPolicy has no JSON form and would not come back whole: store its options.", Refusal(GroupHealthPolicy.Default),
            StringComparison.Ordinal);
        Assert.Contains("store what ShopOptionsJson.Write gives.", Refusal(new Core.Rules.ShopOptions()), StringComparison.Ordinal);
        Assert.Contains("facts that it is made from.", Refusal(FactSchema.BuiltIn), StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(static () => JsonSerializer.Deserialize<GroupHealthPolicy>("{}"));
    }

    [Fact]
    public void WhatIsNoObject_IsRefusedAsThat() => Assert.All(
        Forms.Where(static form => form.Data.Item2.StartsWith('{')).Select(static form => form.Data.Item1.GetType()).Distinct(),
        static type => Assert.All(
            (string[])["3", "[]", "\"a\"", "true"],
            json => Assert.Contains(
                "object", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type)).Message, StringComparison.Ordinal)));

    [Fact]
    public void ASetOfSegments_EqualsItsCopy()
    {
        Segment[] segments = [new("a", Facts.Orders.AtLeast(1)), new("b", Facts.Orders.AtLeast(2))];
        SegmentSet set = SegmentSet.From(FactSchema.BuiltIn, segments);
        SegmentSet read = JsonSerializer.Deserialize<SegmentSet>(JsonSerializer.Serialize(set))!;
        Assert.Equal(set, read);
        Assert.Equal(set.GetHashCode(), read.GetHashCode());
        Assert.NotEqual(set, SegmentSet.From(FactSchema.BuiltIn, segments, isExclusive: true));
        Assert.NotEqual(set, SegmentSet.From(FactSchema.BuiltIn, segments.Reverse()));
        Assert.NotEqual(set, SegmentSet.From(FactSchema.BuiltIn, segments[..1]));
        Assert.False(set.Equals(null));
    }

    private static string Refusal(object value) =>
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(value, value.GetType())).Message;
}
