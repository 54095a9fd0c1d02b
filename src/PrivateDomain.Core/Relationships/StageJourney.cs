using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Relationships;

/// <summary>A customer's moves on the ladder so far (关系历程): one stage at a time, only ever added to.</summary>
/// <remarks>
/// <para>A journey is immutable, so threads may share it; <see cref="Advance"/> gives a longer one. The same evidence in the same order
/// gives the same journey.</para>
/// <para>Equality is that of the moves in order. JSON is an array of moves; what does not join is refused as by <see cref="From"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// if (StageJourney.Replay(LadderPolicy.Default, history, now, shop).TryGet(out StageJourney? journey))
/// {
///     Show(journey.Stage, journey.Since);
/// }
/// </code>
/// </example>
[JsonConverter(typeof(StageJourneyJsonConverter))]
public sealed class StageJourney : IEquatable<StageJourney>
{
    private StageJourney(ImmutableArray<StageMove> moves) => Moves = moves;

    /// <summary>The journey of a customer who never moved.</summary>
    public static StageJourney Empty { get; } = new([]);

    /// <summary>The moves, the earliest first. Each begins where the one before ended.</summary>
    public ImmutableArray<StageMove> Moves { get; }

    /// <summary>Where the customer stands now.</summary>
    public RelationshipStage Stage => Moves.IsEmpty ? RelationshipStage.None : Moves[^1].To;

    /// <summary>Since when; null for a customer who never moved.</summary>
    public Instant? Since => Moves.IsEmpty ? null : Moves[^1].At;

    /// <summary>A journey that a host has stored.</summary>
    /// <param name="moves">The moves, the earliest first.</param>
    /// <exception cref="ArgumentException">A move does not begin where the one before ended, or is earlier; the message says
    /// which.</exception>
    public static StageJourney From(params ReadOnlySpan<StageMove> moves)
    {
        var stage = RelationshipStage.None;
        Instant at = Instant.MinValue;
        for (int i = 0; i < moves.Length; i++)
        {
            StageMove move = moves[i];
            if (move.Cause == MoveCause.None || move.From != stage || move.At < at)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Move {i} leaves {move.From.Name().English} at {move.At} ({move.Cause.Name().English}), ")
                    + FormattableString.Invariant($"but the journey stood at {stage.Name().English} since {at}."),
                    nameof(moves));
            }

            (stage, at) = (move.To, move.At);
        }

        return new([.. moves]);
    }

    /// <summary>The journey that a history tells: what matters is when evidence came, was taken back or grew too old, and not when one
    /// asks.</summary>
    /// <remarks>
    /// The same history gives the same journey, and a later instant only adds moves. An event that arrives late changes what the history
    /// tells: replay it. The work
    /// grows with the number of events, not with its square.
    /// </remarks>
    /// <param name="policy">The ladder.</param>
    /// <param name="history">The customer's history.</param>
    /// <param name="asOf">The instant up to which it is told.</param>
    /// <param name="shop">The shop.</param>
    /// <returns>The journey; none, with the reason <c>relationships.evidence_folded</c>, when events that the ladder reads were folded away
    /// by
    /// <see cref="CustomerHistory.CompactBefore"/>: store the journey before, and go on with <see cref="Advance"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is out of the range of facts.</exception>
    public static Answer<StageJourney> Replay(LadderPolicy policy, CustomerHistory history, Instant asOf, Shop shop)
    {
        Guard.Against.Null(policy);
        Guard.Against.Null(history);
        Guard.Against.Null(shop);
        CustomerEvent.CheckInstant(asOf);
        return StageReplay.Folded(policy, history, asOf) is { IsEmpty: false } folded
            ? Answer<StageJourney>.Refused(folded.AsSpan())
            : new StageJourney(new StageReplay(policy, shop.Zone).Run([.. history.Events], asOf));
    }

    /// <summary>The journey after evidence was seen: this one when the stage is the same, else longer by one move for each stage
    /// passed.</summary>
    /// <param name="policy">The ladder.</param>
    /// <param name="facts">The evidence, not older than the last move.</param>
    /// <returns>The journey; none, with the reasons, when the stage is undecidable.</returns>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    /// <exception cref="ArgumentException">The evidence is older than the last move: what has been recorded is not rewritten. Replay the
    /// history instead.</exception>
    public Answer<StageJourney> Advance(LadderPolicy policy, in RelationshipFacts facts)
    {
        Guard.Against.Null(policy);
        if (Since > facts.At)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The evidence is of {facts.At}, but the journey has already moved at {Since}."),
                nameof(facts));
        }

        StageAssessment assessment = policy.Assess(facts);
        if (assessment.Stage is not { } target)
        {
            return Answer<StageJourney>.Refused(assessment.Reasons.AsSpan());
        }

        if (target == Stage)
        {
            return this;
        }

        ImmutableArray<StageMove>.Builder moves = Moves.ToBuilder();
        StageReplay.Move(moves, Stage, target, policy, facts);
        return new StageJourney(moves.ToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(StageJourney? other) => other is not null && Contents.Equal(Moves, other.Moves);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StageJourney);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(Moves);
}
