using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PrivateDomain.Core.Internals;

/// <summary>What the converters share.</summary>
internal static class JsonText
{
    /// <summary>The text of a string; null when the token is another one or half a character.</summary>
    internal static string? Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // an escape of half a surrogate pair
        }
    }

    /// <summary>The number without trailing zeros: one text for equal numbers.</summary>
    internal static decimal Canonical(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>The text of a string; anything else is an exception.</summary>
    internal static string Needed(ref Utf8JsonReader reader, string name) =>
        Read(ref reader) ?? throw new JsonException($"\"{name}\" is a text.");

    /// <summary>The choice of an enumeration by its name in camel case; anything else is an exception.</summary>
    internal static TEnum Choice<TEnum>(ref Utf8JsonReader reader, string name)
        where TEnum : struct, Enum
    {
        string text = Needed(ref reader, name);
        foreach (TEnum value in Enum.GetValues<TEnum>())
        {
            if (string.Equals(NameOf(value), text, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw new JsonException($"\"{name}\" has no choice \"{Quoted.Of(text)}\".");
    }

    /// <summary>The name of a choice as JSON has it.</summary>
    internal static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>A whole number; anything else is an exception.</summary>
    internal static int Whole(ref Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number)
            ? number
            : throw new JsonException($"\"{name}\" is a whole number.");

    /// <summary>True or false; anything else is an exception.</summary>
    internal static bool Flag(ref Utf8JsonReader reader, string name) =>
        reader.TokenType is JsonTokenType.True or JsonTokenType.False
            ? reader.GetBoolean()
            : throw new JsonException($"\"{name}\" is true or false.");

    /// <summary>A number; anything else is an exception.</summary>
    internal static decimal Number(ref Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal number)
            ? number
            : throw new JsonException($"\"{name}\" is a number.");

    /// <summary>The text, which is refused when it holds half a character: the writer would put another one in its place.</summary>
    internal static string Whole(string text) =>
        IsWhole(text) ? text : throw new JsonException("A text that holds half a character (a lone surrogate) cannot be written.");

    /// <summary>Whether every character of a text is whole.</summary>
    internal static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int length) != OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    /// <summary>Checks that an object begins here.</summary>
    internal static void StartObject(ref Utf8JsonReader reader, string what)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"An object is needed for {what}.");
        }
    }

    /// <summary>The name of the object's next member, the reader standing on its value; null at the object's end.</summary>
    internal static string? NextMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            return null;
        }

        string name = reader.GetString()!;
        reader.Read();
        return name;
    }

    /// <summary>The exception for a member that nothing reads: what is not understood is never dropped in silence.</summary>
    internal static JsonException Unknown(string member, string what) => new($"There is no member \"{Quoted.Of(member)}\" in {what}.");
}
