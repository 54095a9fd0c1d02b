using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Products;

/// <summary>Whether the questions before a launch are answered (上架检查).</summary>
/// <remarks>Immutable, so safe to share between threads. Equality is that of the options; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class LaunchPolicy : Policy<LaunchPolicy, LaunchOptions>, IPolicy<LaunchPolicy, LaunchOptions>
{
    private LaunchPolicy(LaunchOptions options)
        : base(options)
    {
    }

    static LaunchPolicy IPolicy<LaunchPolicy, LaunchOptions>.Make(LaunchOptions options) => new(options);

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

    internal static List<Mistake> MistakesOf(ImmutableArray<LaunchQuestion> required)
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
