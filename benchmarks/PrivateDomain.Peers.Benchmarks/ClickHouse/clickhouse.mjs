// Answers the benchmarks from ClickHouse in this process: a request and an answer a line, as JSON. Times are of the query alone, in nanoseconds.
// Its one argument is the folder where chdb is installed.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const { Session } = createRequire(join(process.argv[2], 'package.json'))('chdb');
const session = new Session();
for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const text = JSON.parse(line);
    const used = process.cpuUsage();
    const begun = process.hrtime.bigint();
    const table = session.query(text, 'TabSeparated');
    const wall = Number(process.hrtime.bigint() - begun);
    const { user, system } = process.cpuUsage(used);
    answer = { wall, processor: (user + system) * 1000, cells: String(table ?? '').trim().split(/\s+/) };
  } catch (error) {
    answer = { error: String(error.message) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
session.close?.();
