using PrivateDomain.Core.Internals;

namespace PrivateDomain.Core.Tests.Internals;

[Text]
public sealed class FindingsTests
{
    private static readonly ReasonDefinition Bad = new("test.bad", "Bad: {found}.", "不行：{found}。");
    private static readonly ReasonDefinition Lacking = new("test.lacking", "Unknown.", "未知。");

    [Fact]
    public void Nothing_IsYes_AndAllocatesNothing()
    {
        Assert.Equal(Decision.Allowed, default(Findings).ToDecision());
        Assert.True(default(Findings).IsEmpty && default(Findings).ToReasons().IsEmpty);
        Assert.Equal(3, default(Findings).ToAnswer(static () => 3).Value);
        bool yes = true;
        Assert.Equal(0, Allocations.Of(() => yes &= Decide()));
        Assert.True(yes);

        static bool Decide() => default(Findings).ToDecision().IsAllowed;
    }

    [Fact]
    public void ADenial_BeatsAMissingFact_AndAllReasonsStayInOrder()
    {
        var findings = default(Findings);
        findings.Lack(Lacking.With());
        Assert.Equal(DecisionOutcome.Undecidable, findings.ToDecision().Outcome);
        findings.Deny(Bad.With(1));
        findings.Lack(Lacking.With(2));
        Assert.Equal(Decision.Denied(Lacking.With(), Bad.With(1), Lacking.With(2)), findings.ToDecision());
        Assert.Equal(3, findings.ToAnswer(static () => 3).Reasons.Length);
    }

    [Fact]
    public void Included_DecisionsCountAsTheyAre()
    {
        var findings = default(Findings);
        findings.Include(Decision.Allowed);
        Assert.True(findings.IsEmpty);
        findings.Include(Decision.Undecidable(Lacking.With()));
        Assert.Equal(DecisionOutcome.Undecidable, findings.ToDecision().Outcome);
        findings.Include(Decision.Denied(Bad.With()));
        Assert.Equal(Decision.Denied(Lacking.With(), Bad.With()), findings.ToDecision());
    }

    [Fact]
    public void ALazyDecision_MakesItsReasonsWhenTheyAreRead()
    {
        var source = new Counted();
        Decision lazy = Decision.Lazily(DecisionOutcome.Denied, source, "facts", 2);
        Assert.True(!lazy.IsAllowed && source.Reads == 0);
        Assert.Equal("Bad: facts2.", Assert.Single(lazy.Reasons).ToString());
        Assert.Equal(Decision.Denied(Bad.With("facts2")), lazy);
        Assert.True(source.Reads > 0);
    }

    private sealed class Counted : IReasonSource
    {
        internal int Reads { get; private set; }

        public System.Collections.Immutable.ImmutableArray<Reason> ReasonsOf(object facts, ulong flags)
        {
            Reads++;
            return [Bad.With($"{facts}{flags}")];
        }
    }
}
