using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>Writes a referral fact as an object with its kind, id, instant and what belongs to the kind (推荐事实的 JSON 形式).</summary>
public sealed class ReferralFactJsonConverter : JsonConverter<ReferralFact>
{
    /// <inheritdoc/>
    public override ReferralFact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return ReferralJson.Guarded(() => ReferralJson.Fact(new JsonPart(document.RootElement)));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReferralFact value, JsonSerializerOptions options) =>
        ReferralJson.Write(Guard.Against.Null(writer), Guard.Against.Null(value));
}

/// <summary>Writes a ledger as its programme and its facts (裂变台账的 JSON 形式); equal ledgers give equal bytes.</summary>
public sealed class ReferralLedgerJsonConverter : JsonConverter<ReferralLedger>
{
    /// <inheritdoc/>
    public override ReferralLedger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return ReferralJson.Guarded(() =>
        {
            var ledger = new JsonPart(document.RootElement);
            ReferralProgramme programme = ReferralJson.Programme(ledger.Part("programme"));
            ReferralFact[] facts = [.. ledger.List("facts").Select(ReferralJson.Fact)];
            ledger.HasNoMore();
            return ReferralLedger.From(programme, facts);
        });
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReferralLedger value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        Guard.Against.Null(value);
        writer.WriteStartObject();
        writer.WritePropertyName("programme");
        ReferralJson.Write(writer, value.Programme);
        writer.WriteStartArray("facts");
        foreach (ReferralFact fact in value.Facts)
        {
            ReferralJson.Write(writer, fact);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

/// <summary>Facts and programmes as JSON.</summary>
internal static class ReferralJson
{
    internal static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    internal static void Write(Utf8JsonWriter writer, ReferralFact fact)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Name(fact.Kind));
        writer.WriteString("id", fact.Id.Text);
        writer.WriteString("at", InstantPattern.ExtendedIso.Format(fact.At));
        writer.WriteString("referee", fact.Referee.Text);
        if (fact.Code is { } code)
        {
            writer.WriteStartObject("code");
            writer.WriteString("text", code.Text);
            writer.WriteString("programme", code.Programme);
            writer.WriteString("referrer", code.Referrer.Text);
            writer.WriteString("begins", InstantPattern.ExtendedIso.Format(code.Holds.Start));
            writer.WriteString("ends", InstantPattern.ExtendedIso.Format(code.Holds.End));
            writer.WriteEndObject();
        }
        else if (fact.CodeText.Length > 0)
        {
            writer.WriteString("code", fact.CodeText);
        }

        if (fact.Order.Text.Length > 0)
        {
            writer.WriteString("order", fact.Order.Text);
        }

        if (!fact.Amount.Currency.IsNone)
        {
            writer.WriteString("amount", fact.Amount.ToString());
        }

        writer.WriteEndObject();
    }

    internal static ReferralFact Fact(JsonPart part)
    {
        ReferralFactKind kind = part.Choice<ReferralFactKind>("kind");
        bool isOpening = kind == ReferralFactKind.Opened;
        bool isOfReward = kind >= ReferralFactKind.Granted;
        bool isOfOrder = kind
            is ReferralFactKind.Bought or ReferralFactKind.Delivered or ReferralFactKind.Refunded or ReferralFactKind.Cancelled;
        bool hasAmount = isOfReward || kind is ReferralFactKind.Bought or ReferralFactKind.Refunded;
        ReferralFact fact = ReferralFact.Of(
            kind, CustomerEventId.From(part.Text("id")), part.Instant("at"), CustomerId.From(part.Text("referee")),
            isOpening ? Code(part.Part("code")) : null,
            isOfReward ? part.Text("code") : "",
            isOfOrder ? OrderId.From(part.Text("order")) : default,
            hasAmount ? part.Amount("amount") : default);
        part.HasNoMore();
        return fact;
    }

