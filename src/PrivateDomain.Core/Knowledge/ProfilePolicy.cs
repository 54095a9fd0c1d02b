using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Knowledge;

/// <summary>How well does the shop know a customer (服务深度), and what is to be asked next? Who knows the household, sizes and occasions
/// serves deeper.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of the options; there is no ordering. The rule is from the article on
/// private traffic in retail.</remarks>
/// <example>
/// <code>
/// ProfileAssessment profile = ProfilePolicy.Default.Assess(history.FactsAt(now, shop));
/// string? ask = profile.Ask?.Name; // the topic not known that weighs the most
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class ProfilePolicy : Policy<ProfilePolicy, ProfileOptions>, IPolicy<ProfilePolicy, ProfileOptions>
{
    private ProfilePolicy(ProfileOptions options)
        : base(options)
    {
    }

    static ProfilePolicy IPolicy<ProfilePolicy, ProfileOptions>.Make(ProfileOptions options) => new(options);

    /// <summary>What is known of a customer, topic by topic: the last note on each, as long as it holds.</summary>
    /// <param name="facts">The customer's facts.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public ProfileAssessment Assess(CustomerFacts facts)
    {
        Guard.Against.Null(facts);
        ImmutableSortedDictionary<string, FactNoted> notes = facts.Notes;
        DateTimeZone zone = facts.Shop.Zone;
        LocalDate today = facts.AsOf.InZone(zone).Date;
        return new ProfileAssessment(facts.Customer,
        [
            .. Options.Topics.Select(topic => notes.TryGetValue(topic.Name, out FactNoted? note)
                ? new TopicKnowledge(topic, note.Value, note.At.InZone(zone).Date, today)
                : new TopicKnowledge(topic, null, null, today)),
        ]);
    }
}
