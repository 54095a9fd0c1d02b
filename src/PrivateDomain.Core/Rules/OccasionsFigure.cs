using System.Text.Json;
using System.Text.Json.Nodes;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Rules;

/// <summary>The occasions of a shop's calendar, as a list.</summary>
internal sealed class OccasionsFigure() : MemberFigure<ShopOptions>(
    "occasions", new("occasions", "福利时机"), Internals.Documents.Source.TraditionalToPrivate, isOptional: false)
{
    private static Description<CalendarFigures> Description => Descriptions.Of<CalendarFigures>();

    private protected override Bilingual Range => Wanted.List;

    private protected override bool ShowsDefault => false;

    internal override void Check(ShopOptions options, FoundMistakes mistakes)
    {
    }

    internal override IEnumerable<FigureRow> Rows(ShopOptions? options) => Description.Rows(FiguresOf(options));

    internal override void Compare(ShopOptions before, ShopOptions after, string place, Bilingual whole, List<FigureDifference> found)
    {
        if (!Equals(before.Occasions, after.Occasions))
        {
            Description.Compare(FiguresOf(before), FiguresOf(after), place, whole, found);
        }
    }

    internal override Bilingual Say(ShopOptions options) => Unit.Say(FiguresOf(options).Occasions.Length, Unit.Items);

    private protected override bool IsStated(ShopOptions options) => options.Occasions is not null;

    private protected override ShopOptions Clear(ShopOptions options) => options;

    private protected override ShopOptions ReadStated(ref OptionsReader reader, ShopOptions options)
    {
        int told = reader.Input.Found.Count;
        CalendarFigures figures = Description.ReadMember(ref reader, Member, new CalendarFigures());
        FoundMistakes found = Description.Find(figures);
        reader.Input.Later.AddRange(found.All);
        return found.IsEmpty && reader.Input.Found.Count == told
            ? options with { Occasions = WelfareCalendar.Create(figures.Occasions.Select(static occasion => occasion.ToOccasion())) }
            : options;
    }

    private protected override void WriteStated(Utf8JsonWriter writer, ShopOptions options) =>
        Description.WriteMember(writer, Member, FiguresOf(options));

    private protected override JsonObject SchemaOfValue() => Description.SchemaOf(Member);

    private static CalendarFigures FiguresOf(ShopOptions? options) =>
        options?.Occasions is { } calendar ? CalendarFigures.From(calendar) : new CalendarFigures();
}
