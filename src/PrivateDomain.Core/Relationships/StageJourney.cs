using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>A customer's moves on the ladder so far (关系历程): one rung at a time, only ever added to. D6.</summary>
/// <remarks>
/// <para>A journey is immutable; <see cref="Advance"/> gives a longer one. The same evidence in the same order gives the same journey.</para>
/// <para>Equality is that of the moves in order.</para>
/// </remarks>
public sealed partial class StageJourney : IEquatable<StageJourney>
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
    /// <exception cref="ArgumentException">A move does not begin where the one before ended, or is earlier; the message says which.</exception>
    public static StageJourney Restore(params ReadOnlySpan<StageMove> moves)
    {
        var stage = RelationshipStage.None;
        Instant at = Instant.MinValue;
        for (int i = 0; i < moves.Length; i++)
        {
            StageMove move = moves[i];
            if (move.Cause == MoveCause.None || move.From != stage || move.At < at)
            {
                throw new ArgumentException(
                    $"Move {i} goes from {move.From} at {move.At} for {move.Cause}, but the journey stood at {stage} since {at}.", nameof(moves));
            }

            (stage, at) = (move.To, move.At);
        }

        return new([.. moves]);
    }

    /// <summary>The journey after evidence was seen: this one when the stage is the same, else longer by one move for each rung.</summary>
    /// <param name="policy">The ladder.</param>
    /// <param name="evidence">The evidence, not older than the last move.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    /// <exception cref="ArgumentException">The evidence is older than the last move: what has been recorded is not rewritten. Replay the history instead.</exception>
    public StageJourney Advance(LadderPolicy policy, in StageEvidence evidence)
    {
        Guard.Against.Null(policy);
        if (Since > evidence.At)
        {
            throw new ArgumentException($"The evidence is of {evidence.At}, but the journey has already moved at {Since}.", nameof(evidence));
        }

        RelationshipStage target = policy.Assess(evidence).Stage;
        if (target == Stage)
        {
            return this;
        }

        ImmutableArray<StageMove>.Builder moves = Moves.ToBuilder();
        if (target > Stage)
        {
            for (RelationshipStage stage = Stage; stage < target; stage++)
            {
                Reason reason = RelationshipsReasons.EvidenceComplete.With(RelationshipWords.NameOf(stage + 1));
                moves.Add(new StageMove(stage, MoveCause.EvidenceComplete, evidence.At, reason));
            }
        }
        else
        {
            // The lowest rung that broke is the reason of the whole fall: those above stand on it.
            StageRequirement broken = policy.FirstMissing(target, evidence);
            MoveCause cause = CauseOf(broken, evidence);
            Reason reason = RelationshipWords.Missing(broken, evidence);
            for (RelationshipStage stage = Stage; stage > target; stage--)
            {
                moves.Add(new StageMove(stage, cause, evidence.At, reason));
            }
        }

        return new(moves.ToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(StageJourney? other) => other is not null && Moves.AsSpan().SequenceEqual(other.Moves.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StageJourney);

    /// <inheritdoc/>
    public override int GetHashCode() => Moves.IsEmpty ? 0 : HashCode.Combine(Moves.Length, Moves[^1]);

    private static MoveCause CauseOf(StageRequirement broken, StageEvidence evidence) =>
        evidence.Links.Count == 0 ? MoveCause.LinkLost
        : broken.AnyOf.Any(term => evidence[term.Kind].Count >= term.Min) ? MoveCause.Silence
        : MoveCause.EvidenceTakenBack;
}
