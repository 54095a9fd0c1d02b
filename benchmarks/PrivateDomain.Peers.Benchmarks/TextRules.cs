using RulesEngine.Models;
using Engine = RulesEngine.RulesEngine;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>Conditions as a workflow of RulesEngine, which compiles their text at the first run.</summary>
internal sealed class TextRules<TFact>
    where TFact : class
{
    private const string Workflow = "conditions";
    private readonly Engine engine;

    /// <summary>A rule for each text; the fact is named c in it.</summary>
    internal TextRules(IReadOnlyList<string> conditions) => engine = new Engine(
    [
        new Workflow
        {
            WorkflowName = Workflow,
            Rules = [.. conditions.Select(static (text, i) => new Rule { RuleName = $"r{i}", Expression = text })],
        },
    ]);

    /// <summary>A bit for each condition that holds.</summary>
    internal int MaskOf(TFact fact)
    {
        ValueTask<List<RuleResultTree>> run = engine.ExecuteAllRulesAsync(Workflow, new RuleParameter("c", fact));
        List<RuleResultTree> results = run.IsCompletedSuccessfully ? run.Result : run.AsTask().GetAwaiter().GetResult();
        int mask = 0;
        for (int i = 0; i < results.Count; i++)
        {
            mask |= results[i].IsSuccess ? 1 << i : 0;
        }

        return mask;
    }
}
