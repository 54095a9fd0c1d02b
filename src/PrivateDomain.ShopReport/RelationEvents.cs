using System.Globalization;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.ShopReport.Reading;

namespace PrivateDomain.ShopReport;

/// <summary>What a customer did as the library's event.</summary>
internal static class RelationEvents
{
    private const int TextMax = 128;

    public static CustomerEvent Of(InteractionRow row, CustomerEventId id, Instant at) => row.Kind switch
    {
        EventKind.MessageReceived => new MessageReceived(id, row.Customer, at),
        EventKind.ActivityJoined => new ActivityJoined(id, row.Customer, at),
        EventKind.SurveyAnswered => new SurveyAnswered(id, row.Customer, at),
        EventKind.FeedbackVolunteered => new FeedbackVolunteered(id, row.Customer, at),
        EventKind.RecommendationMade => new RecommendationMade(id, row.Customer, at),
        EventKind.ReferralConverted => new ReferralConverted(id, row.Customer, at),
        EventKind.NpsAnswered =>
            new NpsAnswered(id, row.Customer, at, (int)decimal.Parse(row.Detail, NumberStyles.Float, CultureInfo.InvariantCulture)),
        EventKind.FactNoted when NoteOf(row.Detail) is var (topic, value) => new FactNoted(id, row.Customer, at, topic, value),
        EventKind.RivalDeclined => new RivalDeclined(id, row.Customer, at),
        EventKind.GroupJoined => new GroupJoined(id, row.Customer, at, row.Detail),
        EventKind.GroupLeft => new GroupLeft(id, row.Customer, at, row.Detail),
        EventKind.WelfareReceived => new WelfareReceived(id, row.Customer, at),
        EventKind.ComplaintMade => new ComplaintMade(id, row.Customer, at),
        EventKind.OptedOut => new OptedOut(id, row.Customer, at, Carriers.Find(row.Detail)!.Value),
        EventKind.OptedIn => new OptedIn(id, row.Customer, at, Carriers.Find(row.Detail)!.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "A kind that can be read is needed."),
    };

    /// <summary>Topic and content of a note such as <c>sizes=38</c>; null when it has another form.</summary>
    public static (string Topic, string Value)? NoteOf(string detail)
    {
        int at = detail.AsSpan().IndexOfAny('=', ':', '：');
        (string topic, string value) = at < 0 ? ("", "") : (detail[..at].Trim(), detail[(at + 1)..].Trim());
        return topic.Length is > 0 and <= TextMax && value.Length is > 0 and <= TextMax ? (topic, value) : null;
    }
}
