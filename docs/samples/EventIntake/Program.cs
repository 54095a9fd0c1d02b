using EventIntake;
using Microsoft.Extensions.Configuration;

// Without arguments: everything, on this machine. The same program is each of the silos, by what it is told when it is started.
IConfiguration arguments = new ConfigurationBuilder().AddCommandLine(args).Build();
if (arguments.Get<SiloOptions>() is { Postgres: not null } silo)
{
    await IntakeSilo.Run(silo);
    return 0;
}

return await Intake.Run(arguments.Get<IntakeOptions>() ?? new IntakeOptions());
