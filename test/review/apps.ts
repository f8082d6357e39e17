import * as fs from 'node:fs';
import * as path from 'node:path';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  ApiScope, DashboardDefinition, DashboardSection, Delivery, LogfireAlert, LogfireApiKey, LogfireDashboard, LogfireProject, LogfireReview,
  LogfireSchedule, LogfireSlo, LogfireWebhookChannel, MarkdownPanel, SecretValue, Sli, SloRouting, SloScope, TablePanel, Timezone, TokenExpiry,
} from '../../src';
import type { Review } from '../../src/review/model/review';
import { COUNT } from '../dashboards/panels';
import { newApp, newStack } from '../synth';

/** An app whose page has nothing to show. */
export function emptyApp(): App {
  const app = newApp();
  newStack(app);
  LogfireReview.writeFor(app);
  return app;
}

/** An app with many alerts and dashboards, as a whole company has them. */
export function largeApp(alerts: number, dashboards: number): App {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop');
  const hours = LogfireSchedule.officeHours(stack, 'Hours', { timezone: Timezone.of('Europe/Berlin') });
  const url = new TerraformVariable(stack, 'url', { type: 'string', sensitive: true });
  const channel = new LogfireWebhookChannel(stack, 'Hook', { url: SecretValue.fromVariable(url) });
  for (let index = 0; index < alerts; index += 1) {
    new LogfireAlert(stack, `Alert${index}`, {
      project,
      query: `SELECT trace_id, message FROM records WHERE service_name = 'service-${index}' AND is_exception LIMIT 20`,
      description: `Something is wrong with service ${index}.`,
      notify: [index % 2 === 0 ? Delivery.to(channel) : Delivery.to(channel).during(hours)],
    });
  }
  for (let index = 0; index < dashboards; index += 1) {
    const panels = Array.from({ length: 12 }, (_, at) => new TablePanel({ panelId: `panel-${at}`, title: `Panel ${at}`, query: COUNT, width: 6 }));
    new LogfireDashboard(stack, `Board${index}`, {
      project,
      definition: DashboardDefinition.fromSections({ displayName: `Board ${index}`, sections: [new DashboardSection({ title: 'All', panels })] }),
    });
  }
  LogfireReview.writeFor(stack.node.root);
  return stack.node.root as App;
}

/** An app that says one text wherever it can. */
export function appSaying(text: string): App {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop', { description: text });
  const url = new TerraformVariable(stack, 'url', { type: 'string', sensitive: true });
  const channel = new LogfireWebhookChannel(stack, 'Hook', { channelName: text, url: SecretValue.fromVariable(url) });
  const sql = `message = '${text.replaceAll("'", "''")}'`;
  new LogfireAlert(stack, 'Alert', { project, alertName: text, description: text, query: `SELECT 1 FROM records WHERE ${sql}`, notify: [Delivery.to(channel)] });
  new LogfireSlo(stack, 'Slo', {
    project,
    sloName: text,
    description: text,
    sloScope: SloScope.service(text),
    sli: Sli.ratio({ totalQuery: sql, badQuery: 'is_exception' }),
    targetPercent: 99,
    environments: [text],
    routing: SloRouting.unmanaged(),
  });
  new LogfireDashboard(stack, 'Board', {
    project,
    dashboardName: text,
    definition: DashboardDefinition.fromSections({
      displayName: text,
      sections: [new DashboardSection({ title: text, panels: [new MarkdownPanel({ panelId: 'text', title: text, text, description: text })] })],
    }),
  });
  new LogfireApiKey(stack, 'Key', { project, keyName: text, description: text, scopes: ApiScope.query(), expiry: TokenExpiry.never(text) });
  LogfireReview.writeFor(stack.node.root);
  return stack.node.root as App;
}

/** The stack of an app that has one. */
export function stackOf(app: App): TerraformStack {
  return app.node.children.find(TerraformStack.isStack)!;
}

/** The page of an app, as synth writes it. */
export function htmlOf(app: App, file = 'logfire-review.html'): string {
  app.synth();
  return fs.readFileSync(path.join(app.outdir, file), 'utf8');
}

/** What the page of a stack's app shows, as data. */
export function reviewOf(stack: TerraformStack): Review {
  LogfireReview.writeFor(stack.node.root);
  return dataIn(htmlOf(stack.node.root as App));
}

/** The data in a page. */
export function dataIn(html: string): Review {
  return JSON.parse(/<script type="application\/json" id="data">(.*)<\/script>/.exec(html)![1]);
}
