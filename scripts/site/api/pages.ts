import { ApiLanguage, API_LANGUAGES } from './languages';
import { Api, ApiType, Docs, Kind, KINDS, Member, Parameter } from './model';
import { Prose } from './prose';
import { Spelling, structOf } from './spelling';
import { addressOf } from '../addresses';
import { SitePage } from '../page';

const PLURALS: { readonly [kind in Kind]: string } = { Construct: 'Constructs', Class: 'Classes', Interface: 'Interfaces', Struct: 'Structs', Enum: 'Enums' };

/** The pages of the reference in one language: its index, and one for each type. */
export class ReferencePages {
  private readonly prose: Prose;

  /** @param examples the translated examples by the full names of their types */
  constructor(
    private readonly api: Api,
    private readonly language: ApiLanguage,
    private readonly spelling: Spelling,
    private readonly examples: ReadonlyMap<string, string>,
  ) {
    this.prose = new Prose(api, language, spelling);
  }

  public all(): SitePage[] {
    return [this.index(), ...[...this.api.rooms().values()].flat().map((type) => this.page(type))];
  }

  private index(): SitePage {
    const { name, title } = this.language;
    const rooms = [...this.api.rooms()].map(([room, types]) => [
      `## ${titleOf(room)}`,
      ...KINDS.filter((kind) => types.some((type) => this.api.kindOf(type) === kind)).map((kind) => [
        `**${PLURALS[kind]}**`,
        types.filter((type) => this.api.kindOf(type) === kind).map((type) => `- ${this.prose.link(type.fqn)}: ${this.prose.text(type.docs?.summary)}`).join('\n'),
      ].join('\n\n')),
    ].join('\n\n'));
    const note = name === 'go' ? ' The examples in this reference are translated automatically, and some need changes to compile. Those in the guides are compiled.' : '';
    return {
      place: `api/${name}`,
      title: `API reference for ${title}`,
      description: `Every public type of cdktf-logfire, as ${title} spells it.`,
      markdown: [
        `Also in ${others(this.language, (other) => addressOf(`api/${other.name}`))}. The generated bindings are [listed](${addressOf('api/bindings')}).${note}`,
        ...rooms,
      ].join('\n\n'),
    };
  }

  private page(type: ApiType): SitePage {
    const { name, title } = this.language;
    const room = [...this.api.rooms()].find(([, types]) => types.includes(type))![0];
    const kind = this.api.kindOf(type);
    const parts = [
      `${kind} in [${titleOf(room)}](${addressOf(`api/${name}`)}#${anchorOf(titleOf(room))}). Also in ${others(this.language, (other) => addressOf(`api/${other.name}/${type.name}`))}.`,
      ...type.docs?.stability === 'experimental' ? ['**Experimental**: it may change in a minor version.'] : [],
      this.prose.paragraphs(type.docs),
      ...this.example(type),
      ...this.relations(type),
      ...kind === 'Enum' ? this.members(type) : [...this.creation(type), ...this.staticMembers(type), ...this.methods(type), ...this.properties(type)],
      ...this.users(type),
    ];
    return { place: `api/${name}/${type.name}`, title: `${type.name} (${title})`, description: type.docs?.summary?.replaceAll('`', ''), markdown: parts.filter((part) => part !== '').join('\n\n') };
  }

  private example({ fqn }: ApiType): string[] {
    const code = this.examples.get(fqn);
    return code === undefined ? [] : [this.code(code)];
  }

  private relations(type: ApiType): string[] {
    const list = (fqns: readonly string[]) => fqns.map((fqn) => this.prose.link(fqn)).join(', ');
    return [
      ...type.base === undefined ? [] : [`Extends ${list([type.base])}.`],
      ...type.interfaces?.length ? [`${type.kind === 'class' ? 'Implements' : 'Extends'} ${list(type.interfaces)}.`] : [],
    ];
  }

  private creation(type: ApiType): string[] {
    if (type.datatype) {
      return ['## Create', this.code(this.spelling.create(type, []))];
    }
    if (type.initializer === undefined || type.abstract) {
      return [];
    }
    const { parameters = [] } = type.initializer;
    const struct = structOf(this.api, parameters);
    return [
      '## Create',
      this.code(this.spelling.create(type, parameters)),
      this.parameters(parameters),
      ...struct === undefined ? [] : [`The properties of ${this.prose.link(struct.fqn)}:`, this.api.propertiesOf(struct).map((property) => this.item(this.spelling.propName(property.name), property)).join('\n')],
    ];
  }

