using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Content;

/// <summary>Who is built alike (体型分组)? Groups by a body ratio, so that content is shown by people built like the reader.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of the options; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class BodyGroupPolicy : Policy<BodyGroupPolicy, BodyGroupOptions>, IPolicy<BodyGroupPolicy, BodyGroupOptions>
{
    private BodyGroupPolicy(BodyGroupOptions options)
        : base(options)
    {
    }

    static BodyGroupPolicy IPolicy<BodyGroupPolicy, BodyGroupOptions>.Make(BodyGroupOptions options) => new(options);

    /// <summary>The group of somebody measured.</summary>
    /// <param name="numerator">The measurement above the line, such as the height; null is unknown.</param>
    /// <param name="denominator">The measurement below the line, such as the weight; null is unknown.</param>
    /// <returns>The group; no value when a measurement is unknown or not above 0, or the ratio is in no group.</returns>
    public Answer<BodyGroup> Select(decimal? numerator, decimal? denominator) => (numerator, denominator) switch
    {
        ( <= 0m, _) => Answer<BodyGroup>.Refused(ContentReasons.MeasurementNotPositive.With(numerator.Value, 0)),
        (_, <= 0m) => Answer<BodyGroup>.Refused(ContentReasons.MeasurementNotPositive.With(denominator.Value, 0)),
        ({ } above, { } below) => Select(Core.Ratio.From(above, below)),
        _ => Select(Core.Ratio.Unknown),
    };

    /// <summary>The group of a ratio the host has worked out, such as weight ÷ height².</summary>
    /// <param name="ratio">The ratio.</param>
    /// <returns>The group; no value when the ratio is unknown or in no group.</returns>
    public Answer<BodyGroup> Select(Ratio ratio) =>
        !ratio.IsKnown ? Answer<BodyGroup>.Refused(ContentReasons.MeasurementUnknown.With())
        : Options.Groups.FirstOrDefault(group => group.Has(ratio.Value)) is { } found ? found
        : Answer<BodyGroup>.Refused(ContentReasons.OutsideAllGroups.With(ratio.Value));
}
