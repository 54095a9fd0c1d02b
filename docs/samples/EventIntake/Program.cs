using EventIntake;
using Microsoft.Extensions.Configuration;

// Without arguments: everything, on this machine. The same program is each of the silos, by what it is told when it is started.
IConfiguration arguments = new ConfigurationBuilder().AddCommandLine(args).Build();
if (arguments.Get<SiloOptions>() is { Postgres: not null } silo)
{
    await IntakeSilo.Run(silo);
    return 0;
}

if (args is ["--help" or "-h", ..])
{
    Console.WriteLine($"Options, each with a number: {string.Join(", ", IntakeOptions.Names)}. Without any it takes about a minute.");
    return 0;
}

string[] unknown =
[
    .. arguments.AsEnumerable().Select(static entry => "--" + entry.Key.ToLowerInvariant())
        .Except(IntakeOptions.Names, StringComparer.Ordinal),
];
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"There is no option {string.Join(", ", unknown)}; --help tells which there are.");
    return 2;
}

return await Intake.Run(arguments.Get<IntakeOptions>() ?? new IntakeOptions());
