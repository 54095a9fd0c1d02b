namespace PrivateDomain.Core.Referrals;

/// <summary>Which marks make a newcomer somebody known (新客判定配置).</summary>
/// <remarks>Not checked: <see cref="RefereePolicy"/> does. Equality is that of all parts.</remarks>
public sealed record RefereeOptions
{
    /// <summary>The kinds of marks that make newcomer and referrer one person. All but the address, which a household shares and which the
    /// household cap bounds: the library's own choice.</summary>
    public IdentityKinds SameAsReferrer { get; init; } = IdentityKinds.All & ~IdentityKinds.Address;

    /// <summary>The kinds of marks that make a newcomer an earlier customer. All of them: the library's own choice.</summary>
    public IdentityKinds SameAsEarlier { get; init; } = IdentityKinds.All;

    internal static Description<RefereeOptions> Description { get; } = new(
        new("referee policy", "新客规则"),
        For<RefereeOptions>.Rule("sameAsReferrer", static o => Wrong(o.SameAsReferrer)),
        For<RefereeOptions>.Rule("sameAsEarlier", static o => Wrong(o.SameAsEarlier)));

    private static Reason? Wrong(IdentityKinds kinds) =>
        (kinds & ~IdentityKinds.All) == IdentityKinds.None ? null : PolicyReasons.UnknownChoice.With((int)kinds, IdentityKinds.All.Name());
}
