using System.Security.Cryptography;
using System.Text;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The beginning of a page, up to its body: nothing from outside, and no script and no style but those of the page.</summary>
internal static class PageHead
{
    internal static Html Write(Html html, string language, string title, string? script = null) => html
        .Raw($"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .Raw(script is null ? "" : $"script-src {Hash(script)}; ")
        .Raw($"style-src {Hash(Style.Sheet)}; base-uri 'none'; form-action 'none'\"/>\n")
        .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        .Raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n")
        .Element("title", title)
        .Raw("<style>").Raw(Style.Sheet).Raw("</style>\n</head>\n<body>\n");

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
