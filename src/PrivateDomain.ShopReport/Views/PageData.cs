using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Views;

/// <summary>What the page's script reads: its words, and what the pages of single customers say. No markup can stand in it. Sentences that
/// many customers share are there once.</summary>
internal sealed class PageData(Texts texts, DateTimeZone zone)
{
    // Letters of all languages as they are; what has a meaning in HTML is escaped by every encoder of this kind.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Dictionary<string, int> sentences = new(StringComparer.Ordinal);

    public static void Write(Html html, ReportModel model, Texts texts, ReportOptions options)
    {
        var data = new PageData(texts, options.Shop.Zone);
        string customers = Text(json => data.Customers(json, model));
        html.Raw("<script type=\"application/json\" id=\"words\">").Raw(Text(json => Words(json, texts))).Raw("</script>\n")
            .Raw("<script type=\"application/json\" id=\"sentences\">").Raw(Text(data.Sentences)).Raw("</script>\n")
            .Raw("<script type=\"application/json\" id=\"customers\">").Raw(customers).Raw("</script>\n");
    }

    private static void Words(Utf8JsonWriter json, Texts texts)
    {
        json.WriteStartObject();
        foreach ((string name, string text) in texts.PageWords)
        {
            json.WriteString(name, text);
        }

        json.WriteEndObject();
    }

    private void Sentences(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (string sentence in sentences.OrderBy(static each => each.Value).Select(static each => each.Key))
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
    }

    private void Customers(Utf8JsonWriter json, ReportModel model)
    {
        Dictionary<CustomerId, ToWrite> today = (model.Today?.List ?? []).ToDictionary(static each => each.Customer.Facts.Customer);
        json.WriteStartArray();
        foreach (CustomerPart each in model.Customers?.List ?? [])
        {
            json.WriteStartObject();
            Write(json, each, today.GetValueOrDefault(each.Facts.Customer));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, CustomerPart customer, ToWrite? today)
    {
        json.WriteString("name", customer.Facts.Customer.Text);
        json.WriteStartArray("facts");
        foreach ((string name, string value) in texts.FactsOf(customer, zone))
        {
            json.WriteNumberValue(PlaceOf(name));
            json.WriteNumberValue(PlaceOf(value));
        }

        json.WriteEndArray();
        Write(json, "today", today is null ? [] : [texts.Why(today), texts.About(today)]);
        json.WriteNumber("stage", PlaceOf(texts.StageOf(customer.Stage)));
        Write(json, "missing", texts.Missing(customer.Stage, zone));
        json.WriteStartArray("answers");
        foreach ((var kind, OutreachDecision decision) in customer.Answers)
        {
            WriteAnswer(json, texts.NameOf(kind), Style.ClassOf(decision.Outcome), texts.AnswerOf(decision, zone),
                decision.Reasons.Select(reason => reason.ToString(texts.Language, zone)));
        }

        json.WriteEndArray();
        Write(json, "changes", customer.Changes.Select(change => texts.ChangeOf(change, zone)));
        json.WriteStartArray("segments");
        foreach ((string segment, RuleExplanation why) in customer.Segments)
        {
            WriteAnswer(json, segment, why.Truth switch { Truth.Yes => "yes", Truth.No => "none", _ => "unsaid" },
                texts.AnswerOf(why.Truth), why.Leaves.Select(leaf => leaf.ToString(texts.Language)));
        }

        json.WriteEndArray();
    }

    private void WriteAnswer(Utf8JsonWriter json, string name, string style, string answer, IEnumerable<string> why)
    {
        json.WriteStartObject();
        json.WriteNumber("name", PlaceOf(name));
        json.WriteString("style", style);
        json.WriteNumber("answer", PlaceOf($"{(style == "none" ? "–" : Style.IconOf(style))} {answer}"));
        Write(json, "why", why);
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, string name, IEnumerable<string> lines)
    {
        json.WriteStartArray(name);
        foreach (string line in lines)
        {
            json.WriteNumberValue(PlaceOf(line));
        }

        json.WriteEndArray();
    }

    private int PlaceOf(string sentence)
    {
        if (!sentences.TryGetValue(sentence, out int place))
        {
            sentences[sentence] = place = sentences.Count;
        }

        return place;
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
