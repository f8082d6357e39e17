import { TerraformStack } from 'cdktf';
import { Delivery, LogfireChannel, LogfireProject, NotificationRouting } from '../../src';
import { TerraformJson } from '../synth';

export const [PAGER, SLACK] = ['p', 's'].map((letter) => `${letter === 'p' ? 'a' : 'b'}1111111-1111-4111-8111-111111111111`);

/** Pages a pager, and warns a channel. */
export function routingIn(stack: TerraformStack): NotificationRouting {
  const [pager, slack] = [PAGER, SLACK].map((id) => LogfireChannel.fromChannelId(stack, id, id));
  return NotificationRouting.bySeverity({ critical: [Delivery.to(pager)], warning: [Delivery.to(slack)] });
}

/** The project of the stack with an id, created at the first call. */
export function projectIn(stack: TerraformStack, id = 'Shop'): LogfireProject {
  return stack.node.tryFindChild(id) as LogfireProject | undefined ?? new LogfireProject(stack, id, { projectName: id.toLowerCase() });
}

/** The resources of a type by their names. */
export function byName(json: TerraformJson, type: string): { [name: string]: TerraformJson } {
  return Object.fromEntries(Object.values<TerraformJson>(json.resource[type] ?? {}).map((resource) => [resource.name, resource]));
}

/** The addresses of the resources of a type. */
export function addresses(json: TerraformJson, type: string): string[] {
  return Object.keys(json.resource[type] ?? {}).map((address) => address.replace(/_[0-9A-F]{8}$/, ''));
}

/** The document of a dashboard. */
export function documentOf({ definition }: TerraformJson): TerraformJson {
  return JSON.parse(definition.replaceAll('$${', '${'));
}

/** The titles of the panels in each section of a dashboard. */
export function sectionsOf(dashboard: TerraformJson): { [title: string]: string[] } {
  const { panels, layouts } = documentOf(dashboard).spec;
  return Object.fromEntries(layouts.map(({ spec }: TerraformJson) => [
    spec.display.title, spec.items.map(({ content }: TerraformJson) => panels[content.$ref.split('/').at(-1)].spec.display.name),
  ]));
}
