using System.Collections.Immutable;

namespace PrivateDomain.Core.Content;

/// <summary>One question of the persona checklist (人设检查项).</summary>
/// <remarks>Equality is that of all members; there is no ordering. A checklist checks its questions when it is made.</remarks>
public sealed record PersonaQuestion
{
    /// <summary>Makes a question.</summary>
    /// <param name="code">A short name that stays the same, such as <c>can_sustain</c>.</param>
    /// <param name="text">The question in both languages; yes must speak for a persona.</param>
    /// <param name="weight">What yes counts; 1 to 100.</param>
    /// <param name="isRequired">Whether no alone is enough to run none.</param>
    public PersonaQuestion(string code, Bilingual text, int weight, bool isRequired = false)
    {
        Code = code;
        Text = text;
        Weight = weight;
        IsRequired = isRequired;
    }

    /// <summary>Its name, which stays the same.</summary>
    public string Code { get; }

    /// <summary>The question in both languages.</summary>
    public Bilingual Text { get; }

    /// <summary>What yes counts.</summary>
    public int Weight { get; }

    /// <summary>Whether no alone is enough to run none.</summary>
    public bool IsRequired { get; }
}

/// <summary>Whether to run a persona account (人设号检查表): weighted questions with yes, no or not known. From [C], D32.</summary>
/// <remarks>Immutable; checked when made. Two checklists are equal only when they are the same object.</remarks>
public sealed class PersonaChecklist
{
    private readonly int total;

    private PersonaChecklist(ImmutableArray<PersonaQuestion> questions, Score scoreMin)
    {
        Questions = questions;
        ScoreMin = scoreMin;
        total = questions.Sum(static q => q.Weight);
    }

    /// <summary>
    /// The three questions of [C], D32, each required and of weight 3: the scene has moved to WeCom, the audience wants better content,
    /// it can be sustained. Three of our own of weight 1: a real person, one voice, topics of its own. From 80 points on.
    /// </summary>
    public static PersonaChecklist Default { get; } = Create(
        [
            new("scene_moved", new("Do customers already talk with the shop in WeCom?", "沟通场景是否已迁移到企业微信？"), 3, isRequired: true),
            new("better_content", new("Does the audience want better content than offers?", "受众是否需要比优惠更好的内容？"), 3, isRequired: true),
            new("can_sustain", new("Can it be kept up for a year?", "能否持续运营一年？"), 3, isRequired: true),
            new("real_person", new("Does a real person stand behind it?", "背后是否有真人？"), 1),
            new("one_voice", new("Do all who write for it write alike?", "多人运营时口吻是否一致？"), 1),
            new("own_topics", new("Has it topics beside the goods?", "除商品外是否有自己的话题？"), 1),
        ]);

    /// <summary>The questions, in the order to ask them.</summary>
    public ImmutableArray<PersonaQuestion> Questions { get; }

    /// <summary>From which score on a persona is run.</summary>
    public Score ScoreMin { get; }

    /// <summary>Makes a checklist.</summary>
    /// <param name="questions">The questions; 1 to 100.</param>
    /// <param name="scoreMin">From which score on a persona is run; default 80.</param>
    /// <exception cref="ArgumentNullException">There are no questions.</exception>
    /// <exception cref="InvalidPolicyException">There is none or too many, a code is empty or there twice, or a weight out of range; all
    /// mistakes are named.</exception>
    public static PersonaChecklist Create(IEnumerable<PersonaQuestion> questions, Score? scoreMin = null)
    {
        ImmutableArray<PersonaQuestion> all = [.. Guard.Against.Null(questions)];
        var codes = new HashSet<string>(StringComparer.Ordinal);
        PolicyCheck check = new PolicyCheck()
            .Needs(all.Length is >= 1 and <= 100, nameof(questions), PersonaAccountReasons.OutOfRange, all.Length, Wanted.From("1", "100"));
        for (int i = 0; i < all.Length; i++)
        {
            PersonaQuestion question = Guard.Against.Null(all[i], nameof(questions));
            string path = $"questions[{i}]";
            check.Needs(!string.IsNullOrWhiteSpace(question.Code), path, PersonaAccountReasons.OutOfRange, question.Code, Wanted.Text)
                .Needs(codes.Add(question.Code ?? ""), path, PersonaAccountReasons.Twice, question.Code)
                .Needs(question.Weight is >= 1 and <= 100, path, PersonaAccountReasons.OutOfRange, question.Weight, Wanted.From("1", "100"));
        }

        check.ThrowIfAny("persona checklist");
        return new PersonaChecklist(all, scoreMin ?? Score.From(80));
    }

    /// <summary>Judges the answers.</summary>
    /// <param name="answers">Yes or no by code; a question that is left out is not answered.</param>
    /// <returns>Denied when a required question is answered no, or when even with yes to all that is open the score stays too low;
    /// allowed when every required question is answered yes and the score is reached whatever the open answers are; undecidable
    /// otherwise.</returns>
    /// <exception cref="ArgumentNullException">There are no answers.</exception>
    /// <exception cref="ArgumentException">An answer is to no question of the list.</exception>
    public PersonaVerdict Assess(IReadOnlyDictionary<string, bool> answers)
    {
        Guard.Against.Null(answers);
        if (answers.Keys.Except(Questions.Select(static q => q.Code), StringComparer.Ordinal).FirstOrDefault() is { } stray)
        {
            throw new ArgumentException($"The checklist has no question \"{stray}\".", nameof(answers));
        }

        ImmutableArray<PersonaQuestion> open = [.. Questions.Where(q => !answers.ContainsKey(q.Code))];
        ImmutableArray<PersonaQuestion> no = [.. Questions.Where(q => answers.TryGetValue(q.Code, out bool yes) && !yes)];
        Score best = ScoreOf(total - no.Sum(static q => q.Weight));
        Score score = ScoreOf(total - no.Sum(static q => q.Weight) - open.Sum(static q => q.Weight));
        ImmutableArray<Reason> unknown = [.. open.Select(static q => PersonaAccountReasons.NotAnswered.With(q.Text))];
        Decision decision =
            no.Any(static q => q.IsRequired) || best < ScoreMin
                ? Decision.Denied([.. Against(no, best), .. unknown])
            : score >= ScoreMin && !open.Any(static q => q.IsRequired) ? Decision.Allowed
            : Decision.Undecidable(unknown.AsSpan());
        return new PersonaVerdict(decision, score, best, open);
    }

    private IEnumerable<Reason> Against(ImmutableArray<PersonaQuestion> no, Score best)
    {
        foreach (PersonaQuestion question in no.Where(static q => q.IsRequired))
        {
            yield return PersonaAccountReasons.RequiredIsNo.With(question.Text);
        }

        if (best < ScoreMin)
        {
            yield return PersonaAccountReasons.ScoreTooLow.With(ReasonValue.Of(best.Value), ReasonValue.Of(ScoreMin.Value));
        }

        foreach (PersonaQuestion question in no.Where(static q => !q.IsRequired))
        {
            yield return PersonaAccountReasons.AnsweredNo.With(question.Text);
        }
    }

    private Score ScoreOf(int weight) => Score.From(Score.Max * weight / total);
}

/// <summary>Whether to run a persona account, and how sure that is (人设号结论).</summary>
/// <remarks>Two verdicts are equal only when they are the same object.</remarks>
public sealed class PersonaVerdict
{
    internal PersonaVerdict(Decision decision, Score score, Score scoreMax, ImmutableArray<PersonaQuestion> open)
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
    public ImmutableArray<PersonaQuestion> Open { get; }
}
