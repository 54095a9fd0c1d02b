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
    internal static string Needed(ref Utf8JsonReader reader, string name) => Read(ref reader) ?? throw new JsonException($"\"{name}\" is a text.");

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
