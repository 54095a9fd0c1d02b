namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>A report on disk.</summary>
internal sealed record Report(string Shop, string Language, string Path)
{
    public string Address => new Uri(Path).AbsoluteUri;
}
