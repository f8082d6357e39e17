import { Duration, LogfireProject, TokenRotation } from '../../src';
import { cleanUp, newApp, newStack, synth } from '../synth';

const DAY = 86_400_000;
/** The Julian day number of 1970-01-01. */
const EPOCH = 2_440_588;

afterEach(cleanUp);

function calendarLocals(): { [name: string]: string } {
  const stack = newStack();
  const shop = LogfireProject.fromProjectId(stack, 'Shop', '00000000-0000-4000-8000-000000000001');
  shop.addWriteToken('A', { rotation: TokenRotation.every(Duration.days(30)) });
  shop.addReadToken('B', { rotation: TokenRotation.every(Duration.days(7)) });
  return synth(stack).locals;
}

/** Terraform's arithmetic in JavaScript: the emitted text itself is evaluated. */
function dayNumberFunction(locals: { [name: string]: string }): (date: Date) => number {
  const order = ['logfire_year', 'logfire_month', 'logfire_before_march', 'logfire_march_year', 'logfire_march_month', 'logfire_day'];
  expect(Object.keys(locals).sort()).toEqual([...order].sort());
  const body = order.map((name) => `const ${name} = ${locals[name].slice(2, -1).replace(/local\./g, '')};`).join('\n');
  const evaluate = new Function('floor', 'tonumber', 'formatdate', 'plantimestamp', `${body}\nreturn logfire_day;`);
  const formatdate = (format: string, date: Date) => {
    switch (format) {
      case 'YYYY': return date.getUTCFullYear();
      case 'M': return date.getUTCMonth() + 1;
      case 'D': return date.getUTCDate();
      default: throw new Error(`unexpected format ${format}`);
    }
  };
  return (date) => evaluate(Math.floor, Number, formatdate, () => date);
}

describe('the calendar', () => {
  test('is in a stack once, however many tokens rotate, and not where none does', () => {
    expect(Object.keys(calendarLocals())).toHaveLength(6);
    const stack = newStack(newApp(), 'none');
    new LogfireProject(stack, 'Shop').addWriteToken('Token');
    expect(synth(stack).locals).toBeUndefined();
  });

  test('gives each day of 400 years the next number', () => {
    const dayNumber = dayNumberFunction(calendarLocals());
    for (let time = Date.UTC(2000, 0, 1); time < Date.UTC(2400, 0, 1); time += DAY) {
      if (dayNumber(new Date(time)) !== EPOCH + time / DAY) {
        throw new Error(`${new Date(time).toISOString()} has number ${dayNumber(new Date(time))}, not ${EPOCH + time / DAY}`);
      }
    }
    expect(dayNumber(new Date(Date.UTC(2026, 10, 23, 23, 59, 59)))).toBe(EPOCH + Date.UTC(2026, 10, 23) / DAY);
  });
});
