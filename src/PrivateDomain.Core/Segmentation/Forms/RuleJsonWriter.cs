using System.Collections.Immutable;
using System.Text.Json;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Writes rules as JSON.</summary>
internal static class RuleJsonWriter
{
    internal static void WriteSegment(Utf8JsonWriter writer, Segment segment)
    {
        writer.WriteStartObject();
        writer.WriteString("name", segment.Name);
        writer.WriteNumber("version", segment.Version);
        WriteRule(writer, "rule", segment.Rule);
        writer.WriteEndObject();
    }

    internal static void WriteRule(Utf8JsonWriter writer, string member, SegmentRule rule)
    {
        writer.WritePropertyName(member);
        WriteRule(writer, rule);
    }

    private static void WriteRule(Utf8JsonWriter writer, SegmentRule rule)
    {
        writer.WriteStartObject();
        switch (rule)
        {
            case GroupRule group:
                if (group.Operator == GroupOperator.AtLeastOf)
                {
                    writer.WriteNumber("count", group.Count);
                }

                writer.WriteStartArray(RulePath.NameOf(group.Operator));
                foreach (SegmentRule part in group.Rules)
                {
                    WriteRule(writer, part);
                }

                writer.WriteEndArray();
                break;
            case NotRule not:
                WriteRule(writer, "not", not.Rule);
                break;
            case ReferenceRule reference:
                writer.WriteString("segment", reference.Name);
                break;
            default:
                writer.WriteString("fact", RuleReader.FactOf(rule)!.Name);
                WriteComparison(writer, rule);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter writer, SegmentRule leaf)
    {
        switch (leaf)
        {
            case NumberRule number:
                Is(number.Operator);
                writer.WriteNumber(number.Operator == NumberOperator.Between ? "from" : "value", number.Value);
                if (number.Operator == NumberOperator.Between)
                {
                    writer.WriteNumber("to", number.High);
                }

                break;
            case DateRule date:
                Is(date.Operator);
                WriteDate(writer, date);
                break;
            case YesNoRule yesNo:
                writer.WriteString("is", yesNo.Expected ? "yes" : "no");
                break;
            case KnownRule known:
                writer.WriteString("is", known.Known ? "known" : "unknown");
                break;
            case TextRule text:
                Is(text.Operator);
                WriteList(writer, text.Values);
                break;
            case TextSetRule set:
                Is(set.Operator);
                WriteList(writer, set.Values);
                break;
            case ChoiceRule choice:
                Is(choice.Operator);
                if (choice.Operator >= ChoiceOperator.AnyOf)
                {
                    WriteList(writer, choice.Levels);
                }
                else
                {
                    writer.WriteString("value", choice.Levels[0]);
                }

                break;
        }

        void Is<TEnum>(TEnum how)
            where TEnum : struct, Enum => writer.WriteString("is", SnakeNames<TEnum>.Of(how));
    }

    private static void WriteDate(Utf8JsonWriter writer, DateRule rule)
    {
        if (rule.IsRelative)
        {
            writer.WriteNumber("days", rule.Days);
            return;
        }

        writer.WriteString(rule.Operator == DateOperator.Between ? "from" : "value", RulePrinter.Of(rule.Date));
        if (rule.Operator == DateOperator.Between)
        {
            writer.WriteString("to", RulePrinter.Of(rule.LastDate));
        }
    }

    private static void WriteList(Utf8JsonWriter writer, ImmutableArray<string> values)
    {
        writer.WriteStartArray("values");
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
