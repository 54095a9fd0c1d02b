// Answers the tests from ClickHouse in this process: a request and an answer a line, as JSON.
import { createInterface } from 'node:readline';
import { Session } from 'chdb';

const session = new Session();
session.query('set max_threads = 1'); // the tables are small
for await (const line of createInterface({ input: process.stdin })) {
  let answer = {};
  try {
    const { statement, query, parameters } = JSON.parse(line);
    if (statement) {
      session.query(statement);
    } else {
      answer = { ids: JSON.parse(session.queryBind(query, parameters, 'JSONCompactColumns') || '[[]]')[0] ?? [] };
    }
  } catch (error) {
    answer = { error: String(error.message) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
session.close();
