import { ApiReferenceSchema } from 'jsii-docgen/lib/docgen/schema';
import { API_LANGUAGES } from './languages';
import { Api } from './model';
import { anchorOf, ReferencePages, titleOf } from './pages';
import { referencesOf } from './reference';
import { spellingOf } from './spelling';
import { readAssembly } from '../../assembly/assembly';
import { ROOT } from '../../run';
import { addressOf } from '../addresses';
import { SitePage } from '../page';

const REGISTRY = 'https://registry.terraform.io/providers/pydantic/logfire/latest/docs';

/** The API reference of every language, from the assembly of the compiled library and the translations of its examples. */
export async function apiPages(): Promise<SitePage[]> {
  const api = new Api(readAssembly(ROOT));
  const references = await referencesOf(API_LANGUAGES);
  return [
    bindings(api),
    ...[...references].flatMap(([language, reference]) => {
      const pages = new ReferencePages(api, language, spellingOf(language.name, api), examplesIn(reference));
      return pages.all();
    }),
  ];
}

/** For the side bar of the reference: the names of the types in each room. */
export function roomsOfApi(): { readonly title: string; readonly anchor: string; readonly types: readonly string[] }[] {
  return [...new Api(readAssembly(ROOT)).rooms()].map(([room, types]) => {
    const title = titleOf(room);
    return { title, anchor: anchorOf(title), types: types.map(({ name }) => name) };
  });
}

/** The translated examples by the names of their types. */
function examplesIn({ constructs, classes, structs, interfaces, enums }: ApiReferenceSchema): Map<string, string> {
  const types = [...constructs, ...classes, ...structs, ...interfaces, ...enums];
  return new Map(types.flatMap(({ id, docs }) => (docs.example === undefined ? [] : [[id, docs.example]])));
}

/** The bindings have hundreds of types for the arguments of fourteen resources, which the registry documents. */
function bindings(api: Api): SitePage {
  const rows = api.bindings().filter(({ base }) => /\.Terraform(Resource|DataSource|Provider)$/.test(base ?? '')).map(({ name, base, docs }) => {
    const [, address] = /\{@link (https:\S+)/.exec(docs?.summary ?? '') ?? [];
    const kind = base!.slice(base!.lastIndexOf('.Terraform') + '.Terraform'.length);
    return `| \`l1.${name}\` | ${kind === 'DataSource' ? 'data source' : kind.toLowerCase()} | [documentation](${address ?? REGISTRY}) |`;
  });
  return {
    place: 'api/bindings',
    title: 'Generated bindings',
    description: 'The bindings of the provider pydantic/logfire in the namespace l1, with links to the Terraform registry.',
    markdown: [
      `The namespace \`l1\` has a generated class for each resource of the provider. Every construct for a single resource has its binding in the attribute \`resource\`: see [the constructs](${addressOf('api/typescript')}).`,
      'The properties of a binding are the arguments of the resource, which the Terraform registry documents.',
      ['| binding | for | arguments |', '|---|---|---|', ...rows].join('\n'),
    ].join('\n\n'),
  };
}
