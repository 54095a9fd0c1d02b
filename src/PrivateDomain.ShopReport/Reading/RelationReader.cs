using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Reads what customers did and what was sent to them.</summary>
internal sealed class RelationReader(ReportOptions options)
{
    private const int BestRating = 10;
    private readonly Dictionary<string, LocalDateTime> dates = [];

    /// <summary>The fields that the touches file must have under these options.</summary>
    public string[] TouchFieldsNeeded =>
        [.. options.TouchKind == TouchKind.None ? ["kind"] : ImmutableArray<string>.Empty, options.TouchDates is null ? "date"
            : "campaign"];

    public InteractionRow Interaction(Row row)
    {
        var interaction = new InteractionRow(
            row.Customer("customer"), row.Date("date"),
            Kind(row, options.InteractionKind, InteractionKinds.Find, InteractionKinds.Known), row.Text("detail"));
        switch (interaction.Kind)
        {
            case EventKind.NpsAnswered when row.Whole("detail") > BestRating:
                row.Blame("detail", new($"A rating from 0 to {BestRating} is needed.", $"评分应在 0 至 {BestRating} 之间。"));
                break;
            case EventKind.FactNoted when RelationEvents.NoteOf(interaction.Detail) is null:
                row.Blame("detail", new("A topic and what was noted are needed, such as sizes=38.", "应为 主题=内容，例如 sizes=38。"));
                break;
            case EventKind.GroupJoined or EventKind.GroupLeft:
                row.Name("detail");
                break;
            case EventKind.OptedOut or EventKind.OptedIn when Carriers.Find(interaction.Detail) is null:
                row.Blame("detail", new($"A carrier is needed; known are: {Carriers.Known}.", $"应为载体；可用：{Carriers.Known}。"));
                break;
        }

        return interaction;
    }

    /// <summary>Notes when a campaign was sent.</summary>
    public LocalDateTime Dated(Row row) => dates[row.Text("campaign")] = row.Date("date");

    public TouchRow Touch(Row row)
    {
        LocalDateTime at = default;
        if (row.Has("date") || options.TouchDates is null)
        {
            at = row.Date("date");
        }
        else if (!dates.TryGetValue(row.Text("campaign"), out at))
        {
            string campaign = RowProblem.Shown(row.Text("campaign"));
            row.Blame("campaign", new($"It is not known when \"{campaign}\" was sent.", $"不知道“{campaign}”的发送日期。"));
        }

        return new TouchRow(row.Customer("customer"), at, Kind(row, options.TouchKind, TouchKinds.Find, TouchKinds.Known));
    }

    private static TKind Kind<TKind>(Row row, TKind otherwise, Func<string, TKind?> find, string known)
        where TKind : struct, Enum
    {
        string text = row.Text("kind");
        if (text.Length == 0 && !otherwise.Equals(default(TKind)))
        {
            return otherwise;
        }

        TKind? kind = find(text);
        if (kind is null)
        {
            row.Blame("kind", new(
                $"\"{RowProblem.Shown(text)}\" is no kind; known are: {known}.",
                $"“{RowProblem.Shown(text)}”不是可用的类型；可用：{known}。"));
        }

        return kind ?? default;
    }
}
