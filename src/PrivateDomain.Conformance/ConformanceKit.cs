using System.Collections.Immutable;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Conformance;

/// <summary>Asks a database about segments, and compares its answers with the plain reading of the rules (一致性检查).</summary>
/// <example>
/// <code>
/// using var connection = new NpgsqlConnection(text);
/// connection.Open();
/// ConformanceResult result = ConformanceKit.Run(SqlConformanceTarget.From(SqlDialect.PostgreSql, connection));
/// Console.WriteLine(result); // … rules, … customers, seed 1: 0 disagreements.
/// </code>
/// </example>
public static class ConformanceKit
{
    /// <summary>Runs every probe.</summary>
    /// <param name="target">The database. Its table is filled anew for each probe.</param>
    /// <param name="options">How much is checked; the defaults, if left out.</param>
    /// <param name="cancellationToken">Ends the run before the next rule.</param>
    /// <returns>All disagreements.</returns>
    /// <exception cref="ArgumentNullException">There is no database.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of rules is below 0, or one of customers below 1.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static ConformanceResult Run(
        IConformanceTarget target, ConformanceOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(target, static _ => true, options ?? new(), cancellationToken);

    /// <summary>Runs one probe.</summary>
    /// <param name="target">The database. Its table is filled anew.</param>
    /// <param name="probe">What is looked for.</param>
    /// <param name="options">How much is checked; the defaults, if left out.</param>
    /// <param name="cancellationToken">Ends the run before the next rule.</param>
    /// <returns>All disagreements.</returns>
    /// <exception cref="ArgumentNullException">There is no database.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such probe, a number of rules is below 0, or one of customers below 1.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static ConformanceResult Run(
        IConformanceTarget target, ConformanceProbe probe, ConformanceOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Enum.IsDefined(probe)
            ? Run(target, each => each == probe, options ?? new(), cancellationToken)
            : throw new ArgumentOutOfRangeException(nameof(probe), probe, "A value of the enum is needed.");

    private static ConformanceResult Run(
        IConformanceTarget target, Func<ConformanceProbe, bool> isAsked, ConformanceOptions options, CancellationToken cancellationToken)
    {
        Guard.Against.Null(target);
        ArgumentOutOfRangeException.ThrowIfNegative(options.RandomRules, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Customers, 1, nameof(options));
        HashSet<Fact> facts = [.. target.Facts];
        var disagreements = ImmutableArray.CreateBuilder<Disagreement>();
        int rules = 0;
        int customers = 0;
        foreach (ProbeCases cases in ProbeCases.All(options).Where(cases => isAsked(cases.Probe)))
        {
            SegmentRule[] asked = [.. cases.Rules.Where(rule => RuleFacts.Of(rule).IsSubsetOf(facts))];
            target.Fill(cases.Customers);
            customers += cases.Customers.Length;
            foreach (SegmentRule rule in asked)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rules++;
                Compare(cases, rule, target.Select(rule), disagreements);
            }
        }

        return new(options, rules, customers, disagreements.ToImmutable());
    }

    private static void Compare(
        ProbeCases cases, SegmentRule rule, ConformanceSelection selection, ImmutableArray<Disagreement>.Builder disagreements)
    {
        if (selection.Failure is not null)
        {
            disagreements.Add(new(cases.Probe, rule, null, expected: false, selection));
            return;
        }

        HashSet<int> found = [.. selection.Ids];
        foreach (ConformanceCustomer customer in cases.Customers)
        {
            bool expected = rule.Matches(customer.Values);
            if (expected != found.Remove(customer.Id))
            {
                disagreements.Add(new(cases.Probe, rule, customer, expected, selection));
            }
        }

        if (found.Count > 0 || selection.Ids.Length != selection.Ids.Distinct().Count())
        {
            disagreements.Add(new(cases.Probe, rule, null, expected: false, selection)); // rows that nobody put in, or one row twice
        }
    }
}
