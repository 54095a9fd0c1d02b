using System.Globalization;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.ShopReport.Reading;

namespace PrivateDomain.ShopReport;

/// <summary>What a customer did as the library's event.</summary>
internal static class RelationEvents
{
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
        EventKind.RivalDeclined => new RivalDeclined(id, row.Customer, at),
        EventKind.GroupJoined => new GroupJoined(id, row.Customer, at, row.Detail),
        EventKind.GroupLeft => new GroupLeft(id, row.Customer, at, row.Detail),
        EventKind.WelfareReceived => new WelfareReceived(id, row.Customer, at),
        EventKind.ComplaintMade => new ComplaintMade(id, row.Customer, at),
        EventKind.OptedOut => new OptedOut(id, row.Customer, at, Carriers.Find(row.Detail)!.Value),
        EventKind.OptedIn => new OptedIn(id, row.Customer, at, Carriers.Find(row.Detail)!.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "A kind that can be read is needed."),
    };
}
