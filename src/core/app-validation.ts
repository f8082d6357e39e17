import { App, TerraformDataSource, TerraformElement, TerraformOutput, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { appState } from './app-state';
import { PROVIDER_NAME } from './effective-provider';
import { declareRule, declaredRules, Finding, StackContents, stackRulesOf } from './findings';
import { inHostLanguage } from './host-language';

const HOOK_ID = 'LogfireValidation';

/** Stacks that have their hook, and the root of the tree when its first stack reports for all. */
const hooked = (scope: IConstruct) => appState(scope, 'validated', () => new WeakSet<IConstruct>());

/**
 * Has the construct's app validated before anything is written.
 *
 * CDKTF validates stack by stack and writes each before it looks at the next. So that one report holds the findings of all
 * stacks and no file is written, the first stack reports for the whole app. Which one is first is known when CDKTF prepares:
 * it then asks all elements of all stacks for their Terraform, among them the hook below.
 */
export function validateWithApp(scope: IConstruct): void {
  const stack = TerraformStack.of(scope);
  const known = hooked(stack);
  if (!known.has(stack)) {
    known.add(stack);
    new ValidationHook(stack, HOOK_ID);
  }
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
  const known = hooked(root);
  if (known.has(root)) {
    return;
  }
  known.add(root);
  const stacks = root.node.findAll().filter(TerraformStack.isStack);
  const first = stacks[0];
  const others = stacks.filter((stack) => stack !== first || !known.has(stack));
  first.node.addValidation({ validate: () => report(contentsOf(root, others)) });
}

function report(contents: StackContents[]): string[] {
  const rules = declaredRules(new Set(contents.flatMap(({ resources }) => resources.map(({ terraformResourceType }) => terraformResourceType))));
  return contents
    .flatMap((stack) => [
      ...isOfLogfire(stack) ? rules.flatMap((rule) => rule(stack)).map((finding) => textOf(finding, inHostLanguage)) : [],
      // Policies may be the user's own, and say what they want to say.
      ...stackRulesOf(stack.stack).flatMap((rule) => rule(stack.stack)).map((finding) => textOf(finding)),
    ]);
}

function textOf({ scope, message }: Finding, spelled = (text: string) => text): string {
  return `${scope.node.path}: ${spelled(message)}`;
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
  // A stack that reports for itself alone leaves the stacks inside it to themselves.
  const isAlone = stacks.length === 1 && stacks[0] === root;
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
      if (!isAlone || !TerraformStack.isStack(child)) {
        visit(child, stack);
      }
    }
  };
  visit(root, undefined);
  return [...contents.values()];
}

/** CDKTF writes wrong HCL for nested attributes and drops `check` blocks: rejected, in each stack that would be written so. */
declareRule(({ stack }) => {
  const app = stack.node.root;
  const synthesizer = stack.synthesizer as { hclOutput?: boolean };
  if (!synthesizer.hclOutput && !(App.isApp(app) && app.hclOutput)) {
    return [];
  }
  return [{
    scope: stack,
    message: 'the stack would be written as HCL, in which CDKTF drops check blocks and breaks nested attributes; '
      + 'write JSON instead: remove --hcl, hclOutput and SYNTH_HCL_OUTPUT',
  }];
});
