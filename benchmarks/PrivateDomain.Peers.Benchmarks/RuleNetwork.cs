using System.Linq.Expressions;
using NRules;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>Conditions as rules of NRules, a Rete network: a fact is inserted, the rules that match fire, the fact is retracted.</summary>
internal sealed class RuleNetwork<TFact>
    where TFact : class
{
    private readonly Hits hits = new();
    private readonly ISession session;

    /// <summary>A rule for each condition; their parameter is named c.</summary>
    internal RuleNetwork(IEnumerable<Expression<Func<TFact, bool>>> conditions) =>
        session = new RuleCompiler().Compile(conditions.Select(RuleOf)).CreateSession();

    /// <summary>A bit for each condition that holds.</summary>
    internal int MaskOf(TFact fact)
    {
        hits.Mask = 0;
        session.Insert(fact);
        session.Fire();
        session.Retract(fact);
        return hits.Mask;
    }

    private IRuleDefinition RuleOf(Expression<Func<TFact, bool>> condition, int place)
    {
        int bit = 1 << place;
        var builder = new RuleBuilder();
        builder.Name($"r{place}");
        builder.LeftHandSide().Pattern(typeof(TFact), "c").Condition(condition);
        Expression<Action<IContext, TFact>> fire = (context, c) => hits.Add(bit);
        builder.RightHandSide().Action(fire);
        return builder.Build();
    }

    private sealed class Hits
    {
        internal int Mask { get; set; }

        internal void Add(int bit) => Mask |= bit;
    }
}
