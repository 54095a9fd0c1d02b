using System.Text;
using PrivateDomain.ShopReport;

Console.OutputEncoding = Encoding.UTF8;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
return App.Run(args, Console.Out, Console.Error, stop.Token);
