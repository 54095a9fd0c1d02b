using System.Collections.Immutable;
using System.Numerics;
using PrivateDomain.Core;
using PrivateDomain.Core.Benchmarks;
using PrivateDomain.Core.Referrals;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>H3b: whether one customer may refer, by nine conditions, with all reasons.</summary>
internal static class ReferralPath
{
    // In the order of the plain conditions.
    private static readonly ReasonDefinition[] Reasons =
    [
        ReferralReasons.ProgrammeNotBegun, ReferralReasons.ProgrammeEnded, ReferralReasons.ReferrerHasNotBought,
        ReferralReasons.ReferrerIsFlagged, ReferralReasons.ReferrerHasNoLink, ReferralReasons.ReferrerStageTooLow,
        ReferralReasons.ReferrerHasOpenRefund, ReferralReasons.ReferrerCapReached, ReferralReasons.ReferrerCoolingDown,
    ];

    internal static ImmutableArray<Score> Run(int count, int rounds) =>
    [
        .. Run("who may refer", ReferrerInputs.Allowed()[..count], rounds),
        .. Run("who may not", ReferrerInputs.Refused()[..count], rounds),
    ];

    private static ImmutableArray<Score> Run(string who, ReferrerFacts[] facts, int rounds)
    {
        int[] expected = [.. facts.Select(Lambdas)];
        ReferralCase[] cases = [.. facts.Select(ReferralCase.Of)];
        var network = new RuleNetwork<ReferralCase>(ReferralCase.Against);
        var engine = new TextRules<ReferralCase>([.. ReferralCase.Against.Select(static one => LambdaText.Of(one))]);
        return new Contest(
            $"one referral, 9 conditions, {SizeText.Of(facts.Length)} {who}", facts.Length,
            [
                Library(facts, expected), LibraryWithReasons(facts, expected),
                Of("9 lambdas", i => Lambdas(facts[i])), Of("NRules", i => network.MaskOf(cases[i])),
                Of("RulesEngine", i => engine.MaskOf(cases[i])),
            ]).Run(rounds);

        Competitor Of(string name, Func<int, int> maskOf)
        {
            int[] masks = new int[facts.Length];
            return Competitor.Of(name, Fill, () => Disagreement.Check<int>(expected, masks));

            void Fill()
            {
                for (int i = 0; i < masks.Length; i++)
                {
                    masks[i] = maskOf(i);
                }
            }
        }
    }

    private static Competitor Library(ReferrerFacts[] facts, int[] expected)
    {
        bool[] allowed = new bool[facts.Length];
        return Competitor.Of("library", Fill, Check);

        void Fill()
        {
            for (int i = 0; i < facts.Length; i++)
            {
                allowed[i] = ReferrerPolicy.Default.Decide(facts[i]).IsAllowed;
            }
        }

        void Check()
        {
            Disagreement.Check<bool>([.. expected.Select(static mask => mask == 0)], allowed);
            Disagreement.Check<int>(expected, [.. facts.Select(static one => MaskOf(ReferrerPolicy.Default.Decide(one)))]);
        }
    }

    private static Competitor LibraryWithReasons(ReferrerFacts[] facts, int[] expected)
    {
        int[] reasons = new int[facts.Length];
        return Competitor.Of(
            "library, all reasons read", Fill,
            () => Disagreement.Check<int>([.. expected.Select(static mask => BitOperations.PopCount((uint)mask))], reasons));

        void Fill()
        {
            for (int i = 0; i < facts.Length; i++)
            {
                reasons[i] = ReferrerPolicy.Default.Decide(facts[i]).Reasons.Length;
            }
        }
    }

    private static int MaskOf(Decision decision) => Reasons.Select((reason, i) => decision.Has(reason) ? 1 << i : 0).Sum();

    private static int Lambdas(ReferrerFacts facts)
    {
        int mask = 0;
        for (int i = 0; i < ReferrerInputs.Conditions.Length; i++)
        {
            mask |= ReferrerInputs.Conditions[i].Holds(facts) ? 0 : 1 << i;
        }

        return mask;
    }
}
