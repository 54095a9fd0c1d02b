namespace ShopReport.Tests; public sealed class StartTests { [Fact] public void Starts() => Assert.NotNull(typeof(Program)); }