    internal static void Write(Utf8JsonWriter writer, ReferralProgramme programme)
    {
        ReferralLimits limits = programme.Options.Limits;
        writer.WriteStartObject();
        writer.WriteString("name", programme.Options.Name);
        writer.WriteString("mechanic", Name(programme.Options.Mechanic));
        writer.WriteString("logic", Name(programme.Options.Logic));
        writer.WriteString("paidPer", Name(programme.Options.PaidPer));
        writer.WriteString("reward", programme.Options.Reward.ToString());
        writer.WriteString("budget", programme.Options.Budget.ToString());
        writer.WriteString("begins", InstantPattern.ExtendedIso.Format(programme.Runs.Start));
        writer.WriteString("ends", InstantPattern.ExtendedIso.Format(programme.Runs.End));
        bool isVirtual = programme.Options.Hook.Kind == GiftKind.Virtual;
        writer.WriteStartObject("hook");
        writer.WriteString(
            isVirtual ? "fixedCost" : "costPerPiece",
            (isVirtual ? programme.Options.Hook.FixedCost : programme.Options.Hook.CostPerPiece).ToString());
        writer.WriteEndObject();
        writer.WriteStartObject("limits");
        writer.WriteNumber("rewardsPerReferrerMax", limits.RewardsPerReferrerMax);
        writer.WriteString("coolDown", Text(limits.CoolDown));
        writer.WriteNumber("velocityMax", limits.VelocityMax);
        writer.WriteString("velocityWindow", Text(limits.VelocityWindow));
        writer.WriteNumber("householdMax", limits.HouseholdMax);
        writer.WriteNumber("helpersNeeded", limits.HelpersNeeded);
        writer.WriteString("returnWindow", Text(limits.ReturnWindow));
        writer.WriteString("testPeriod", Text(limits.TestPeriod));
        writer.WriteBoolean("heldThroughTestPeriod", limits.HeldThroughTestPeriod);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    internal static ReferralProgramme Programme(JsonPart part)
    {
        JsonPart limits = part.Part("limits");
        ReferralProgramme programme = ReferralProgramme.Create(new ReferralProgrammeOptions
        {
            Name = part.Text("name"),
            Mechanic = part.Choice<ReferralMechanic>("mechanic"),
            Logic = part.Choice<ReferralLogic>("logic"),
            PaidPer = part.Choice<PayTrigger>("paidPer"),
            Reward = part.Amount("reward"),
            Hook = Hook(part.Part("hook")),
            Budget = part.Amount("budget"),
            Begins = part.Instant("begins"),
            Ends = part.Instant("ends"),
            Limits = new ReferralLimits
            {
                RewardsPerReferrerMax = limits.Whole("rewardsPerReferrerMax"),
                CoolDown = limits.Time("coolDown"),
                VelocityMax = limits.Whole("velocityMax"),
                VelocityWindow = limits.Time("velocityWindow"),
                HouseholdMax = limits.Whole("householdMax"),
                HelpersNeeded = limits.Whole("helpersNeeded"),
                ReturnWindow = limits.Time("returnWindow"),
                TestPeriod = limits.Time("testPeriod"),
                HeldThroughTestPeriod = limits.Flag("heldThroughTestPeriod"),
            },
        });
        limits.HasNoMore();
        part.HasNoMore();
        return programme;
    }

    private static ReferralCode Code(JsonPart part)
    {
        ReferralCode code = ReferralCode.Of(
            part.Text("text"), part.Text("programme"), CustomerId.From(part.Text("referrer")), part.Instant("begins"),
            part.Instant("ends"));
        part.HasNoMore();
        return code;
    }

    private static Gift Hook(JsonPart part)
    {
        Gift hook;
        if (part.Has("fixedCost"))
        {
            hook = Gift.Virtual(part.Amount("fixedCost"));
        }
        else
        {
            Money cost = part.Amount("costPerPiece");
            Money nothing = Money.Zero(cost.Currency);
            hook = Gift.Physical(cost, nothing, nothing, nothing);
        }

        part.HasNoMore();
        return hook;
    }

    // The name of an enumeration's value in camel case.
    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Text(Duration duration) => DurationPattern.Roundtrip.Format(duration);
}
