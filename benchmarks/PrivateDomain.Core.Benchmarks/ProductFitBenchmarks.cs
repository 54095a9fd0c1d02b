using BenchmarkDotNet.Attributes;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>One product's fit, over 65,536 different products so that no branch is learnt by heart; time is that of one.</summary>
[MemoryDiagnoser]
public class ProductFitBenchmarks
{
    private const int Count = 65_536;

    private FitInputs inputs = null!;
    private ProductFigures[] figures = null!;

    [GlobalSetup]
    public void Setup()
    {
        inputs = new FitInputs(Count);
        figures =
        [
            .. inputs.Records.Select(static r => Figures(
                Money.Yuan((decimal)r.Ticket), Ratio.From((decimal)r.Repurchase), Ratio.From((decimal)r.Loyalty),
                Ratio.From((decimal)r.BrandPower))),
        ];
        for (int i = 0; i < Count; i++)
        {
            (float score, FitGrade grade) = FitInputs.Linq(inputs.Records[i]);
            ProductFitAssessment fit = FitInputs.Policy.Assess(figures[i]);
            FitInputs.Check(score, grade, fit.Points, fit.Grade);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public float Linq()
    {
        float sum = 0;
        foreach (FitInputs.Record record in inputs.Records)
        {
            (float score, FitGrade grade) = FitInputs.Linq(record);
            sum += score + (int)grade;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public float Library()
    {
        ProductFitPolicy policy = FitInputs.Policy;
        float sum = 0;
        foreach (ProductFigures one in figures)
        {
            ProductFitAssessment fit = policy.Assess(one);
            sum += fit.Points + (int)fit.Grade;
        }

        return sum;
    }

    /// <summary>What a caller feels: the figures of one product put together, then judged.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public float LibraryWithFigures()
    {
        ProductFitPolicy policy = FitInputs.Policy;
        float sum = 0;
        foreach (ProductFigures one in figures)
        {
            ProductFitAssessment fit = policy.Assess(Figures(one.Ticket!.Value, one.RepurchaseRate, one.LoyaltyRate, one.BrandPower));
            sum += fit.Points + (int)fit.Grade;
        }

        return sum;
    }

    private static ProductFigures Figures(Money ticket, Ratio repurchase, Ratio loyalty, Ratio brandPower) =>
        new() { Ticket = ticket, RepurchaseRate = repurchase, LoyaltyRate = loyalty, BrandPower = brandPower };
}
