using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals;

/// <summary>Which marks make a newcomer somebody known (新客判定配置).</summary>
/// <remarks>Not checked: <see cref="RefereePolicy"/> does. Equality is that of all parts.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<RefereeOptions>))]
public sealed record RefereeOptions : IPolicyOptions<RefereeOptions>
{
    /// <summary>The kinds of marks that make newcomer and referrer one person. All but the address, which a household shares and which the
    /// household cap bounds: the library's own choice.</summary>
    public IdentityKinds SameAsReferrer { get; init; } = IdentityKinds.All & ~IdentityKinds.Address;

    /// <summary>The kinds of marks that make a newcomer an earlier customer. All of them: the library's own choice.</summary>
    public IdentityKinds SameAsEarlier { get; init; } = IdentityKinds.All;

    static Description<RefereeOptions> IPolicyOptions<RefereeOptions>.Description { get; } = new(
        new("referee policy", "新客规则"), static () => new(),
        For<RefereeOptions>.Value(
            static o => o.SameAsReferrer, static (o, v) => o with { SameAsReferrer = v },
            new("marks that make newcomer and referrer one", "判为推荐人本人的标识"), new ChoicesForm<IdentityKinds>(ReferralNames.Name),
            Source.Own),
        For<RefereeOptions>.Value(
            static o => o.SameAsEarlier, static (o, v) => o with { SameAsEarlier = v },
            new("marks that make a newcomer an earlier customer", "判为老客的标识"), new ChoicesForm<IdentityKinds>(ReferralNames.Name),
            Source.Own));
}
