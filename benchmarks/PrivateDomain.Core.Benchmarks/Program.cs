using BenchmarkDotNet.Running;
using PrivateDomain.Core.Benchmarks;

if (args is ["gates"])
{
    return Gates.Run() ? 0 : 1;
}

if (args is ["scoreboard", .. var options])
{
    return Scoreboard.Run(options);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
