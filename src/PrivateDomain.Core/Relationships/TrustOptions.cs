using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Relationships;

/// <summary>What one kind of evidence adds to trust (信任项): its points, how much evidence earns all of them, and how fast they
/// fade.</summary>
/// <remarks>Plain data: <see cref="TrustPolicy"/> checks it. Equality is that of all parts.</remarks>
/// <param name="Kind">The kind of evidence; not none, and each at most once.</param>
/// <param name="Points">The most it can add: 1 or more.</param>
/// <param name="FullAt">How many pieces of evidence earn all points: 1 or more. Fewer earn their share.</param>
/// <param name="HalfLifeDays">After how many days of 24 hours without new evidence half of the points are left, from 1 to 36,500; null:
/// they do not fade.</param>
[JsonConverter(typeof(OptionsJsonConverter<TrustTerm>))]
public sealed record TrustTerm(EvidenceKind Kind, int Points, int FullAt = 1, int? HalfLifeDays = null) : IPolicyOptions<TrustTerm>
{
    /// <summary>Makes a term of no kind, whose parts are to be stated.</summary>
    public TrustTerm()
        : this(EvidenceKind.None, 0)
    {
    }

    static Description<TrustTerm> IPolicyOptions<TrustTerm>.Description { get; } = new(
        new("trust term", "信任项"), static () => new(),
        For<TrustTerm>.Choice(
            static o => o.Kind, static (o, v) => o with { Kind = v }, new("kind of evidence", "证据类型"),
            RelationshipNames.Name, Source.UnderlyingLogic, notZero: true).Needed(),
        For<TrustTerm>.Whole(
            static o => o.Points, static (o, v) => o with { Points = v }, new("points", "分值"),
            1, TrustOptions.PointsSum, Unit.Points, Source.Own).Needed(),
        For<TrustTerm>.Whole(
            static o => o.FullAt, static (o, v) => o with { FullAt = v }, new("pieces that earn all", "满分次数"),
            1, int.MaxValue, Unit.Times, Source.Own),
        For<TrustTerm>.Whole(
            static o => o.HalfLifeDays, static (o, v) => o with { HalfLifeDays = v }, new("half-life", "半衰期"),
            1, EvidenceKinds.DaysMax, Unit.Days, Source.Own));
}

/// <summary>What raises trust and how it fades (信任模型).</summary>
/// <remarks>
/// <para>Plain data: <see cref="TrustPolicy"/> checks it. The article on the logic behind the private domain names what deepens a
/// relationship and gives no
/// figures; points, full amounts and half-lives are the library's own.</para>
/// <para>Equality is that of the terms in order.</para>
/// </remarks>
[JsonConverter(typeof(OptionsJsonConverter<TrustOptions>))]
public sealed record TrustOptions : IPolicyOptions<TrustOptions>
{
    internal const int PointsSum = 100;

    /// <summary>The terms: at most one for each kind of evidence, their points 100 together.</summary>
    public ImmutableArray<TrustTerm> Terms { get; init; } =
    [
        new(EvidenceKind.Link, Points: 10),
        new(EvidenceKind.Interaction, Points: 20, FullAt: 5, HalfLifeDays: 90),
        new(EvidenceKind.Conversation, Points: 15, FullAt: 5, HalfLifeDays: 90),
        new(EvidenceKind.Feedback, Points: 15, FullAt: 2, HalfLifeDays: 180),
        new(EvidenceKind.Purchase, Points: 20, FullAt: 3, HalfLifeDays: 365),
        new(EvidenceKind.EffectiveRecommendation, Points: 10, FullAt: 2, HalfLifeDays: 365),
        new(EvidenceKind.Promoter, Points: 5, FullAt: 1, HalfLifeDays: 365),
        new(EvidenceKind.RivalDeclined, Points: 5, FullAt: 1, HalfLifeDays: 365),
    ];

    static Description<TrustOptions> IPolicyOptions<TrustOptions>.Description { get; } = new(
        new("trust policy", "信任模型"), static () => new(),
        For<TrustOptions>.List(
            static o => o.Terms, static (o, v) => o with { Terms = v }, new("terms", "信任项"),
            Source.Own, countMin: 1, key: static t => Choices.NameOrNumber(t.Kind, RelationshipNames.Name)),
        For<TrustOptions>.Rule("terms", static o =>
            o.Terms.IsDefault || o.Terms.Contains(null!) || o.Terms.Sum(static t => (long)t.Points) is PointsSum
                ? null
                : PolicyReasons.WrongSum.With(o.Terms.Sum(static t => (long)t.Points), PointsSum)));

    /// <inheritdoc/>
    public bool Equals(TrustOptions? other) => other is not null && Contents.Equal(Terms, other.Terms);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(Terms);
}
