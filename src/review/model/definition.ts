/**
 * Parses the definition of a dashboard as it is written for Terraform. Expressions in it become texts: `"${var.title}"` is a title, and
 * `${jsonencode(var.size)}` without quotes a text where a number was.
 *
 * @returns undefined if it is no JSON object, such as when the whole definition is an expression
 */
export function parseDefinition(definition: unknown): unknown {
  if (typeof definition !== 'string') {
    return undefined;
  }
  try {
    const document: unknown = JSON.parse(withTexts(definition));
    return typeof document === 'object' && document !== null ? document : undefined;
  } catch {
    return undefined;
  }
}

/** JSON with its expressions as texts. */
function withTexts(template: string): string {
  const parts: string[] = [];
  let inString = false;
  for (let at = 0; at < template.length;) {
    const [found] = /^(?:\$\$\{|%%\{|[$%]\{|\\.|")/s.exec(template.slice(at, at + 3)) ?? [template[at]];
    if (found === '${' || found === '%{') {
      const end = endOfExpression(template, at + 2);
      const text = JSON.stringify(template.slice(at, end));
      parts.push(inString ? text.slice(1, -1) : text);
      at = end;
      continue;
    }
    inString = found === '"' ? !inString : inString;
    parts.push(/^(?:\$\$|%%)/.test(found) ? found.slice(1) : found);
    at += found.length;
  }
  return parts.join('');
}

/** Behind the brace that closes an expression. */
function endOfExpression(template: string, start: number): number {
  let depth = 1;
  let inString = false;
  for (let at = start; at < template.length; at += 1) {
    const character = template[at];
    if (inString && character === '\\') {
      at += 1;
    } else if (character === '"') {
      inString = !inString;
    } else if (!inString && character === '{') {
      depth += 1;
    } else if (!inString && character === '}') {
      depth -= 1;
      if (depth === 0) {
        return at + 1;
      }
    }
  }
  return template.length;
}
