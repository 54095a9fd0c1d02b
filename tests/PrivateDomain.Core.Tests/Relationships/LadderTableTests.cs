using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Relationships.RelationshipStage;
using static PrivateDomain.Core.Tests.Relationships.Some;

namespace PrivateDomain.Core.Tests.Relationships;

/// <summary>Every stage × every kind of evidence at its corners, against a table written by hand from the rules.</summary>
public sealed class LadderTableTests
{
    // linked | took part | bought | talked | bought again | stands by → stage, and what broke when somebody falls to it. The first line
    // that fits.
    private const string DefaultTable = """
        no  any   any any any any | None         | LinkLost
        yes none  any any any any | Acquaintance | EvidenceTakenBack
        yes stale any any any any | Acquaintance | Silence
        yes fresh no  any any any | Interaction  | EvidenceTakenBack
        yes fresh yes no  any any | Interaction  | EvidenceTakenBack
        yes fresh yes yes no  any | Rapport      | EvidenceTakenBack
        yes fresh yes yes yes no  | Rapport      | EvidenceTakenBack
        yes fresh yes yes yes yes | Alliance     | None
        """;

    // The same for a ladder that asks for 2 links, 2 interactions of 30 days, a purchase of 365, a third purchase.
    private const string StrictTable = """
        none any   any   any | None         | LinkLost
        few  any   any   any | None         | EvidenceTakenBack
        yes  few   any   any | Acquaintance | EvidenceTakenBack
        yes  stale any   any | Acquaintance | Silence
        yes  fresh none  any | Interaction  | EvidenceTakenBack
        yes  fresh stale any | Interaction  | Silence
        yes  fresh fresh no  | Rapport      | EvidenceTakenBack
        yes  fresh fresh yes | Alliance     | None
        """;

    private static readonly LadderPolicy Strict = LadderPolicy.Create(new LadderOptions
    {
        Acquaintance = [new([new(EvidenceKind.Link, 2)])],
        Interaction = [new([new(EvidenceKind.Interaction, 2, 30)])],
        Rapport = [new([new(EvidenceKind.Purchase, 1, 365)])],
        Alliance = [new([new(EvidenceKind.Purchase, 3)])],
    });

    [Fact]
    public void DefaultLadder_EveryStageAndEvidence_IsAsTheTableSays()
    {
        IEnumerable<int> cases =
            from link in new (int Count, string Word)[] { (0, "no"), (1, "yes"), (2, "yes") }
            from part in Interactions(90)
            from buy in new (int Count, string Word, string Again)[] { (0, "no", "no"), (1, "yes", "no"), (2, "yes", "yes"),
                (9, "yes", "yes") }
            from talk in new (int Feedback, int Days, string Word)[] { (0, 0, "no"), (0, 2, "no"), (0, 3, "yes"), (1, 0, "yes"),
                (1, 3, "yes") }
            from stand in new (int Recommended, int Promoter, int Rivals, string Word)[]
            {
                (0, 0, 0, "no"), (1, 0, 0, "yes"), (0, 1, 0, "yes"), (0, 0, 1, "yes"), (2, 1, 3, "yes"),
            }
            let evidence = new RelationshipFacts(
                Now, Seen(link.Count), part.Evidence, Seen(talk.Days), Seen(talk.Feedback), Seen(buy.Count, 5000),
                Seen(stand.Recommended), Seen(stand.Promoter), Seen(stand.Rivals))
            select Check(LadderPolicy.Default, DefaultTable, evidence, link.Word, part.Word, buy.Word, talk.Word, buy.Again, stand.Word);

        Assert.Equal(3 * 5 * 4 * 5 * 5 * 5, cases.Sum());
    }

