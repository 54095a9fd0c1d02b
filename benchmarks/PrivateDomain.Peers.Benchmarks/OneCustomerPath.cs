using System.Collections.Immutable;
using System.Linq.Expressions;
using Ardalis.Specification;
using PrivateDomain.Core.Benchmarks;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>H3a: in which of twenty segments one customer is, over many different ones.</summary>
internal static class OneCustomerPath
{
    internal static ImmutableArray<Score> Run(int customerCount, int rounds)
    {
        SegmentCustomer[] customers = SegmentCustomer.Make(customerCount);
        int[] expected = new SegmentAnswers(customers).Masks;
        PreparedSegments prepared = PreparedSegments.From(TwentySegments.Rules, TwentySegments.Today);
        FactValues[] values = [.. customers.Select(SegmentInputs.ValuesOf)];
        CustomerVector[] vectors = [.. values.Select(prepared.Read)];
        SegmentSpecification[] specifications = [.. TwentySegments.Expressions.Select(static one => new SegmentSpecification(one))];
        var network = new RuleNetwork<SegmentCustomer>(TwentySegments.Expressions);
        var engine = new TextRules<SegmentCustomer>([.. TwentySegments.Expressions.Select(static one => LambdaText.Of(one))]);
        return new Contest(
            $"one customer, 20 segments, {SizeText.Of(customerCount)} different ones", customerCount,
            [
                Of("library", Library), Of("library, reading the facts too", LibraryWithReading),
                Each("one hand-written method", HandWrittenSegments.MaskOf), Each("20 compiled lambdas", Lambdas),
                Each("Ardalis.Specification", Specifications), Each("NRules", network.MaskOf), Each("RulesEngine", engine.MaskOf),
            ]).Run(rounds);

        void Library(int[] masks)
        {
            Span<ulong> words = stackalloc ulong[1];
            for (int i = 0; i < vectors.Length; i++)
            {
                prepared.Evaluate(vectors[i], words);
                masks[i] = (int)words[0];
            }
        }

        void LibraryWithReading(int[] masks)
        {
            Span<ulong> words = stackalloc ulong[1];
            for (int i = 0; i < values.Length; i++)
            {
                prepared.Evaluate(prepared.Read(values[i]), words);
                masks[i] = (int)words[0];
            }
        }

        int Specifications(SegmentCustomer customer)
        {
            int mask = 0;
            for (int i = 0; i < specifications.Length; i++)
            {
                mask |= specifications[i].IsSatisfiedBy(customer) ? 1 << i : 0;
            }

            return mask;
        }

        Competitor Each(string name, Func<SegmentCustomer, int> maskOf) => Of(name, masks =>
        {
            for (int i = 0; i < customers.Length; i++)
            {
                masks[i] = maskOf(customers[i]);
            }
        });

        Competitor Of(string name, Action<int[]> fill)
        {
            int[] masks = new int[customers.Length];
            return Competitor.Of(name, () => fill(masks), () => Disagreement.Check<int>(expected, masks));
        }
    }

    private static int Lambdas(SegmentCustomer customer)
    {
        int mask = 0;
        Func<SegmentCustomer, bool>[] lambdas = TwentySegments.Lambdas;
        for (int i = 0; i < lambdas.Length; i++)
        {
            mask |= lambdas[i](customer) ? 1 << i : 0;
        }

        return mask;
    }

    private sealed class SegmentSpecification : Specification<SegmentCustomer>
    {
        internal SegmentSpecification(Expression<Func<SegmentCustomer, bool>> holds) => Query.Where(holds);
    }
}
