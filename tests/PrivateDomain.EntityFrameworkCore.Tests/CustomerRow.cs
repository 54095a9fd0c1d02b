using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;
using PrivateDomain.Core.Tests.Segmentation;

namespace PrivateDomain.EntityFrameworkCore.Tests;

/// <summary>A host's own row, with a member for every fact of the random rules, and of every type that a member may have.</summary>
internal sealed class CustomerRow
{
    internal static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public int Id { get; set; }

    public CustomerId Name { get; set; }

    public double? Age { get; set; }

    public int? Height { get; set; }

    public long? Orders { get; set; }

    public decimal? Spend { get; set; }

    public double? Trust { get; set; }

    public int? OrdersIn90Days { get; set; }

    public double? InteractionGap { get; set; }

    public double? OrderPeriods { get; set; }

    public double? SpendPerOrder { get; set; }

    public double? SummerBucket { get; set; }

    public double? OddBucket { get; set; }

    public DateOnly? Birthday { get; set; }

    public DateTime? LastOrder { get; set; }

    public DateOnly? FirstOrder { get; set; }

    public DateTime? LastWelfare { get; set; }

    public LocalDate? LocalBirthday { get; set; }

    public LocalDateTime? LocalLastOrder { get; set; }

    public Instant? FirstOrderAt { get; set; }

    public LocalDate? LocalLastWelfare { get; set; }

    public bool? IsParent { get; set; }

    public bool? Linked { get; set; }

    public string? City { get; set; }

    public string? Channel { get; set; }

    public List<string>? Hobbies { get; set; }

    public List<string>? Tags { get; set; }

    public string? Tier { get; set; }

    public RelationshipStage? Stage { get; set; }

    /// <summary>Members of .NET's own types; SQLite keeps decimals as texts, so there they are cast.</summary>
    internal static SegmentMapping<CustomerRow> Mapping(bool isSqlite)
    {
        SegmentMapping<CustomerRow> mapping = Common
            .Map(RandomRules.Birthday, static row => row.Birthday)
            .Map(Facts.LastOrder, static row => row.LastOrder)
            .Map(Facts.FirstOrder, static row => row.FirstOrder)
            .Map(RandomRules.Dates[3], static row => row.LastWelfare);
        return isSqlite ? mapping.Map(Facts.Spend, static row => (double?)row.Spend) : mapping;
    }

    /// <summary>Members of NodaTime's types, where the provider has them.</summary>
    internal static SegmentMapping<CustomerRow> NodaMapping { get; } = Common
        .Map(RandomRules.Birthday, static row => row.LocalBirthday)
        .Map(Facts.LastOrder, static row => row.LocalLastOrder)
        .Map(Facts.FirstOrder, static row => row.FirstOrderAt, Zone)
        .Map(RandomRules.Dates[3], static row => row.LocalLastWelfare);

    private static SegmentMapping<CustomerRow> Common => SegmentMapping<CustomerRow>.Empty
        .Map(RandomRules.Age, static row => row.Age)
        .Map(RandomRules.Height, static row => row.Height)
        .Map(Facts.Orders, static row => row.Orders)
        .Map(Facts.Spend, static row => row.Spend)
        .Map(FactsOfRelationship.Trust, static row => row.Trust)
        .Map(RandomRules.Numbers[5], static row => row.OrdersIn90Days)
        .Map(RandomRules.Numbers[6], static row => row.InteractionGap)
        .Map(RandomRules.Numbers[7], static row => row.OrderPeriods)
        .Map(RandomRules.Derived[0], static row => row.SpendPerOrder)
        .Map(RandomRules.Derived[1], static row => row.SummerBucket)
        .Map(RandomRules.Derived[2], static row => row.OddBucket)
        .Map(RandomRules.IsParent, static row => row.IsParent)
        .Map(Facts.Linked, static row => row.Linked)
        .Map(RandomRules.City, static row => row.City)
        .Map(Facts.Channel, static row => row.Channel)
        .Map(RandomRules.Hobbies, static row => row.Hobbies!, static row => row.Hobbies != null)
        .Map(Facts.Tags, static row => row.Tags!, static row => row.Tags != null)
        .Map(RandomRules.Tier, static row => row.Tier)
        .Map<RelationshipStage>(FactsOfRelationship.Stage, static row => row.Stage, Enum.GetValues<RelationshipStage>());

    /// <summary>The row of a customer, whose dates happened at a time of the day.</summary>
    internal static CustomerRow Of(FactValues values, int id, LocalTime time) => new()
    {
        Id = id,
        Name = values.Customer,
        Age = values.NumberOf(RandomRules.Age),
        Height = (int?)values.NumberOf(RandomRules.Height),
        Orders = (long?)values.NumberOf(Facts.Orders),
        Spend = (decimal?)values.NumberOf(Facts.Spend),
        Trust = values.NumberOf(FactsOfRelationship.Trust),
        OrdersIn90Days = (int?)values.NumberOf(RandomRules.Numbers[5]),
        InteractionGap = values.NumberOf(RandomRules.Numbers[6]),
        OrderPeriods = values.NumberOf(RandomRules.Numbers[7]),
        SpendPerOrder = values.NumberOf(RandomRules.Derived[0]),
        SummerBucket = values.NumberOf(RandomRules.Derived[1]),
        OddBucket = values.NumberOf(RandomRules.Derived[2]),
        Birthday = values.DateOf(RandomRules.Birthday)?.ToDateOnly(),
        LocalBirthday = values.DateOf(RandomRules.Birthday),
        LastOrder = values.DateOf(Facts.LastOrder)?.At(time).ToDateTimeUnspecified(),
        LocalLastOrder = values.DateOf(Facts.LastOrder)?.At(time),
        FirstOrder = values.DateOf(Facts.FirstOrder)?.ToDateOnly(),
        FirstOrderAt = values.DateOf(Facts.FirstOrder)?.At(time).InZoneLeniently(Zone).ToInstant(),
        LastWelfare = values.DateOf(RandomRules.Dates[3])?.At(time).ToDateTimeUnspecified(),
        LocalLastWelfare = values.DateOf(RandomRules.Dates[3]),
        IsParent = values.YesNoOf(RandomRules.IsParent),
        Linked = values.YesNoOf(Facts.Linked),
        City = values.TextOf(RandomRules.City),
        Channel = values.TextOf(Facts.Channel),
        Hobbies = values.TextSetOf(RandomRules.Hobbies)?.ToList(),
        Tags = values.TextSetOf(Facts.Tags)?.ToList(),
        Tier = values.LevelOf(RandomRules.Tier),
        Stage = values.LevelOf(FactsOfRelationship.Stage) is { } stage
            ? Enum.GetValues<RelationshipStage>()[FactsOfRelationship.Stage.PlaceOf(stage)]
            : null,
    };
}
