using System.Collections.Immutable;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>Collects every mistake of a policy while it is made, so that all are reported together.</summary>
internal sealed class PolicyCheck
{
    private readonly ImmutableArray<Mistake>.Builder mistakes = ImmutableArray.CreateBuilder<Mistake>();

    /// <summary>Records a mistake unless a condition holds.</summary>
    public PolicyCheck Needs(
        bool condition, string path, ReasonDefinition definition, ReasonValue found = default, ReasonValue required = default)
    {
        if (!condition)
        {
            mistakes.Add(new Mistake(path, definition.With(found, required)));
        }

        return this;
    }

    /// <summary>Records mistakes found elsewhere, below a path.</summary>
    public PolicyCheck Include(string path, ImmutableArray<Mistake> others)
    {
        foreach (Mistake other in others)
        {
            mistakes.Add(new Mistake(other.Place.Length == 0 ? path : $"{path}.{other.Place}", other.Reason));
        }

        return this;
    }

    /// <summary>Whether nothing was wrong.</summary>
    public bool IsClean => mistakes.Count == 0;

    /// <summary>What was wrong.</summary>
    public ImmutableArray<Mistake> Mistakes => mistakes.ToImmutable();

    /// <summary>Throws when anything was wrong.</summary>
    public void ThrowIfAny(string policy)
    {
        if (!IsClean)
        {
            throw new InvalidPolicyException(policy, Mistakes);
        }
    }
}
