namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>What the page is seen on.</summary>
internal sealed record View(string Name, int Width, int Height, bool IsDark = false)
{
    public static readonly View Desk = new("desk", 1280, 900);
    public static readonly View DarkDesk = new("dark desk", 1280, 900, IsDark: true);
    public static readonly View WideDesk = new("wide desk", 2200, 1200);
    public static readonly View Tablet = new("tablet", 820, 1180);
    public static readonly View Phone = new("phone", 390, 844);
    public static readonly View DarkPhone = new("dark phone", 390, 844, IsDark: true);

    /// <summary>What lies between the margins of A4.</summary>
    public static readonly View Paper = new("paper", 703, 1000);

    public static readonly View[] All = [Desk, DarkDesk, WideDesk, Tablet, Phone, DarkPhone];

    public static View Of(string name) => All.Single(each => each.Name == name);
}
