import * as fs from 'node:fs';
import { pageWithChanges } from '../../tools/src/review/html';
import { readPage } from '../../tools/src/review/page-data';
import { parsePlan } from '../../tools/src/review/plan';
import { readChanges } from '../../tools/src/review/read-changes';
import { withoutSecrets } from '../../tools/src/review/without-secrets';

/** What a plan of the review example may say: a rotation that is due, an alert that loses its channel, and a project that is gone. */
const CHANGES: readonly {
  readonly path: string;
  readonly actions: readonly string[];
  readonly before: object | null;
  readonly after: object | null;
  readonly reason?: string;
}[] = [
  {
    path: 'review/FailedCheckouts',
    actions: ['update'],
    before: { name: 'review-failed-checkouts', frequency: '5m', channel_assignments: [{ channel_id: 'on-call' }] },
    after: { name: 'review-failed-checkouts', frequency: '1m', channel_assignments: [] },
  },
  {
    path: 'review/Deploy/SlotA',
    actions: ['create', 'delete'],
    before: { expires_at: '2026-09-01T00:00:00Z' },
    after: { expires_at: '2026-11-30T00:00:00Z' },
    reason: 'replace_by_triggers',
  },
  { path: 'review/Reports', actions: ['create'], before: null, after: { name: 'review-reports' } },
];

/** Writes the page with these changes beside that of the example, and returns its path. */
export function writeChangesPage(file: string): string {
  const page = readPage(file);
  const [items] = page.stacks.values();
  const byPath = new Map([...items.values()].map(({ path, address }) => [path, address]));
  const changes = CHANGES.map(({ path, reason, ...change }) => changeAt(byPath.get(path)!, change, reason));
  const anchor = `${byPath.get('review/Deploy/SlotA')!.split('.')[1].replace(/_[0-9A-F]{8}$/, '')}_Anchor_00000000`;
  const text = JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: [
      ...changes,
      changeAt(`terraform_data.${anchor}`, { actions: ['create', 'delete'], before: { triggers_replace: ['2160h', 1] }, after: { triggers_replace: ['2160h', 2] } }),
      changeAt('logfire_project.OldShop_00000000', { actions: ['delete'], before: { name: 'old-shop' }, after: null }, 'delete_because_no_resource_config'),
    ],
  });
  const target = file.replace(/\.html$/, '-changes.html');
  fs.writeFileSync(target, pageWithChanges(page, withoutSecrets(readChanges([{ plan: parsePlan('plan.json', text), label: '', items }]))));
  return target;
}

function changeAt(address: string, change: object, reason?: string): object {
  const [type, name] = address.split('.');
  return { address, type, name, action_reason: reason, change };
}
