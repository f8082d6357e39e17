import { TerraformVariable } from 'cdktf';
import { DashboardDefinition, LogfirePolicy, LogfireProject, TerraformExpression } from '../../../src';
import type { ValueId } from '../../../src/core/error-ids';
import type { Entries } from '../entry';

export const VALUES: Entries<ValueId> = {
  'column-type': {
    meaning: 'A filter or an aggregate has a column of the wrong type: text where numbers are needed, or numbers where text is needed.',
    why: 'SQL compares text letter by letter, so that `\'9\'` is greater than `\'10\'`. The query would run and select the wrong rows.',
    remedy: 'For numbers, use `numberColumn` and an aggregate over a numeric column. For text, use `column` with `EQUALS` or `NOT_EQUALS`. For booleans and timestamps, write the condition in `fromSql`.',
    code: 'RecordFilter.numberColumn(RecordColumn.DURATION, QueryComparison.GREATER_THAN, 2);',
  },
  'construct-id': {
    meaning: 'The `id` of a construct is empty, is not a string, or comes from a Terraform expression.',
    why: 'Terraform addresses are built from construct ids, so an id has to be known at synth and has to stay the same.',
    remedy: 'Pass a fixed string that is unique in its scope. If you need a name that only Terraform knows, pass it as a prop such as `projectName`, not as the id.',
  },
  'construct-scope': {
    meaning: 'The first argument of a construct is not a construct, or it is not inside a stack.',
    why: 'A resource is written to the file of its stack. A construct directly below an `App` has no stack, so nothing would be written for it.',
    remedy: 'Create a `TerraformStack` first, and pass the stack or a construct inside it as the scope. Inside a class of your own, that is `this` (`self` in Python).',
  },
  'distinct-values': {
    meaning: 'A list or a query has the same value or the same name twice.',
    why: 'Logfire would reject the list, or two columns of a result would have one name and only one of them would be usable.',
    remedy: 'Remove the repeated value, or rename one of the columns. The error shows which one occurs twice.',
  },
  'duration-range': {
    meaning: 'A duration is shorter or longer than Logfire or Terraform allows. The error shows both ends of the range; both are allowed.',
    why: 'The apply would fail in the middle, after other resources have been changed.',
    remedy: 'Pass a duration within the range. Look at the unit first: `Duration.minutes(5)` and `Duration.seconds(5)` are easily confused.',
  },
  'instant': {
    meaning: 'A string that stands for an instant is not a valid RFC 3339 timestamp, or names a day that does not exist.',
    why: 'Terraform and Logfire compare instants as text. A date without a time or without an offset has no exact meaning.',
    remedy: 'Write the date, the time with seconds, and `Z` or an offset.',
    code: 'project.addWriteToken(\'Token\', { expiry: TokenExpiry.at(\'2027-03-31T00:00:00Z\') });',
  },
  'known-at-synth': {
    program: (stack) => DashboardDefinition.fromJson(new TerraformVariable(stack, 'dashboard', {}).stringValue),
    meaning: 'A value comes from a Terraform expression, such as a variable, but the library needs it while the program runs.',
    why: 'The value decides what is generated: the text of a query, the windows of a schedule, or which file is read. Terraform resolves expressions later.',
    remedy: 'Pass a literal. To use different values in different environments, decide in the program, for example by an environment variable or by the stack.',
  },
  'max-length': {
    meaning: 'A string is longer than Logfire accepts. The library counts characters, or bytes where the error says so.',
    why: 'Logfire would reject the string in the middle of the apply.',
    remedy: 'Shorten the string. Long explanations belong into a runbook or a README that the description links to.',
  },
  'method-object': {
    program: (stack) => {
      const { addWriteToken } = new LogfireProject(stack, 'Shop');
      addWriteToken('Token');
    },
    meaning: 'A method was called as a function, without its object.',
    why: 'In JavaScript and TypeScript, a method loses its object when you store it in a variable or pass it on.',
    remedy: 'Call it on the object: `project.addWriteToken(\'Token\')`. To pass it on, wrap it: `(id) => project.addWriteToken(id)`.',
  },
  'method-promise': {
    program: (stack, app) => {
      // An async method, as a program without a compiler may have.
      const late = class extends LogfirePolicy { public async check() { /* nothing */ } } as unknown as new (rule: string) => LogfirePolicy;
      new LogfireProject(stack, 'Shop');
      new late('Late').applyTo(app);
      app.synth();
    },
    meaning: 'A method that you implement, such as the `check` of a policy or the `store` of a secret sink, returns a promise.',
    why: 'Synth does not wait. What an `async` method does after its first `await` would be lost without an error.',
    remedy: 'Remove `async`. Load what the method needs before you create the app.',
  },
  'not-blank': {
    meaning: 'A string is empty or has only whitespace.',
    why: 'An empty string is almost always a mistake, such as an environment variable that is not set. Logfire would reject it, or show an object without a name.',
    remedy: 'Pass the text, or leave the prop out if it is optional. The error says which of the two applies.',
  },
  'not-empty': {
    meaning: 'A list that needs at least one element is empty.',
    why: 'An API key without scopes, a schedule without windows or a policy set without policies does nothing, and Logfire rejects most of them.',
    remedy: 'Add an element. If the list is computed, look at why it is empty. To notify nobody on purpose, use the factory that says so, such as `SloTierRouting.nobody()`.',
  },
  'number-range': {
    meaning: 'A number is outside its range, has a fraction where a whole number is needed, or is infinite.',
    why: 'Logfire would reject the number, or the query would never match: a percentile of 0.95 is not the 95th percentile.',
    remedy: 'Pass a number within the range that the error shows. Percentages and percentiles go from 0 to 100, not from 0 to 1.',
  },
  'positive-duration': {
    meaning: 'A duration is zero or negative.',
    why: 'A token with such a lifetime would have expired before it exists, and a query with such a window would never find a row.',
    remedy: 'Pass a duration longer than zero. If you want a token that never expires, use `TokenExpiry.never` with a reason.',
  },
  'resource-name': {
    meaning: 'The name of a resource does not have the form that Logfire accepts for this kind of resource.',
    why: 'Logfire would reject the name in the middle of the apply.',
    remedy: 'Correct the name as the error says, or leave the prop out: the library then derives a valid name from the construct\'s path.',
    code: 'new LogfireProject(this, \'Shop\', { projectName: \'web-shop\' });',
  },
  'terraform-expression': {
    program: () => TerraformExpression.raw('${var.stage}'),
    meaning: 'The text of `TerraformExpression.raw` is not one complete Terraform expression.',
    why: 'The text is written into the Terraform file as it is. A missing bracket or quote would change the meaning of what follows.',
    remedy: 'Write the expression without `${` and `}` around it, with all brackets and quotes closed, and without comments.',
    code: 'new LogfireProject(this, \'Shop\', { description: TerraformExpression.raw(\'upper(var.stage)\') });',
  },
  'text-characters': {
    meaning: 'A string contains a character that JSON or Logfire cannot store: U+0000, half of an emoji, or a byte order mark at its start.',
    why: 'Neither JSON nor Logfire can store it. The stored text would differ from yours.',
    remedy: 'Remove the character. A byte order mark comes from a file that an editor saved with one: save the file as UTF-8 without it. Half of an emoji comes from cutting a string at a fixed length.',
  },
  'too-many-arguments': {
    meaning: 'A call has more arguments than the method takes.',
    why: 'JavaScript ignores extra arguments. An option that you pass would have no effect, without an error.',
    remedy: 'Remove the argument, or look up the method that takes it. Options usually go into one object, the props.',
  },
  'unknown-prop': {
    meaning: 'An object of props has a member that does not exist. The error shows the nearest name, or all of them.',
    why: 'A misspelled optional prop would be ignored: the resource would be created without what you asked for.',
    remedy: 'Correct the spelling, or remove the prop. Props are spelled as in the error: `dailyLimitUsd` is `daily_limit_usd` in Python.',
  },
  'uuid': {
    meaning: 'The id of something that exists, such as a project, a channel or a schedule, is empty or not a UUID. Where the id may be right nevertheless, this is a warning.',
    why: 'Logfire finds these objects only by their UUID, not by their name. The apply would fail with a less clear error.',
    remedy: 'Copy the UUID from the settings of the object in Logfire. If the object is in the same app, pass the construct instead of an id.',
    code: 'LogfireProject.fromProjectId(this, \'Shop\', \'00000000-0000-4000-8000-000000000001\');',
  },
  'value-type': {
    meaning: 'A value has the wrong type, for example a string where a `Duration` is needed, or an object of another class.',
    why: 'A compiler finds this in TypeScript, Java, C# and Go. In Python and JavaScript, the library checks each call, so that the error names the prop and not a line inside Terraform.',
    remedy: 'Pass what the error asks for. Most classes have factories, such as `TokenExpiry.after(…)`; the error names one.',
    code: 'project.addWriteToken(\'Token\', { expiry: TokenExpiry.after(Duration.days(90)) });',
  },
  'whole-duration': {
    meaning: 'A duration has a fraction, or was converted to a unit in which it is not a whole number.',
    why: 'Terraform and Logfire take whole units. Rounding would silently change what you asked for.',
    remedy: 'Use a smaller unit: `Duration.minutes(90)` instead of `Duration.hours(1.5)`, and `toMinutes()` instead of `toHours()`.',
  },
};
