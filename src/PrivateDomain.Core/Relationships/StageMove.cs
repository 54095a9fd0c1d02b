using System.Text.Json.Serialization;
using NodaTime;

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

/// <summary>One step of a journey (阶段变动): from a stage to its neighbour, when, and why.</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value is no move and is refused.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct StageMove
{
    /// <summary>Makes a move, such as one a host has stored.</summary>
    /// <param name="from">The stage left.</param>
    /// <param name="cause">What causes it; complete evidence leads up, everything else down.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why, with what was found and what was needed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stage or the cause is not defined, or the cause is none.</exception>
    /// <exception cref="ArgumentException">There is no stage where the move leads.</exception>
    public StageMove(RelationshipStage from, MoveCause cause, Instant at, Reason reason)
    {
        From = from is >= RelationshipStage.None and <= RelationshipStage.Alliance
            ? from
            : throw new ArgumentOutOfRangeException(nameof(from), from, "A defined stage is needed.");
        Cause = cause is >= MoveCause.EvidenceComplete and <= MoveCause.EvidenceTakenBack
            ? cause
            : throw new ArgumentOutOfRangeException(nameof(cause), cause, "A defined cause other than None is needed.");
        At = at;
        Reason = reason;
        if (To is < RelationshipStage.None or > RelationshipStage.Alliance)
        {
            throw new ArgumentException($"No move leaves {from.Name().English} for {cause.Name().English}.", nameof(cause));
        }
    }

    /// <summary>The stage left.</summary>
    public RelationshipStage From { get; }

    /// <summary>The stage entered: the one above or the one below. Nothing skips a stage.</summary>
    public RelationshipStage To => Cause switch
    {
        MoveCause.None => From,
        MoveCause.EvidenceComplete => From + 1,
        _ => From - 1,
    };

    /// <summary>What caused it.</summary>
    public MoveCause Cause { get; }

    /// <summary>When.</summary>
    public Instant At { get; }

    /// <summary>Why: that the evidence is complete, or the requirement that broke.</summary>
    public Reason Reason { get; }
}
