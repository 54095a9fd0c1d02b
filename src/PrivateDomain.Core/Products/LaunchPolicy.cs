using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PrivateDomain.Core.Products;

/// <summary>Whether the questions before a launch are answered (上架检查).</summary>
/// <remarks>Immutable, so safe to share between threads. Equality is that of the options; there is no ordering.</remarks>
public sealed class LaunchPolicy : IEquatable<LaunchPolicy>
{
    private LaunchPolicy(LaunchOptions options) => Options = options;

    internal static Description<LaunchOptions> Description { get; } = new(
        new Bilingual("launch policy", "上架检查表"), For<LaunchOptions>.Rules(static o => MistakesOf(o.Required)));

    /// <summary>The policy of the default options: all five questions.</summary>
    public static LaunchPolicy Default { get; } = new(new LaunchOptions());

    /// <summary>The options it was made of.</summary>
    public LaunchOptions Options { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="options">The questions.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">No question is asked, or one is asked twice or not defined; all mistakes are
    /// named.</exception>
    public static LaunchPolicy Create(LaunchOptions options)
    {
        Description.ThrowIfWrong(options);
        return new LaunchPolicy(options);
    }

    /// <summary>Makes a policy of options from outside.</summary>
    /// <param name="options">The questions.</param>
    /// <param name="policy">The policy, or null.</param>
    /// <param name="mistakes">All mistakes of the options.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(LaunchOptions options, [NotNullWhen(true)] out LaunchPolicy? policy, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Description.Check(options);
        policy = mistakes.IsEmpty ? new LaunchPolicy(options) : null;
        return policy is not null;
    }

    /// <summary>Whether the product may be launched: denied with one reason for each required question without an answer, in the order
    /// required.</summary>
    /// <param name="facts">What was answered.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public Decision Decide(LaunchFacts facts)
    {
        Guard.Against.Null(facts);
        var findings = default(Findings);
        foreach (LaunchQuestion question in Options.Required)
        {
            if (facts.AnswerTo(question) is null)
            {
                findings.Deny(ProductsReasons.LaunchQuestionOpen.With(question.Name()));
            }
        }

        return findings.ToDecision();
    }

    /// <inheritdoc/>
    public bool Equals(LaunchPolicy? other) => other is not null && Options.Equals(other.Options);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LaunchPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

    private static List<Mistake> MistakesOf(ImmutableArray<LaunchQuestion> required)
    {
        if (required.IsDefaultOrEmpty)
        {
            return [new Mistake("required", PolicyReasons.WrongCount.With(0, new Bilingual("1 or more", "1 或以上")))];
        }

        var mistakes = new List<Mistake>();
        for (int i = 0; i < required.Length; i++)
        {
            string place = FormattableString.Invariant($"required[{i}]");
            if (!Enum.IsDefined(required[i]))
            {
                mistakes.Add(new Mistake(place,
                    PolicyReasons.UnknownChoice.With((int)required[i], new Bilingual("one of the five questions", "五个问题之一"))));
            }
            else if (required.IndexOf(required[i]) < i)
            {
                mistakes.Add(new Mistake(place, PolicyReasons.Twice.With(required[i].Name())));
            }
        }

        return mistakes;
    }
}
