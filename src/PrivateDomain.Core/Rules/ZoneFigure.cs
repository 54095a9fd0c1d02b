using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace PrivateDomain.Core.Rules;

/// <summary>The zone of a shop, by its name.</summary>
internal sealed class ZoneFigure() : MemberFigure<ShopOptions>(
    "zone", new("zone of the shop's days", "店铺所在时区"), Internals.Documents.Source.Own, isOptional: false)
{
    private protected override Bilingual Range { get; } = new("a zone such as Asia/Shanghai", "时区，如 Asia/Shanghai");

    internal override void Check(ShopOptions options, FoundMistakes mistakes)
    {
    }

    internal override IEnumerable<FigureRow> Rows(ShopOptions? options) =>
        [new FigureRow(Member, Label, Unit.None, Range, FigureText.None, Source)];

    internal override void Compare(ShopOptions before, ShopOptions after, string place, Bilingual whole, List<FigureDifference> found)
    {
        if (!string.Equals(before.Zone?.Id, after.Zone?.Id, StringComparison.Ordinal))
        {
            found.Add(new(Member, Below(whole), Say(before), Say(after)));
        }
    }

    internal override Bilingual Say(ShopOptions options) => options.Zone is { } zone ? new(zone.Id, zone.Id) : FigureText.None;

    private protected override bool IsStated(ShopOptions options) => options.Zone is not null;

    private protected override ShopOptions Clear(ShopOptions options) => options;

    private protected override ShopOptions ReadStated(ref OptionsReader reader, ShopOptions options)
    {
        if (!reader.TryText(out string? id))
        {
            return options;
        }

        IDateTimeZoneProvider? zones = reader.Input.Zones;
        if (zones?.GetZoneOrNull(id) is { } zone)
        {
            return options with { Zone = zone };
        }

        reader.Wrong(
            PolicyReasons.Malformed.With(
                Quoted.Of(id), NearNames.Of(id, zones?.Ids ?? []) is [var near, ..] ? new Bilingual(near, near) : Range),
            isOfForm: false);
        return options;
    }

    private protected override void WriteStated(Utf8JsonWriter writer, ShopOptions options) => writer.WriteStringValue(options.Zone!.Id);

    private protected override JsonObject SchemaOfValue() => new() { ["type"] = "string" };
}
