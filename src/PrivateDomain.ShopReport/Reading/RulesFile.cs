using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Reads a document of a shop's rules (docs/shop-rules.md).</summary>
internal static class RulesFile
{
    /// <summary>The options that the document states.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shop">The shop whose files are read: another currency is refused, and so are other days.</param>
    /// <exception cref="CannotRunException">There is no such file, the document is wrong, with all mistakes, or it is of another
    /// shop.</exception>
    public static ShopOptions Read(string path, Shop shop)
    {
        if (!File.Exists(path))
        {
            throw new CannotRunException(new($"There is no file \"{path}\".", $"找不到文件“{path}”。"));
        }

        if (!ShopOptionsJson.TryRead(
            DateTimeZoneProviders.Tzdb, ShopFacts.Schema, File.ReadAllBytes(path), out ShopOptions? options,
            out ImmutableArray<Mistake> mistakes))
        {
            throw new CannotRunException(new(
                Lines(path, mistakes, Language.English), Lines(path, mistakes, Language.SimplifiedChinese)));
        }

        if (options.Currency != shop.Currency)
        {
            throw new CannotRunException(new(
                $"The rules in \"{path}\" are in {options.Currency.Code}, the files in {shop.Currency.Code}: give --currency.",
                $"“{path}”中的规则以 {options.Currency.Code} 计，文件以 {shop.Currency.Code} 计：请用 --currency 指定。"));
        }

        if (!options.Zone!.Equals(shop.Zone))
        {
            throw new CannotRunException(new(
                $"The rules in \"{path}\" have the days of {options.Zone.Id}, the files are read in those of {shop.Zone.Id}: give --zone.",
                $"“{path}”中的规则使用 {options.Zone.Id} 的日期，文件按 {shop.Zone.Id} 读取：请用 --zone 指定。"));
        }

        return options;
    }

    private static string Lines(string path, ImmutableArray<Mistake> mistakes, Language language) =>
        string.Join(Environment.NewLine, mistakes.Select(mistake => $"{path}: {mistake.ToString(language)}"));
}
