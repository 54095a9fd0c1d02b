using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Rules;

/// <summary>What a document of a shop's rules is read with: the zones and the facts that it may name.</summary>
internal sealed class ShopOptionsInput(IDateTimeZoneProvider zones, FactSchema facts) : OptionsInput
{
    internal override int DepthMax => ShopOptionsJson.DepthMax;

    internal override int BytesMax => SegmentJson.InputBytesMax;

    internal override IDateTimeZoneProvider Zones => zones;

    internal FactSchema Facts => facts;
}
