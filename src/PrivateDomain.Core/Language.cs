using System.Globalization;

namespace PrivateDomain.Core;

/// <summary>A language in which the library speaks to people (语言).</summary>
/// <remarks>The default value is <see cref="English"/>, the language of everything invariant.</remarks>
public enum Language
{
    /// <summary>English.</summary>
    English = 0,

    /// <summary>Simplified Chinese (简体中文).</summary>
    SimplifiedChinese = 1,
}

/// <summary>Chooses a <see cref="Language"/> (选择语言).</summary>
public static class Languages
{
    /// <summary>The language for a culture: Simplified Chinese for every Chinese culture, English for every other and for none.</summary>
    /// <param name="provider">A <see cref="CultureInfo"/>; any other provider, and null, stand for the invariant culture.</param>
    /// <returns>The language. The thread's culture is never looked at.</returns>
    public static Language For(IFormatProvider? provider) =>
        provider is CultureInfo { Name: var name } && (name is "zh" || name.StartsWith("zh-", StringComparison.OrdinalIgnoreCase))
            ? Language.SimplifiedChinese // by its name, which a host without ICU knows too
            : Language.English;
}
