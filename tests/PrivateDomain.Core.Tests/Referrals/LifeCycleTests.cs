using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Referrals;

public sealed class LifeCycleTests
{
    // Rows: states. Columns: moves in the order of the enumeration, from none. A letter is the state after; lower case is a refusal's first letter below.
    private const string ReferralTable =
        """
        None      - O n n n n n n n n n
        Open      - O P j j j V V V V V
        Pending   - P P F P Q V V V V V
        Flagged   - F F F P r V V V V V
        Qualified - Q Q F Q Q V V V V q
        Void      - V v v v v V V V V V
        """;

    private const string RewardTable =
        """
        None      - H e e W
        Held      - H D d W
        Due       - D D P W
        Paid      - P P P T
        TakenBack - x x x T
        Withdrawn - x x x W
        """;

    private static readonly Dictionary<char, ReasonDefinition> Refusals = new()
    {
        ['-'] = ReferralReasons.NoMove,
        ['n'] = ReferralReasons.NotOpened,
        ['j'] = ReferralReasons.NotJoined,
        ['r'] = ReferralReasons.UnderReview,
        ['q'] = ReferralReasons.AlreadyQualified,
        ['v'] = ReferralReasons.IsVoid,
        ['e'] = ReferralReasons.NotEarned,
        ['d'] = ReferralReasons.NotDue,
        ['x'] = ReferralReasons.RewardEnded,
    };

    [Fact]
    public void Referral_EveryCell_IsAsTheTableSays() => Check(LifeCycles.Referral, ReferralTable);

    [Fact]
    public void Reward_EveryCell_IsAsTheTableSays() => Check(LifeCycles.Reward, RewardTable);

    [Fact]
    public void EveryAllowedMove_MadeAgain_ChangesNothing()
    {
        CheckIdempotent(LifeCycles.Referral);
        CheckIdempotent(LifeCycles.Reward);
    }

    [Fact]
    public void VoidAndEndedRewards_AreForGood()
    {
        Assert.All(Enum.GetValues<ReferralMove>(), static m => Assert.Equal(ReferralState.Void, LifeCycles.Referral.After(ReferralState.Void, m).To));
        Assert.All(Enum.GetValues<RewardMove>(), static m => Assert.Equal(RewardState.TakenBack, LifeCycles.Reward.After(RewardState.TakenBack, m).To));
        Assert.All(Enum.GetValues<RewardMove>(), static m => Assert.Equal(RewardState.Withdrawn, LifeCycles.Reward.After(RewardState.Withdrawn, m).To));
    }

    [Fact]
    public void Voids_IsWhatLeadsToVoid() => Assert.All(
        Enum.GetValues<ReferralMove>(),
        static move => Assert.Equal(LifeCycles.Voids(move), LifeCycles.Referral.After(ReferralState.Open, move).To == ReferralState.Void));

    [Fact]
    public void After_OutsideTheEnumerations_IsRefusedByName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("state", static () => LifeCycles.Referral.After((ReferralState)9, ReferralMove.Join));
        Assert.Throws<ArgumentOutOfRangeException>("move", static () => LifeCycles.Reward.After(RewardState.Held, (RewardMove)9));
    }

    [Fact]
    public void Refusal_SaysStateAndMove_InBothLanguages()
    {
        Reason reason = LifeCycles.Referral.After(ReferralState.Flagged, ReferralMove.Qualify).Decision.Reasons.Single();
        Assert.Equal("The move Qualify waits for the review: the state is Flagged.", reason.ToString());
        Assert.Equal("动作 Qualify 需等待审核：当前状态为 Flagged。", reason.ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Default_Transition_IsRefused() => Assert.False(default(Transition<RewardState, RewardMove>).Decision.IsAllowed);

    private static void Check<TState, TMove>(LifeCycle<TState, TMove> cycle, string table)
        where TState : struct, Enum
        where TMove : struct, Enum
    {
        string[][] rows = [.. table.ReplaceLineEndings("\n").Split('\n').Select(static r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        TMove[] moves = Enum.GetValues<TMove>();
        Assert.Equal(Enum.GetNames<TState>(), rows.Select(static r => r[0]));
        Assert.Equal(rows.Length * moves.Length, cycle.Transitions.Length);
        foreach (string[] row in rows)
        {
            TState from = Enum.Parse<TState>(row[0]);
            Assert.Equal(moves.Length, row.Length - 1);
            for (int m = 0; m < moves.Length; m++)
            {
                Transition<TState, TMove> cell = cycle.After(from, moves[m]);
                Assert.Contains(cell, cycle.Transitions);
                char letter = row[m + 1][0];
                if (Refusals.TryGetValue(letter, out ReasonDefinition? refusal))
                {
                    Assert.Equal([refusal], cell.Decision.Reasons.Select(static r => r.Definition));
                    Assert.Equal(from, cell.To);
                }
                else
                {
                    Assert.True(cell.Decision.IsAllowed, $"{from} {moves[m]}");
                    Assert.Equal(letter, cell.To.ToString()[0]);
                }
            }
        }
    }

    private static void CheckIdempotent<TState, TMove>(LifeCycle<TState, TMove> cycle)
        where TState : struct, Enum
        where TMove : struct, Enum =>
        Assert.All(cycle.Transitions.Where(static t => t.Decision.IsAllowed), t =>
        {
            Transition<TState, TMove> again = cycle.After(t.To, t.Move);
            Assert.True(again.Decision.IsAllowed);
            Assert.Equal(t.To, again.To);
        });
}
