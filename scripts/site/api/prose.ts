import { ApiLanguage } from './languages';
import { Api, ApiType, Docs, Member } from './model';
import { Spelling } from './spelling';
import { addressOf } from '../addresses';

/** The text of docstrings for one language: names in code are spelled as there, and those of types lead to their pages. */
export class Prose {
  /** `warnBefore` and `TokenExpiry.after` by how the language spells them. */
  private readonly names = new Map<string, string>();

  constructor(private readonly api: Api, private readonly language: ApiLanguage, spelling: Spelling) {
    for (const type of [...api.rooms().values()].flat()) {
      const add = (member: Member, isMethod: boolean) => {
        const spelled = spelling.memberName(type, member, isMethod);
        this.names.set(`${type.name}.${member.name}`, spelled.startsWith(type.name) ? spelled : `${type.name}.${spelled}`);
        // Without its type, a name is mostly that of a prop.
        if (!this.names.has(member.name) || type.datatype) {
          this.names.set(member.name, spelled);
        }
      };
      api.propertiesOf(type).forEach((member) => add(member, false));
      api.methodsOf(type).forEach((member) => add(member, true));
      type.members?.forEach(({ name }) => this.names.set(`${type.name}.${name}`, spelling.enumMember(type, name)));
    }
  }

  public paragraphs({ summary, remarks }: Docs = {}): string {
    return [summary, remarks].filter((part) => part !== undefined && part !== '').map((part) => this.text(part)).join('\n\n');
  }

  public text(markdown = ''): string {
    return markdown.replace(/`([^`\n]+)`/g, (code, name: string) => this.spelled(name) ?? code);
  }

  /** What a `@default` says: a behavior behind a dash, or a value. */
  public value(markdown: string): string {
    const text = markdown.replace(/^- /, '').replace(/\.$/, '');
    return this.text(/^[A-Z]\w+\.\w+(?:\(.*\))?$/.test(text) ? `\`${text}\`` : text);
  }

  /** The name of a type, as a link to its page when it has one. */
  public link(fqn: string): string {
    const name = fqn.slice(fqn.lastIndexOf('.') + 1);
    return this.api.isDocumented(fqn) ? `[\`${name}\`](${this.addressOf(this.api.typeOf(fqn)!)})` : `\`${fqn}\``;
  }

  private spelled(code: string): string | undefined {
    const fqn = `cdktf-logfire.${code}`;
    if (this.api.isDocumented(fqn)) {
      return this.link(fqn);
    }
    const [, name, rest] = /^([A-Za-z]\w*(?:\.\w+)?)((?:\(.*\))?)$/.exec(code) ?? [];
    const spelled = this.names.get(name ?? '');
    return spelled === undefined ? undefined : `\`${spelled}${rest.replace(/\b[A-Z]\w+\.\w+/g, (nested) => this.names.get(nested) ?? nested)}\``;
  }

  private addressOf({ name }: ApiType): string {
    return addressOf(`api/${this.language.name}/${name}`);
  }
}
