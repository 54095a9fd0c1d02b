using System.Collections.Immutable;

namespace PrivateDomain.Core.Relationships;

/// <summary>Why a customer moved on the ladder (变动原因).</summary>
/// <remarks>The default value is <see cref="None"/>; no move has it.</remarks>
public enum MoveCause
{
    /// <summary>No cause: refused.</summary>
    None = 0,

    /// <summary>All evidence of the stage above is there (证据齐备).</summary>
    EvidenceComplete,

    /// <summary>The last link was lost (链接流失).</summary>
    LinkLost,

    /// <summary>The customer was silent for longer than the stage allows (沉默).</summary>
    Silence,

    /// <summary>Evidence was taken back: an order refunded, a lower NPS answer (证据撤回).</summary>
    EvidenceTakenBack,
}

/// <summary>One way in which a customer can move on the ladder (阶段变动规则): from a stage to its neighbour, for a cause.</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value is no transition: it leads nowhere and is not in <see cref="All"/>.</remarks>
public readonly record struct StageTransition
{
    private StageTransition(RelationshipStage from, RelationshipStage to, MoveCause cause)
    {
        From = from;
        To = to;
        Cause = cause;
    }

    /// <summary>Every transition there is, upward ones first. Nothing skips a rung: no other move can be made. From [E], D6.</summary>
    public static ImmutableArray<StageTransition> All { get; } =
    [
        new(RelationshipStage.None, RelationshipStage.Acquaintance, MoveCause.EvidenceComplete),
        new(RelationshipStage.Acquaintance, RelationshipStage.Interaction, MoveCause.EvidenceComplete),
        new(RelationshipStage.Interaction, RelationshipStage.Rapport, MoveCause.EvidenceComplete),
        new(RelationshipStage.Rapport, RelationshipStage.Alliance, MoveCause.EvidenceComplete),
        new(RelationshipStage.Alliance, RelationshipStage.Rapport, MoveCause.LinkLost),
        new(RelationshipStage.Alliance, RelationshipStage.Rapport, MoveCause.Silence),
        new(RelationshipStage.Alliance, RelationshipStage.Rapport, MoveCause.EvidenceTakenBack),
        new(RelationshipStage.Rapport, RelationshipStage.Interaction, MoveCause.LinkLost),
        new(RelationshipStage.Rapport, RelationshipStage.Interaction, MoveCause.Silence),
        new(RelationshipStage.Rapport, RelationshipStage.Interaction, MoveCause.EvidenceTakenBack),
        new(RelationshipStage.Interaction, RelationshipStage.Acquaintance, MoveCause.LinkLost),
        new(RelationshipStage.Interaction, RelationshipStage.Acquaintance, MoveCause.Silence),
        new(RelationshipStage.Interaction, RelationshipStage.Acquaintance, MoveCause.EvidenceTakenBack),
        new(RelationshipStage.Acquaintance, RelationshipStage.None, MoveCause.LinkLost),
        new(RelationshipStage.Acquaintance, RelationshipStage.None, MoveCause.Silence),
        new(RelationshipStage.Acquaintance, RelationshipStage.None, MoveCause.EvidenceTakenBack),
    ];

    /// <summary>The stage left.</summary>
    public RelationshipStage From { get; }

    /// <summary>The stage entered: the one above or the one below.</summary>
    public RelationshipStage To { get; }

    /// <summary>What causes it.</summary>
    public MoveCause Cause { get; }

    /// <summary>The transition that leaves a stage upward or downward for a cause.</summary>
    internal static StageTransition Find(RelationshipStage from, MoveCause cause)
    {
        foreach (StageTransition transition in All)
        {
            if (transition.From == from && transition.Cause == cause)
            {
                return transition;
            }
        }

        throw new ArgumentException($"No transition leaves {from} for {cause}.", nameof(cause));
    }
}

/// <summary>One step of a journey (阶段变动): a transition, when, and the reason.</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value is no move and is refused.</remarks>
public readonly record struct StageMove
{
    /// <summary>Makes a move, such as one a host has stored.</summary>
    /// <param name="from">The stage left.</param>
    /// <param name="cause">What causes it; together with the stage this says where the move leads.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why, with what was found and what was needed.</param>
    /// <exception cref="ArgumentException">There is no such transition in <see cref="StageTransition.All"/>.</exception>
    public StageMove(RelationshipStage from, MoveCause cause, NodaTime.Instant at, Reason reason)
    {
        Transition = StageTransition.Find(from, cause);
        At = at;
        Reason = reason;
    }

    /// <summary>The transition taken.</summary>
    public StageTransition Transition { get; }

    /// <summary>The stage left.</summary>
    public RelationshipStage From => Transition.From;

    /// <summary>The stage entered.</summary>
    public RelationshipStage To => Transition.To;

    /// <summary>What caused it.</summary>
    public MoveCause Cause => Transition.Cause;

    /// <summary>When.</summary>
    public NodaTime.Instant At { get; }

    /// <summary>Why: that the evidence is complete, or the requirement that broke.</summary>
    public Reason Reason { get; }
}
