import { TerraformDataSource, TerraformElement, TerraformOutput, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { hclOutputFindings } from './hcl-output';
import { outputNameFindings } from './output-names';
import { providerFindings } from './provider-presence';
import { selfHostedOnlyFindings } from './self-hosted-only';
import { uniqueNameFindings } from './unique-names';
import { unsupportedImportFindings } from './unsupported-import';

/** Something wrong that only the tree can tell. */
export interface Finding {
  /** The construct that has to change; its path begins the text. */
  readonly scope: IConstruct;
  /** What is there, what is allowed and what to do, in lower case and without the path. */
  readonly message: string;
}

/** What the rules look at: one stack, and of its elements those that concern Logfire. */
export interface StackContents {
  readonly stack: TerraformStack;
  readonly resources: readonly TerraformResource[];
  readonly dataSources: readonly TerraformDataSource[];
  readonly providers: readonly TerraformProvider[];
  readonly outputs: readonly TerraformOutput[];
}

const RULES: readonly ((contents: StackContents) => Finding[])[] = [
  hclOutputFindings,
  providerFindings,
  uniqueNameFindings,
  selfHostedOnlyFindings,
  unsupportedImportFindings,
  outputNameFindings,
];

/** A rule for one stack that was added to an app, such as the policies: it also sees what is not of Logfire. */
export type StackRule = (stack: TerraformStack) => readonly Finding[];

/** By the root of the tree. */
const addedRules = new WeakMap<IConstruct, StackRule>();

const PROVIDER_NAME = 'logfire';
const HOOK_ID = 'LogfireValidation';

/** Stacks that have their hook, and apps whose first stack reports for all. */
const hooked = new WeakSet<IConstruct>();

/**
 * Has the construct's app validated before anything is written.
 *
 * CDKTF validates stack by stack and writes each before it looks at the next. So that one report holds the findings of all
 * stacks and no file is written, the first stack reports for the whole app. Which one is first is known when CDKTF prepares:
 * it then asks all elements of all stacks for their Terraform, among them the hook below.
 */
export function validateWithApp(scope: IConstruct): void {
  const stack = TerraformStack.of(scope);
  if (!hooked.has(stack)) {
    hooked.add(stack);
    new ValidationHook(stack, HOOK_ID);
  }
}

/** Has the report of an app ask one more rule, for every stack; one that was added before is replaced. */
export function addStackRule(root: IConstruct, rule: StackRule): void {
  addedRules.set(root, rule);
}

class ValidationHook extends TerraformElement {
  constructor(private readonly stack: TerraformStack, id: string) {
    super(stack, id);
    stack.node.addValidation({ validate: () => report(contentsOf(stack, [stack])) });
  }

  public toTerraform(): any {
    reportFromFirstStack(this.stack.node.root);
    return {};
  }
}

function reportFromFirstStack(root: IConstruct): void {
  if (hooked.has(root)) {
    return;
  }
  hooked.add(root);
  const stacks = root.node.findAll().filter(TerraformStack.isStack);
  const first = stacks[0];
  const others = stacks.filter((stack) => stack !== first || !hooked.has(stack));
  first.node.addValidation({ validate: () => report(contentsOf(root, others)) });
}

function report(contents: StackContents[]): string[] {
  return contents
    .flatMap((stack) => [
      ...isOfLogfire(stack) ? RULES.flatMap((rule) => rule(stack)) : [],
      ...addedRules.get(stack.stack.node.root)?.(stack.stack) ?? [],
    ])
    .map((finding) => `${finding.scope.node.path}: ${finding.message}`);
}

function isOfLogfire({ resources, dataSources, providers }: StackContents): boolean {
  return resources.length + dataSources.length + providers.length > 0;
}

/** The Logfire elements below a construct by their stack, in one walk. */
function contentsOf(root: IConstruct, stacks: readonly TerraformStack[]): StackContents[] {
  const contents = new Map(stacks.map((stack) => [stack as IConstruct, {
    stack,
    resources: [] as TerraformResource[],
    dataSources: [] as TerraformDataSource[],
    providers: [] as TerraformProvider[],
    outputs: [] as TerraformOutput[],
  }]));
  const visit = (construct: IConstruct, parentStack: IConstruct | undefined) => {
    const stack = TerraformStack.isStack(construct) ? construct : parentStack;
    const found = stack && contents.get(stack);
    if (found) {
      if (TerraformResource.isTerraformResource(construct)) {
        if (construct.terraformGeneratorMetadata?.providerName === PROVIDER_NAME) {
          found.resources.push(construct);
        }
      } else if (TerraformDataSource.isTerraformDataSource(construct)) {
        if (construct.terraformGeneratorMetadata?.providerName === PROVIDER_NAME) {
          found.dataSources.push(construct);
        }
      } else if (TerraformOutput.isTerraformOutput(construct)) {
        found.outputs.push(construct);
      } else if (TerraformProvider.isTerraformProvider(construct) && construct.terraformResourceType === PROVIDER_NAME) {
        found.providers.push(construct);
      }
    }
    for (const child of construct.node.children) {
      visit(child, stack);
    }
  };
  visit(root, undefined);
  return [...contents.values()];
}
