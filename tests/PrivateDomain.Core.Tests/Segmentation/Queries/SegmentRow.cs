using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Core.Tests.Segmentation.Queries;

/// <summary>Rows in a database of SQLite, in memory.</summary>
internal sealed class SegmentDatabase : DbContext
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public DbSet<SegmentRow> Rows => Set<SegmentRow>();

    internal static SegmentDatabase Of(IEnumerable<SegmentRow> rows)
    {
        var database = new SegmentDatabase();
        database.connection.Open();
        database.Database.EnsureCreated();
        database.Rows.AddRange(rows);
        database.SaveChanges();
        return database;
    }

    public override void Dispose()
    {
        base.Dispose();
        connection.Dispose();
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(connection);
}

/// <summary>A host's own row, with a member for every fact of <see cref="RandomRules"/>.</summary>
internal sealed class SegmentRow
{
    internal static readonly Fact[] Mapped =
    [
        RandomRules.Age, RandomRules.Height, Facts.Orders, Facts.Spend, RandomRules.Birthday, Facts.LastOrder, RandomRules.IsParent,
            RandomRules.City, RandomRules.Hobbies, RandomRules.Tier, FactsOfRelationship.Stage,
        ];

    public string Id { get; set; } = "";

    public double? Age { get; set; }

    public double? Height { get; set; }

    public double? Orders { get; set; }

    public double? Spend { get; set; }

    public DateOnly? Birthday { get; set; }

    public DateTime? LastOrder { get; set; }

    public bool? IsParent { get; set; }

    public string? City { get; set; }

    public List<string>? Hobbies { get; set; }

    public string? Tier { get; set; }

    public RelationshipStage? Stage { get; set; }

    public double? Trust { get; set; }

    public double? OrdersIn90Days { get; set; }

    public double? InteractionGap { get; set; }

    public double? OrderPeriods { get; set; }

    public double? SpendPerOrder { get; set; }

    public double? SummerBucket { get; set; }

    public double? OddBucket { get; set; }

    public DateOnly? FirstOrder { get; set; }

    public DateTime? LastWelfare { get; set; }

    public bool? Linked { get; set; }

    public string? Channel { get; set; }

    public List<string>? Tags { get; set; }

    internal static SegmentMapping<SegmentRow> Mapping { get; } = SegmentMapping<SegmentRow>.Empty
        .Map(RandomRules.Age, static row => row.Age)
        .Map(RandomRules.Height, static row => row.Height)
        .Map(Facts.Orders, static row => row.Orders)
        .Map(Facts.Spend, static row => row.Spend)
        .Map(RandomRules.Birthday, static row => row.Birthday)
        .Map(Facts.LastOrder, static row => row.LastOrder)
        .Map(RandomRules.IsParent, static row => row.IsParent)
        .Map(RandomRules.City, static row => row.City)
        .Map(RandomRules.Hobbies, static row => row.Hobbies!, static row => row.Hobbies != null)
        .Map(RandomRules.Tier, static row => row.Tier)
        .Map<RelationshipStage>(FactsOfRelationship.Stage, static row => row.Stage, Enum.GetValues<RelationshipStage>())
        .Map(FactsOfRelationship.Trust, static row => row.Trust)
        .Map(RandomRules.Numbers[5], static row => row.OrdersIn90Days)
        .Map(RandomRules.Numbers[6], static row => row.InteractionGap)
        .Map(RandomRules.Numbers[7], static row => row.OrderPeriods)
        .Map(RandomRules.Derived[0], static row => row.SpendPerOrder)
        .Map(RandomRules.Derived[1], static row => row.SummerBucket)
        .Map(RandomRules.Derived[2], static row => row.OddBucket)
        .Map(Facts.FirstOrder, static row => row.FirstOrder)
        .Map(RandomRules.Dates[3], static row => row.LastWelfare)
        .Map(Facts.Linked, static row => row.Linked)
        .Map(Facts.Channel, static row => row.Channel)
        .Map(Facts.Tags, static row => row.Tags!, static row => row.Tags != null);

    internal static SegmentRow Of(FactValues values) => new()
    {
        Id = values.Customer.ToString(),
        Age = values.NumberOf(RandomRules.Age),
        Height = values.NumberOf(RandomRules.Height),
        Orders = values.NumberOf(Facts.Orders),
        Spend = values.NumberOf(Facts.Spend),
        Birthday = values.DateOf(RandomRules.Birthday)?.ToDateOnly(),
        LastOrder = values.DateOf(Facts.LastOrder)?.ToDateTimeUnspecified().AddHours(13),
        IsParent = values.YesNoOf(RandomRules.IsParent),
        City = values.TextOf(RandomRules.City),
        Hobbies = values.TextSetOf(RandomRules.Hobbies)?.ToList(),
        Tier = values.LevelOf(RandomRules.Tier),
        Stage = values.LevelOf(FactsOfRelationship.Stage) is { } stage
            ? Enum.GetValues<RelationshipStage>()[FactsOfRelationship.Stage.PlaceOf(stage)]
            : null,
        Trust = values.NumberOf(FactsOfRelationship.Trust),
        OrdersIn90Days = values.NumberOf(RandomRules.Numbers[5]),
        InteractionGap = values.NumberOf(RandomRules.Numbers[6]),
        OrderPeriods = values.NumberOf(RandomRules.Numbers[7]),
        SpendPerOrder = values.NumberOf(RandomRules.Derived[0]),
        SummerBucket = values.NumberOf(RandomRules.Derived[1]),
        OddBucket = values.NumberOf(RandomRules.Derived[2]),
        FirstOrder = values.DateOf(Facts.FirstOrder)?.ToDateOnly(),
        LastWelfare = values.DateOf(RandomRules.Dates[3])?.ToDateTimeUnspecified().AddHours(23),
        Linked = values.YesNoOf(Facts.Linked),
        Channel = values.TextOf(Facts.Channel),
        Tags = values.TextSetOf(Facts.Tags)?.ToList(),
    };
}
