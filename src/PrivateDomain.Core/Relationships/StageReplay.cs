using System.Collections.Immutable;
using System.Numerics;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Relationships;

/// <summary>Tells the moves of a history in one sweep over its events: evidence only changes with an event, or by growing too
/// old.</summary>
internal sealed class StageReplay(LadderPolicy policy, DateTimeZone zone)
{
    private readonly ImmutableArray<StageMove>.Builder moves = ImmutableArray.CreateBuilder<StageMove>();
    private readonly PurchaseTally purchases = new(zone);
    private EvidenceTally tally = new(zone);
    private int linked; // a bit for each carrier
    private RelationshipStage stage;
    private RelationshipFacts facts;

    /// <summary>The moves up to and including an instant.</summary>
    internal ImmutableArray<StageMove> Run(ReadOnlySpan<CustomerEvent> events, Instant asOf)
    {
        int next = 0;
        while (next < events.Length && events[next].At <= asOf)
        {
            Instant at = events[next].At;
            Age(at);
            while (next < events.Length && events[next].At == at)
            {
                Add(events[next]);
                next++;
            }

            See(tally.At(at, BitOperations.PopCount((uint)linked), purchases.Days()));
        }

        Age(asOf + Duration.Epsilon);
        return moves.DrainToImmutable();
    }

    /// <summary>Why a history does not tell its moves: for each kind of evidence that the ladder reads and that was folded away in
    /// part.</summary>
    internal static ImmutableArray<Reason> Folded(LadderPolicy policy, CustomerHistory history, Instant asOf) =>
        history.Checkpoint is not { } checkpoint
            ? []
            : [.. policy.Terms
                .Select(static term => term.Kind)
                .Distinct()
                .Where(kind => checkpoint.Totals.Any(total => total.First <= asOf && EvidenceKinds.IsMadeOf(kind, total.Kind)))
                .Order()
                .Select(static kind => RelationshipsReasons.EvidenceFolded.With(kind.Name()))];

    /// <summary>Adds the moves from one stage to another, one stage at a time.</summary>
    internal static void Move(
        ImmutableArray<StageMove>.Builder moves, RelationshipStage from, RelationshipStage to, LadderPolicy policy,
            in RelationshipFacts facts)
    {
        for (RelationshipStage rung = from; rung < to; rung++)
        {
            moves.Add(new StageMove(rung, MoveCause.EvidenceComplete, facts.At,
                RelationshipsReasons.EvidenceComplete.With((rung + 1).Name())));
        }

        if (to < from)
        {
            // The lowest stage that broke is the reason of the whole fall: those above stand on it.
            StageRequirement broken = policy.FirstMissing(to, facts);
            Reason reason = RelationshipSentences.Missing(broken, facts);
            MoveCause cause = CauseOf(broken, facts);
            for (RelationshipStage rung = from; rung > to; rung--)
            {
                moves.Add(new StageMove(rung, cause, facts.At, reason));
            }
        }
    }

    private static MoveCause CauseOf(StageRequirement broken, RelationshipFacts facts) =>
        facts.Links.Count == 0 ? MoveCause.LinkLost
        : broken.AnyOf.Any(term => facts[term.Kind].Count >= term.Min) ? MoveCause.Silence
        : MoveCause.EvidenceTakenBack;

    private void Add(CustomerEvent e)
    {
        tally.Add(EventMark.Of(e));
        purchases.Add(e);
        linked = e switch
        {
            LinkMade made => linked | (1 << (int)made.Carrier),
            LinkLost lost => linked & ~(1 << (int)lost.Carrier),
            _ => linked,
        };
    }

    private void See(in RelationshipFacts seen)
    {
        facts = seen;
        RelationshipStage reached = policy.Climb(seen).Stage; // nothing folded is read here, so it is decided
        if (reached != stage)
        {
            Move(moves, stage, reached, policy, seen);
            stage = reached;
        }
    }

    // Looks at each instant before one at which evidence grows too old.
    private void Age(Instant before)
    {
        Instant last = facts.At;
        while (NextAge(last, before) is { } at)
        {
            See(facts.SeenAt(at));
            last = at;
        }
    }

    private Instant? NextAge(Instant after, Instant before)
    {
        Instant? next = null;
        foreach ((EvidenceKind kind, Duration age) in policy.Ages)
        {
            Evidence evidence = facts[kind];
            if (evidence.Count > 0 && before - evidence.Last > age && evidence.Last + age is var at && at > after
                && (next is null || at < next))
            {
                next = at;
            }
        }

        return next;
    }
}
