using Apache.Arrow;
using Apache.Arrow.Types;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace ArrowColumns;

/// <summary>The columns of the file. A tenth of most values is absent.</summary>
internal static class CustomerColumns
{
    internal static readonly LocalDate Today = new(2026, 6, 1);
    internal static readonly NumberFact Age = NumberFact.From("age", new("age", "年龄"));
    internal static readonly TextFact City = TextFact.From("city", new("city", "城市"));
    internal static readonly ChoiceFact Tier = ChoiceFact.From(
        "tier", new("membership tier", "会员等级"), new ChoiceLevel("silver", new("silver", "银卡")),
        new ChoiceLevel("gold", new("gold", "金卡")), new ChoiceLevel("black", new("black", "黑卡")));

    internal static readonly FactSchema Schema = ShopFacts.Schema.With(Age, City, Tier);

    private static readonly int DayOfToday = Period.DaysBetween(new LocalDate(1970, 1, 1), Today);
    private static readonly string[] Cities = [.. Enumerable.Range(0, 300).Select(static n => FormattableString.Invariant($"城市 {n}"))];
    private static readonly string[] Channels = ["app", "live", "shop", "friend", "ads"];
    private static readonly string[] Tags = [.. Enumerable.Range(0, 40).Select(static n => FormattableString.Invariant($"tag {n}"))];

    internal static readonly CustomerColumn[] All =
    [
        Whole("age", Age, 16, 80),
        Whole("orders", Facts.Orders, 0, 40),
        Whole("orders_90d", Facts.Count(Behaviour.Order, TimeWindow.LastDays(90)), 0, 9),
        Whole("messages_30d", Facts.Count(Behaviour.MessageReceived, TimeWindow.LastDays(30)), 0, 60),
        Whole("purchase_days", Facts.PurchaseDays, 0, 30),
        Whole("links", Facts.Links, 0, 4),
        Whole("interactions", Facts.Interactions, 0, 100_000),
        Whole("nps", Facts.Nps, 0, 11),
        Amount("spend", Facts.Spend, 9_000),
        Amount("spend_90d", Facts.SpendIn(TimeWindow.LastDays(90)), 2_000),
        Amount("average_ticket", Facts.AverageTicket, 400),
        Amount("trust", FactsOfRelationship.Trust, 100),
        Day("first_order", Facts.FirstOrder, 2_000),
        Day("last_order", Facts.LastOrder, 700),
        Day("last_interaction", Facts.LastInteraction, 400),
        Day("last_active", Facts.LastActive, 300),
        YesNo("linked", Facts.Linked, 0.7),
        YesNo("reachable", Facts.Reachable, 0.5),
        OneOf("city", City, Cities),
        OneOf("channel", Facts.Channel, Channels),
        OneOf("tier", Tier, [.. Tier.Levels.Select(static level => level.Name)]),
        OneOf("stage", FactsOfRelationship.Stage, [.. FactsOfRelationship.Stage.Levels.Select(static level => level.Name)]),
        SomeOf("tags", Facts.Tags, Tags, 3),
    ];

    private static bool IsAbsent(Random random) => random.Next(10) == 0;

    private static CustomerColumn Whole(string name, NumberFact fact, int least, int below) => new(
        name, fact, Int32Type.Default, SqlColumnType.Whole, (random, rows) =>
        {
            Int32Array.Builder values = new Int32Array.Builder().Reserve(rows);
            for (int row = 0; row < rows; row++)
            {
                _ = IsAbsent(random) ? values.AppendNull() : values.Append(random.Next(least, below));
            }

            return values.Build();
        });

    private static CustomerColumn Amount(string name, NumberFact fact, int below) => new(
        name, fact, DoubleType.Default, SqlColumnType.Number, (random, rows) =>
        {
            DoubleArray.Builder values = new DoubleArray.Builder().Reserve(rows);
            for (int row = 0; row < rows; row++)
            {
                _ = IsAbsent(random) ? values.AppendNull() : values.Append(random.Next(100 * below) / 100.0);
            }

            return values.Build();
        });

    private static CustomerColumn Day(string name, DateFact fact, int days) => new(
        name, fact, Date32Type.Default, SqlColumnType.Date, (random, rows) =>
        {
            Date32Array.Builder values = new Date32Array.Builder().Reserve(rows);
            for (int row = 0; row < rows; row++)
            {
                _ = IsAbsent(random) ? values.AppendNull() : values.Append(DateTime.UnixEpoch.AddDays(DayOfToday - random.Next(days)));
            }

            return values.Build();
        });

    private static CustomerColumn YesNo(string name, YesNoFact fact, double share) => new(
        name, fact, BooleanType.Default, SqlColumnType.YesNo, (random, rows) =>
        {
            BooleanArray.Builder values = new BooleanArray.Builder().Reserve(rows);
            for (int row = 0; row < rows; row++)
            {
                _ = IsAbsent(random) ? values.AppendNull() : values.Append(random.NextDouble() < share);
            }

            return values.Build();
        });

    private static CustomerColumn OneOf(string name, Fact fact, string[] texts) => new(
        name, fact, StringType.Default, SqlColumnType.Text, (random, rows) =>
        {
            StringArray.Builder values = new StringArray.Builder().Reserve(rows);
            for (int row = 0; row < rows; row++)
            {
                _ = IsAbsent(random) ? values.AppendNull() : values.Append(texts[random.Next(texts.Length)]);
            }

            return values.Build();
        });

    private static CustomerColumn SomeOf(string name, TextSetFact fact, string[] texts, int most) => new(
        name, fact, new ListType(StringType.Default), SqlColumnType.Texts, (random, rows) =>
        {
            ListArray.Builder lists = new ListArray.Builder(StringType.Default).Reserve(rows);
            var values = (StringArray.Builder)lists.ValueBuilder;
            for (int row = 0; row < rows; row++)
            {
                if (IsAbsent(random))
                {
                    lists.AppendNull();
                    continue;
                }

                lists.Append();
                for (int left = random.Next(most + 1); left > 0; left--)
                {
                    values.Append(texts[random.Next(texts.Length)]);
                }
            }

            return lists.Build();
        });
}
