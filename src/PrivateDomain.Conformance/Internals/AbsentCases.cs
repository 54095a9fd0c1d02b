using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Conformance.Internals;

/// <summary>Groups of two facts, each absent, or known and held, or known and not.</summary>
internal static class AbsentCases
{
    // A fact of each kind, a rule over it, and values with which it holds and does not.
    private static readonly (SegmentRule Rule, Func<FactValues, bool, FactValues> With)[] Kinds =
    [
        (ConformanceFacts.Age.AtLeast(18), static (values, holds) => values.With(ConformanceFacts.Age, holds ? 18 : 17)),
        (Facts.Orders.LessThan(3), static (values, holds) => values.With(Facts.Orders, holds ? 2 : 3)),
        (Facts.Spend.NotEqualTo(1.5), static (values, holds) => values.With(Facts.Spend, holds ? 2 : 1.5)),
        (ConformanceFacts.Birthday.NotOn(ConformanceFacts.Today),
            static (values, holds) => values.With(ConformanceFacts.Birthday, ConformanceFacts.Today.PlusDays(holds ? 1 : 0))),
        (Facts.LastOrder.WithinDays(2),
            static (values, holds) => values.With(Facts.LastOrder, ConformanceFacts.Today.PlusDays(holds ? -1 : -2))),
        (ConformanceFacts.IsParent.IsNo(), static (values, holds) => values.With(ConformanceFacts.IsParent, !holds)),
        (ConformanceFacts.City.NoneOf("mum", "上海"),
            static (values, holds) => values.With(ConformanceFacts.City, holds ? "dad" : "上海")),
        (ConformanceFacts.Hobbies.NoneOf("mum"), static (values, holds) => values.With(ConformanceFacts.Hobbies, holds ? [] : ["mum"])),
        (Facts.Tags.AllOf("mum", "dad"), static (values, holds) => values.With(Facts.Tags, holds ? ["mum", "dad"] : ["dad"])),
        (ConformanceFacts.Tier.NotEqualTo("gold"),
            static (values, holds) => values.With(ConformanceFacts.Tier, holds ? "black" : "gold")),
    ];

    internal static ProbeCases Cases()
    {
        var rules = new List<SegmentRule>();
        for (int a = 0; a < Kinds.Length; a++)
        {
            for (int b = a + 1; b < Kinds.Length; b++)
            {
                (SegmentRule left, SegmentRule right) = (Kinds[a].Rule, Kinds[b].Rule);
                rules.AddRange(
                [
                    SegmentRule.AllOf(left, right), !SegmentRule.AllOf(left, right), SegmentRule.AnyOf(left, !right),
                    !SegmentRule.AnyOf(!left, right), SegmentRule.NoneOf(left, right), !SegmentRule.NoneOf(left, !right),
                    SegmentRule.AtLeastOf(2, left, right, !left), !SegmentRule.AtLeastOf(2, left, right, !right),
                ]);
            }
        }

        return ProbeCases.From(ConformanceProbe.AbsentFacts, rules, Customers());
    }

    // All three states of every two kinds, the other facts absent; nobody, everybody.
    private static IEnumerable<FactValues> Customers()
    {
        int number = 0;
        for (int a = 0; a < Kinds.Length; a++)
        {
            for (int b = a + 1; b < Kinds.Length; b++)
            {
                foreach (bool? left in new bool?[] { null, true, false })
                {
                    foreach (bool? right in new bool?[] { null, true, false })
                    {
                        FactValues values = FactValues.From(
                            CustomerId.From(FormattableString.Invariant($"absent-{number++}")), ConformanceFacts.Today);
                        values = left is { } x ? Kinds[a].With(values, x) : values;
                        yield return right is { } y ? Kinds[b].With(values, y) : values;
                    }
                }
            }
        }
    }
}
