using System.Collections.Immutable;

namespace PrivateDomain.Core.Internals;

/// <summary>Collects every mistake of a policy while it is made, so that all are reported together.</summary>
internal sealed class PolicyCheck
{
    private readonly ImmutableArray<Violation>.Builder violations = ImmutableArray.CreateBuilder<Violation>();

    /// <summary>Records a mistake unless a condition holds.</summary>
    public PolicyCheck Needs(bool condition, string path, ReasonDefinition definition, ReasonValue found = default, ReasonValue required = default)
    {
        if (!condition)
        {
            violations.Add(new Violation(path, definition.With(found, required)));
        }

        return this;
    }

    /// <summary>Records mistakes found elsewhere, below a path.</summary>
    public PolicyCheck Include(string path, ImmutableArray<Violation> others)
    {
        foreach (Violation other in others)
        {
            violations.Add(new Violation(other.Path.Length == 0 ? path : $"{path}.{other.Path}", other.Reason));
        }

        return this;
    }

    /// <summary>Whether nothing was wrong.</summary>
    public bool IsClean => violations.Count == 0;

    /// <summary>What was wrong.</summary>
    public ImmutableArray<Violation> Violations => violations.ToImmutable();

    /// <summary>Throws when anything was wrong.</summary>
    public void ThrowIfAny(string policy)
    {
        if (!IsClean)
        {
            throw new InvalidPolicyException(policy, Violations);
        }
    }
}
