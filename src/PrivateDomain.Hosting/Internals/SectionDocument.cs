using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using PrivateDomain.Core;

namespace PrivateDomain.Hosting.Internals;

/// <summary>Writes a section of the configuration as the document of a shop's rules, so that there is one reader and one list of mistakes.
/// A configuration holds only texts and compares keys without case: the document's schema tells which text is a number, a list or a
/// member.</summary>
internal static class SectionDocument
{
    internal static ShopDocument Of(string shop, IConfigurationSection section)
    {
        if (!section.Exists())
        {
            return new ShopDocument(shop, new Mistake(section.Path, HostingReasons.SectionMissing.With()));
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            Write(writer, section, DocumentForm.OfShop);
        }

        return new ShopDocument(shop, buffer.WrittenSpan.ToArray(), mistake => mistake.InSection(section.Path));
    }

    private static void Write(Utf8JsonWriter writer, IConfigurationSection section, DocumentForm form)
    {
        IConfigurationSection[] children = [.. section.GetChildren()];
        if (children.Length == 0)
        {
            WriteText(writer, section.Value, form);
        }
        else if (form.IsList && Array.TrueForAll(children, static child => child.Key.All(char.IsAsciiDigit)))
        {
            writer.WriteStartArray();
            foreach (IConfigurationSection child in children)
            {
                Write(writer, child, form.Entry);
            }

            writer.WriteEndArray();
        }
        else
        {
            DocumentForm narrow = form.Narrowed(children);
            writer.WriteStartObject();
            foreach (IConfigurationSection child in children)
            {
                (string name, DocumentForm member) = narrow.Member(child.Key);
                writer.WritePropertyName(Encoding.UTF8.GetBytes(name));
                Write(writer, child, member);
            }

            writer.WriteEndObject();
        }
    }

    // Empty lists, empty objects and nulls are one text or none in a configuration.
    private static void WriteText(Utf8JsonWriter writer, string? text, DocumentForm form)
    {
        if (string.IsNullOrEmpty(text) && !(text is not null && form.IsText))
        {
            WriteNothing(writer, form);
        }
        else if (form.IsYesNo && bool.TryParse(text, out bool isSo))
        {
            writer.WriteBooleanValue(isSo);
        }
        else if (form.IsNumber && IsNumber(text!))
        {
            writer.WriteRawValue(text!, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(Encoding.UTF8.GetBytes(text!)); // half a character becomes U+FFFD
        }
    }

    private static void WriteNothing(Utf8JsonWriter writer, DocumentForm form)
    {
        if (form.IsNull)
        {
            writer.WriteNullValue();
        }
        else if (form.IsList)
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
        }
        else if (form.IsObject)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStringValue("");
        }
    }

    private static bool IsNumber(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !char.IsWhiteSpace(text[0]) && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
