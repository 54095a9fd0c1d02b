using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Content;

/// <summary>Should the shop run a brand persona, and which (人设)? Weighted questions with yes, no or not known, and a table of
/// needs.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of the options; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class BrandPersonaPolicy : Policy<BrandPersonaPolicy, BrandPersonaOptions>, IPolicy<BrandPersonaPolicy, BrandPersonaOptions>
{
    private readonly int total;

    private BrandPersonaPolicy(BrandPersonaOptions options)
        : base(options)
    {
        total = options.Questions.Sum(static q => q.Weight);
    }

    static BrandPersonaPolicy IPolicy<BrandPersonaPolicy, BrandPersonaOptions>.Make(BrandPersonaOptions options) => new(options);

    /// <summary>Should a persona be run?</summary>
    /// <param name="answers">Yes or no by code; a question that is left out is not answered.</param>
    /// <returns>Denied when a required question is answered no, or when even with yes to all that is open the score stays too low; allowed
    /// when
    /// every required question is answered yes and the score is reached whatever the open answers are; undecidable otherwise.</returns>
    /// <exception cref="ArgumentNullException">There are no answers.</exception>
    /// <exception cref="ArgumentException">An answer is to no question of the list.</exception>
    public Decision Decide(IReadOnlyDictionary<string, bool> answers) => Explain(answers).Decision;

    /// <summary>Should a persona be run, how sure is that, and what is still to be asked?</summary>
    /// <param name="answers">Yes or no by code; a question that is left out is not answered.</param>
    /// <exception cref="ArgumentNullException">There are no answers.</exception>
    /// <exception cref="ArgumentException">An answer is to no question of the list.</exception>
    public BrandPersonaExplanation Explain(IReadOnlyDictionary<string, bool> answers)
    {
        Guard.Against.Null(answers);
        if (answers.Keys.Except(Options.Questions.Select(static q => q.Code), StringComparer.Ordinal).FirstOrDefault() is { } stray)
        {
            throw new ArgumentException($"There is no question \"{(stray.Length > 100 ? stray[..100] : stray)}\".", nameof(answers));
        }

        ImmutableArray<BrandPersonaQuestion> open = [.. Options.Questions.Where(q => !answers.ContainsKey(q.Code))];
        ImmutableArray<BrandPersonaQuestion> no = [.. Options.Questions.Where(q => answers.TryGetValue(q.Code, out bool yes) && !yes)];
        int missed = no.Sum(static q => q.Weight);
        Score best = ScoreOf(total - missed);
        Score score = ScoreOf(total - missed - open.Sum(static q => q.Weight));
        bool isDenied = no.Any(static q => q.IsRequired) || best < Options.ScoreMin;
        bool isAllowed = !isDenied && score >= Options.ScoreMin && !open.Any(static q => q.IsRequired);
        Findings findings = default;
        foreach (Reason reason in isDenied ? Against(no, best) : [])
        {
            findings.Deny(reason);
        }

        foreach (BrandPersonaQuestion question in isAllowed ? [] : open)
        {
            findings.Lack(ContentReasons.PersonaNotAnswered.With(question.Text));
        }

        return new BrandPersonaExplanation(findings.ToDecision(), score, best, open);
    }

    /// <summary>The kinds of persona, the one that meets the needs best first;
    /// equals in the order of <see cref="BrandPersonaKind"/>.</summary>
    /// <param name="needs">How strong each need is, from 0 to 3; a need that is left out is not known and counts nowhere.</param>
    /// <returns>All kinds of the table with Σ strength × match ÷ Σ strength × 3, over the needs that are known: 1 meets all of them best.
    /// No value
    /// when no need is known, or all are 0.</returns>
    /// <exception cref="ArgumentNullException">There are no needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A need is none or not defined, or its strength out of range.</exception>
    public Answer<ImmutableArray<KeyValuePair<BrandPersonaKind, Ratio>>> Rank(IReadOnlyDictionary<AudienceNeed, int> needs)
    {
        foreach ((AudienceNeed need, int strength) in Guard.Against.Null(needs))
        {
            Guard.Against.OutOfRange((int)need, nameof(needs), (int)AudienceNeed.Advice, (int)AudienceNeed.Service);
            Guard.Against.OutOfRange(strength, nameof(needs), 0, BrandPersonaMatch.Most);
        }

        int most = needs.Values.Sum() * BrandPersonaMatch.Most;
        return most == 0
            ? Answer<ImmutableArray<KeyValuePair<BrandPersonaKind, Ratio>>>.Refused(ContentReasons.NeedsUnknown.With())
            : Options.Matches.GroupBy(static match => match.Kind)
                .OrderBy(static kind => kind.Key)
                .Select(kind => KeyValuePair.Create(
                    kind.Key, Ratio.From(kind.Sum(match => needs.GetValueOrDefault(match.Need) * match.Strength), most)))
                .OrderByDescending(static kind => kind.Value)
                .ToImmutableArray();
    }

    private IEnumerable<Reason> Against(ImmutableArray<BrandPersonaQuestion> no, Score best)
    {
        foreach (BrandPersonaQuestion question in no.Where(static q => q.IsRequired))
        {
            yield return ContentReasons.PersonaRequiredIsNo.With(question.Text);
        }

        if (best < Options.ScoreMin)
        {
            yield return ContentReasons.PersonaScoreTooLow.With(ReasonValue.From(best.Value), ReasonValue.From(Options.ScoreMin.Value));
        }

        foreach (BrandPersonaQuestion question in no.Where(static q => !q.IsRequired))
        {
            yield return ContentReasons.PersonaAnsweredNo.With(question.Text);
        }
    }

    private Score ScoreOf(int weight) => Score.From(Score.Max * weight / total);
}

/// <summary>Whether to run a brand persona, and how sure that is (人设结论).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members, questions in order; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record BrandPersonaExplanation
{
    internal BrandPersonaExplanation(Decision decision, Score score, Score scoreMax, ImmutableArray<BrandPersonaQuestion> open)
    {
        Decision = decision;
        Score = score;
        ScoreMax = scoreMax;
        Open = open;
    }

    /// <summary>Yes, no, or not to be said yet, with all reasons.</summary>
    public Decision Decision { get; }

    /// <summary>The weight of what is answered yes, in hundredths of all; what is open counts as no.</summary>
    public Score Score { get; }

    /// <summary>The same when what is open counts as yes.</summary>
    public Score ScoreMax { get; }

    /// <summary>The questions that are not answered, in the order to ask them.</summary>
    public ImmutableArray<BrandPersonaQuestion> Open { get; }

    /// <inheritdoc/>
    public bool Equals(BrandPersonaExplanation? other) =>
        other is not null && Decision == other.Decision && Score == other.Score && ScoreMax == other.ScoreMax
            && Contents.Equal(Open, other.Open);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Decision, Score, ScoreMax, Contents.Hash(Open));
}
