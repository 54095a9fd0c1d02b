using PrivateDomain.Core;
using PrivateDomain.Core.Growth;

namespace PrivateDomain.ShopReport;

/// <summary>What the growth gate says of the shop.</summary>
/// <param name="Report">Its report.</param>
/// <param name="Retained">How many retained customers decide on the phase; null when links are unknown, and then it is the
/// strictest.</param>
/// <param name="Loss">What the act's part loses as it is: its customers cost more than they are worth, or its orders do not pay for the
/// upkeep; null when money does not say it.</param>
internal sealed record GrowthPart(GrowthAssessment Report, long? Retained, Money? Loss);
