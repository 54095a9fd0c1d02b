using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Knowledge;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.ShopReport;

/// <summary>Which needs are shown, and how well customers are known: where the files tell product groups and notes.</summary>
internal sealed class KnowledgeAnalysis(ShopRules rules)
{
    /// <summary>The needs by product group, and the depth over the linked customers; null when the files tell neither.</summary>
    public KnowledgePart? Of(ImmutableArray<CustomerFacts> facts)
    {
        ImmutableArray<CustomerFacts> linked = [.. facts.Where(static each => each.IsLinked)];
        bool hasNotes = linked.Any(static each => !each.Notes.IsEmpty);
        if (linked.IsEmpty || (!hasNotes && rules.Needs.Options.Groups.IsEmpty))
        {
            return null;
        }

        ImmutableArray<NeedAssessment>[] needs = [.. linked.Select(rules.Needs.Assess)];
        ImmutableArray<NeedLine> lines =
        [
            .. rules.Needs.Options.Groups.Select((group, place) => new NeedLine(
                group.Name,
                [.. Enum.GetValues<NeedState>().Select(state => needs.Count(of => of[place].State == state))])),
        ];
        if (!hasNotes)
        {
            return new KnowledgePart(lines, null, []);
        }

        ProfileAssessment[] profiles = [.. linked.Select(rules.Profile.Assess)];
        return new KnowledgePart(
            lines,
            Ratio.From(profiles.Sum(static profile => profile.Depth.Value), profiles.Length),
            [
                .. rules.Profile.Options.Topics.Select((topic, place) => new TopicLine(
                    topic.Label,
                    profiles.Count(profile => profile.Topics[place].State == TopicState.Known),
                    profiles.Count(profile => profile.Topics[place].State == TopicState.Stale),
                    profiles.Count(profile => profile.Ask == topic))),
            ]);
    }
}

/// <summary>What is known of needs, and of customers.</summary>
/// <param name="Needs">A line for each product group.</param>
/// <param name="Depth">The mean depth of the linked customers; null when nothing was noted.</param>
/// <param name="Topics">A line for each topic of the profile.</param>
internal sealed record KnowledgePart(ImmutableArray<NeedLine> Needs, Ratio? Depth, ImmutableArray<TopicLine> Topics);

/// <summary>How many linked customers are in each state of need of a product group.</summary>
internal sealed record NeedLine(string Group, ImmutableArray<int> Customers);

/// <summary>Of how many linked customers a topic is known, was known, or is to be asked next.</summary>
internal sealed record TopicLine(Bilingual Label, int Known, int Stale, int AskNext);