  private staticMembers(type: ApiType): string[] {
    const constants = this.api.propertiesOf(type).filter((member) => member.static);
    const factories = this.api.methodsOf(type).filter((member) => member.static);
    return [
      ...factories.length > 0 ? ['## Static methods', ...factories.map((method) => this.method(type, method))] : [],
      ...constants.length > 0 ? ['## Values', constants.map((value) => this.named(this.spelling.memberName(type, value, false), value.docs)).join('\n')] : [],
    ];
  }

  private methods(type: ApiType): string[] {
    const methods = this.api.methodsOf(type).filter((member) => !member.static);
    return methods.length > 0 ? ['## Methods', ...methods.map((method) => this.method(type, method))] : [];
  }

  private method(type: ApiType, method: Member): string {
    const { docs, parameters = [] } = method;
    return [
      `### \`${this.spelling.memberName(type, method, true)}\``,
      this.code(this.spelling.method(type, method)),
      this.prose.paragraphs(docs),
      this.parameters(parameters),
      docs?.returns === undefined ? '' : `Returns ${this.prose.text(docs.returns)}`,
    ].filter((part) => part !== '').join('\n\n');
  }

  private properties(type: ApiType): string[] {
    const properties = this.api.propertiesOf(type).filter((member) => !member.static);
    return properties.length === 0 ? [] : ['## Properties', ...properties.map((property) => [
      `### \`${this.spelling.memberName(type, property, false)}\``,
      this.code(this.spelling.property(type, property)),
      this.prose.paragraphs(property.docs),
      ...this.types(property),
      ...type.datatype ? [requirement(property, this.prose)] : [],
    ].filter((part) => part !== '').join('\n\n'))];
  }

  private members(type: ApiType): string[] {
    return ['## Members', (type.members ?? []).map(({ name, docs }) => this.named(this.spelling.enumMember(type, name), docs)).join('\n')];
  }

  /** Which types of the library a property has, as links: code has none. */
  private types({ type }: Member): string[] {
    const named = namesIn(type).filter((fqn) => this.api.isDocumented(fqn));
    return named.length === 0 ? [] : [`See ${named.map((fqn) => this.prose.link(fqn)).join(', ')}.`];
  }

  private parameters(parameters: readonly Parameter[]): string {
    return parameters.filter(({ docs }) => docs?.summary !== undefined).map((parameter) => {
      const { summary = '', remarks = '' } = parameter.docs!;
      // jsii takes a semicolon for the end of the first sentence.
      const docs = { ...parameter.docs, summary: `${summary} ${remarks}`.trim() };
      return this.item(this.spelling.parameterName(parameter), { ...parameter, docs });
    }).join('\n');
  }

  private item(name: string, { type, docs, optional }: Parameter | Member): string {
    const linked = namesIn(type).filter((fqn) => this.api.isDocumented(fqn));
    const shown = linked.length === 1 && type?.fqn !== undefined ? this.prose.link(linked[0]) : `\`${this.spelling.typeName(type!)}\``;
    const said = docs?.default === undefined ? '' : ` Default: ${this.prose.value(docs.default)}.`;
    return `- \`${name}\` (${shown}${optional ? ', optional' : ''}): ${this.prose.text(docs?.summary)}${said}`;
  }

  private named(name: string, docs: Docs | undefined): string {
    return `- \`${name}\`: ${this.prose.text([docs?.summary, docs?.remarks].filter(Boolean).join(' '))}`;
  }

  private users(type: ApiType): string[] {
    const users = this.api.usersOf(type);
    // Who searches for a type does not look for those.
    return users.length === 0 ? [] : ['<div data-pagefind-ignore>', '## Used by', users.map(({ fqn }) => this.prose.link(fqn)).join(', '), '</div>'];
  }

  private code(text: string): string {
    return `\`\`\`${this.language.name}\n${text}\n\`\`\``;
  }
}

function requirement({ optional, docs }: Member, prose: Prose): string {
  return optional ? `Optional. Default: ${prose.value(docs?.default ?? 'none')}.` : 'Required.';
}

function namesIn(type: Member['type']): string[] {
  if (type?.collection !== undefined) {
    return namesIn(type.collection.elementtype);
  }
  return type?.fqn === undefined ? [] : [type.fqn];
}

function others(language: ApiLanguage, address: (other: ApiLanguage) => string): string {
  return API_LANGUAGES.filter((other) => other !== language).map((other) => `[${other.title}](${address(other)})`).join(', ').replace(/, ([^,]*)$/, ' and $1');
}

const TITLES: { readonly [room: string]: string } = { slo: 'SLOs', core: 'Common values', sinks: 'Secret stores', workloads: 'Environments of programs', frontend: 'Frontend applications', review: 'Review page' };

/** What readers call a room. */
export function titleOf(room: string): string {
  return TITLES[room] ?? `${room[0].toUpperCase()}${room.slice(1)}`;
}

export function anchorOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
