import { App, TerraformDataSource, TerraformElement, TerraformOutput, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { Addressed, Addresses, addressesOf, Collision } from './addresses';
import { appState } from './app-state';
import { PROVIDER_NAME } from './effective-provider';
import { Rejected, told, warn } from './errors';
import { FinalState } from './final-state';
import { declareRule, declaredAppRules, declaredRules, Finding, ownerOf, StackContents, stackRulesOf } from './findings';
import { inHostLanguage } from './host-language';
import { validating } from './late-checks';
import { forgetValues } from './stack-values';

const HOOK_ID = 'LogfireValidation';

/** Stacks that have their hook, and the root of the tree when its first stack reports for all. */
const hooked = (scope: IConstruct) => appState(scope, 'validated', () => new WeakSet<IConstruct>());

/** The first stack, once it is known to report for all. */
const reporting = (scope: IConstruct) => appState(scope, 'reporting', () => new WeakSet<IConstruct>());

/** Stacks inside the first one: CDKTF asks them right after it, when it has just reported for them. */
const answered = (scope: IConstruct) => appState(scope, 'answered', () => new WeakSet<IConstruct>());

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

class ValidationHook extends TerraformElement implements Addressed {
  constructor(private readonly stack: TerraformStack, id: string) {
    super(stack, id);
    stack.node.addValidation({ validate: () => this.reportOwnStack() });
  }

  public toTerraform(): any {
    reportFromFirstStack(this.stack.node.root);
    return {};
  }

  public _addresses(): readonly string[] {
    return [];
  }

  /** Aspects of this stack may have changed it since the first stack reported. */
  private reportOwnStack(): string[] {
    const { stack } = this;
    const isReported = reporting(stack).has(stack) || answered(stack).delete(stack);
    return isReported ? [] : validating(stack, () => report(contentsOf(stack, [stack])));
  }
}

function reportFromFirstStack(root: IConstruct): void {
  const known = hooked(root);
  if (known.has(root)) {
    return;
  }
  known.add(root);
  const first = firstStackIn(root)!;
  reporting(first).add(first);
  first.node.addValidation({
    validate: () => validating(root, () => {
      const contents = contentsOf(root);
      contents.filter(({ stack }) => stack !== first && stack.node.scopes.includes(first)).forEach(({ stack }) => answered(root).add(stack));
      return report(contents);
    }),
  });
}

function firstStackIn(construct: IConstruct): TerraformStack | undefined {
  if (TerraformStack.isStack(construct)) {
    return construct;
  }
  for (const child of construct.node.children) {
    const stack = firstStackIn(child);
    if (stack !== undefined) {
      return stack;
    }
  }
  return undefined;
}

function report(contents: readonly StackContents[]): string[] {
  forgetValues(contents.map(({ stack }) => stack));
  const rules = declaredRules(new Set(contents.flatMap(({ resources }) => resources.map(({ terraformResourceType }) => terraformResourceType))));
  const ofLogfire = contents.filter(({ resources, dataSources, providers }) => resources.length + dataSources.length + providers.length > 0);
  const findings = [...ofLogfire.flatMap((stack) => rules.flatMap((rule) => rule(stack))), ...declaredAppRules().flatMap((rule) => rule(ofLogfire))];
  findings.filter(({ isWarning }) => isWarning).forEach(({ scope, id, message }) => warn(scope, id, message));
  return [
    ...findings.filter(({ isWarning }) => !isWarning).map((finding) => textOf(finding, inHostLanguage)),
    // Policies may be the user's own, and say what they want to say.
    ...contents.flatMap(({ stack }) => stackRulesOf(stack).flatMap((rule) => rule(stack)).map((finding) => textOf(finding))),
  ];
}

function textOf({ scope, id, message }: Finding, spelled = (text: string) => text): string {
  return told(scope.node.path, id, message, spelled);
}

/** The elements of a stack. Their addresses are looked up once, when the first rule asks. */
class Contents implements StackContents {
  public readonly elements = new Set<TerraformElement>();
  public readonly byKind = {
    resources: [] as TerraformResource[],
    dataSources: [] as TerraformDataSource[],
    providers: [] as TerraformProvider[],
    outputs: [] as TerraformOutput[],
    others: [] as TerraformElement[],
  };
  public readonly resources: TerraformResource[] = [];
  public readonly dataSources: TerraformDataSource[] = [];
  public readonly providers: TerraformProvider[] = [];
  public readonly final: FinalState;
  private known: Addresses | undefined;

  constructor(public readonly stack: TerraformStack) {
    this.final = new FinalState(stack);
  }

  public get addresses(): Addresses {
    return this.known ??= addressesOf(this.byKind);
  }

  public add(element: TerraformElement): void {
    this.elements.add(element);
    if (TerraformResource.isTerraformResource(element)) {
      this.byKind.resources.push(element);
      if (element.terraformGeneratorMetadata?.providerName === PROVIDER_NAME) {
        this.resources.push(element);
      }
    } else if (TerraformOutput.isTerraformOutput(element)) {
      this.byKind.outputs.push(element);
    } else if (TerraformDataSource.isTerraformDataSource(element)) {
      this.byKind.dataSources.push(element);
      if (element.terraformGeneratorMetadata?.providerName === PROVIDER_NAME) {
        this.dataSources.push(element);
      }
    } else if (TerraformProvider.isTerraformProvider(element)) {
      this.byKind.providers.push(element);
      if (element.terraformResourceType === PROVIDER_NAME) {
        this.providers.push(element);
      }
    } else {
      this.byKind.others.push(element);
    }
  }
}

/**
 * The contents of stacks below a construct, in one walk.
 *
 * @param stacks all that are to be looked at; by default, every stack below the construct
 */
export function contentsOf(root: IConstruct, stacks?: readonly TerraformStack[]): StackContents[] {
  const contents = new Map<IConstruct, Contents>();
  stacks?.forEach((stack) => contents.set(stack, new Contents(stack)));
  const visit = (construct: IConstruct, above: Contents | undefined) => {
    let found = above;
    if (TerraformStack.isStack(construct)) {
      if (stacks === undefined) {
        contents.set(construct, new Contents(construct));
      }
      // A stack that reports for itself alone leaves the stacks inside it to themselves.
      found = contents.get(construct);
    }
    if (found !== undefined && TerraformElement.isTerraformElement(construct)) {
      found.add(construct);
    }
    for (const child of construct.node.children) {
      visit(child, found);
    }
  };
  visit(root, undefined);
  return [...contents.values()];
}

/** Two elements with one address: CDKTF merges them, and one is lost. */
declareRule(({ addresses }) => addresses.collisions.map((collision) => ({
  scope: ownerOf(collision.second),
  ...collisionOf(collision, ownerOf(collision.first).node.path),
})));

/** The rule, what is wrong and what to do. */
function collisionOf({ address }: Collision, taken: string): Rejected {
  const [kind] = address.split(/[. ]/, 1);
  const name = address.slice(kind.length + 1);
  switch (kind) {
    case 'output': return { id: 'unique-output', message: `the output name ${JSON.stringify(name)} is taken by ${taken}; give one of them another outputName` };
    case 'provider': {
      const [type, alias] = name.split('.');
      const label = type === PROVIDER_NAME ? 'a Logfire provider' : `a provider ${type}`;
      const message = alias === undefined
        ? `the stack already has ${label} without an alias, ${taken}; give one of them an alias, and pass it as provider to the constructs that use it`
        : `the stack already has ${label} with the alias ${JSON.stringify(alias)}, ${taken}; give one of them another alias`;
      return { id: 'unique-alias', message };
    }
    case 'import': return { id: 'unique-import', message: `${taken} already imports ${name}; keep one of the two imports` };
    case 'moved-to': return {
      id: 'unique-move',
      message: `${taken} already moves a resource to ${name}, so one of the two would be destroyed; move each resource to an address of its own`,
    };
    case 'moved-from': return { id: 'unique-move', message: `${taken} already moves ${name} to another address; keep one of the two moves` };
    default: return {
      id: 'unique-address',
      message: `its address ${address} is taken by ${taken}, so one of the two would be lost; `
        + 'give one of them another id, in overrideLogicalId or as its construct id',
    };
  }
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
    id: 'hcl-output',
    message: 'the stack would be written as HCL, in which CDKTF drops check blocks and breaks nested attributes; '
      + 'write JSON instead: remove --hcl, hclOutput and SYNTH_HCL_OUTPUT',
  }];
});
