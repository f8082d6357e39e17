import type { Finding } from './finding';

/** How findings are printed. */
export type ReportFormat = 'text' | 'json' | 'github';

export const REPORT_FORMATS: readonly ReportFormat[] = ['text', 'json', 'github'];

/** Findings as text for people, as JSON, or as commands that GitHub Actions shows beside the lines. */
export function report(findings: readonly Finding[], format: ReportFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(findings, undefined, 2)}\n`;
    case 'text':
      return findings.map(({ file, line, column, severity, rule, message }) => `${file}:${line}:${column}: ${severity}: ${message}${rule ? ` [${rule}]` : ''}\n`).join('');
    case 'github':
      return findings.map(({ file, line, column, severity, rule, message }) => (
        `::${severity} file=${property(file)},line=${line},col=${column},title=${property(rule ?? 'cdktf-logfire')}::${data(message)}\n`
      )).join('');
  }
}

/** The counts, for people. */
export function summary(findings: readonly Finding[], files: number): string {
  const count = (severity: Finding['severity'], word: string) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return `${number} ${word}${number === 1 ? '' : 's'}`;
  };
  return `${count('error', 'error')}, ${count('warning', 'warning')} in ${files} file${files === 1 ? '' : 's'}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