    [Fact]
    public void StrictLadder_EveryStageAndEvidence_IsAsTheTableSays()
    {
        IEnumerable<int> cases =
            from link in new (int Count, string Word)[] { (0, "none"), (1, "few"), (2, "yes"), (3, "yes") }
            from part in new (Evidence Evidence, string Word)[]
            {
                (Evidence.Nothing, "few"), (Seen(1, 0), "few"), (Seen(2, 29.999), "fresh"),
                (Seen(2, 30), "stale"), (Seen(5, 31), "stale"), (Seen(5, 0), "fresh"),
            }
            from buy in new (Evidence Evidence, string Word, string Third)[]
            {
                (Evidence.Nothing, "none", "no"), (Seen(2, 364.999), "fresh", "no"), (Seen(3, 364.999), "fresh", "yes"),
                (Seen(3, 365), "stale", "yes"), (Seen(1, 0), "fresh", "no"),
            }
            let evidence = new RelationshipFacts(Now, Seen(link.Count), part.Evidence, purchases: buy.Evidence)
            select Check(Strict, StrictTable, evidence, link.Word, part.Word, buy.Word, buy.Third);

        Assert.Equal(4 * 6 * 5 * 5, cases.Sum());
    }

    private static (Evidence Evidence, string Word)[] Interactions(int days) =>
        [(Evidence.Nothing, "none"), (Seen(1, 0), "fresh"), (Seen(1, days - 0.001), "fresh"), (Seen(1, days), "stale"),
            (Seen(7, days + 1), "stale")];

    // From each of the five stages: the journey walks to the stage of the table, rung by rung, for the cause of the table.
    private static int Check(LadderPolicy policy, string table, RelationshipFacts evidence, params string[] words)
    {
        (RelationshipStage target, MoveCause broken) = Look(table, words);
        string what = string.Join(' ', words);
        StageExplanation explanation = policy.Explain(evidence);
        Assert.True(explanation.Assessment.Stage == target, what);
        Assert.Equal(explanation.Assessment, policy.Assess(evidence));
        Assert.Empty(explanation.Assessment.Reasons);
        Assert.Equal(explanation.Assessment.IsOutOfOrder, !explanation.OutOfOrder.IsEmpty);
        Assert.Equal(target == Alliance ? null : target + 1, explanation.Assessment.Next);
        Assert.Equal(target == Alliance, explanation.Missing.IsEmpty);

        RelationshipStage[] ladder = [None, Acquaintance, Interaction, Rapport, Alliance];
        for (int from = 0; from < ladder.Length; from++)
        {
            StageJourney start = StandingOn(from);
            StageJourney end = start.Advance(policy, evidence).Value;
            StageMove[] moves = [.. end.Moves.Skip(start.Moves.Length)];

            RelationshipStage[] path =
                from <= (int)target ? ladder[from..((int)target + 1)] : [.. ladder[(int)target..(from + 1)].Reverse()];
            Assert.Equal(path, moves.Select(static m => m.To).Prepend(ladder[from]));
            Assert.All(moves, m => Assert.Equal(from < (int)target ? MoveCause.EvidenceComplete : broken, m.Cause));
            Assert.All(moves, m => Assert.Equal(Now, m.At));
            Assert.Same(end, end.Advance(policy, evidence).Value);
        }

        return ladder.Length;
    }

    private static StageJourney StandingOn(int stage) => StageJourney.From(
        [.. Enumerable.Range(0, stage)
            .Select(static s => new StageMove((RelationshipStage)s, MoveCause.EvidenceComplete, Days(9), default))]);

    private static (RelationshipStage Stage, MoveCause Broken) Look(string table, string[] words)
    {
        foreach (string line in table.Split('\n'))
        {
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            string[] wanted = cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(words.Length, wanted.Length);
            if (wanted.Zip(words).All(static p => p.First is "any" || string.Equals(p.First, p.Second, StringComparison.Ordinal)))
            {
                return (Enum.Parse<RelationshipStage>(cells[1]), Enum.Parse<MoveCause>(cells[2]));
            }
        }

        throw new InvalidOperationException($"The table has no line for {string.Join(' ', words)}.");
    }
}
