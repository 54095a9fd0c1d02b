using System.Collections.Immutable;

namespace PrivateDomain.Core.Referrals;

/// <summary>Collects what speaks against something, then what is not known.</summary>
internal sealed class GateReasons
{
    private readonly ImmutableArray<Reason>.Builder against = ImmutableArray.CreateBuilder<Reason>();
    private readonly ImmutableArray<Reason>.Builder unknown = ImmutableArray.CreateBuilder<Reason>();

    public void Unless(bool holds, ReasonDefinition definition, ReasonValue found = default, ReasonValue required = default)
    {
        if (!holds)
        {
            against.Add(definition.With(found, required));
        }
    }

    public void Ask<T>(T? fact, Func<T, bool> holds, ReasonDefinition definition, ReasonValue found, ReasonValue required, Bilingual name)
        where T : struct
    {
        if (fact is { } value)
        {
            Unless(holds(value), definition, found, required);
        }
        else
        {
            unknown.Add(ReferralReasons.FactUnknown.With(name));
        }
    }

    public Decision Decide() =>
        against.Count > 0 ? Decision.Denied([.. against, .. unknown])
        : unknown.Count > 0 ? Decision.Undecidable([.. unknown])
        : Decision.Allowed;
}
