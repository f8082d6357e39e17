import { Assembly, AssemblyType, TypeReference } from '../../scripts/assembly/assembly';

const STRING: TypeReference = { primitive: 'string' };
const NUMBER: TypeReference = { primitive: 'number' };
const type = (name: string): TypeReference => ({ fqn: `small.${name}` });
const arrayOf = (elementtype: TypeReference): TypeReference => ({ collection: { kind: 'array', elementtype } });
const parameter = (name: string, of: TypeReference, optional?: boolean) => ({ name, type: of, optional });

const TYPES: readonly Omit<AssemblyType, 'fqn'>[] = [
  {
    name: 'Shop',
    kind: 'class',
    interfaces: ['small.IShop'],
    initializer: { parameters: [parameter('id', STRING), parameter('options', type('ShopOptions'), true)] },
    properties: [
      { name: 'shopId', immutable: true, type: STRING },
      { name: 'note', type: STRING },
      { name: 'opening', immutable: true, type: type('Span') },
    ],
    methods: [
      { name: 'addTill', parameters: [parameter('id', STRING), parameter('count', NUMBER, true)], returns: { type: type('Till') } },
      { name: 'tills', returns: { type: arrayOf(type('Till')) } },
      { name: 'fromId', static: true, parameters: [parameter('id', STRING)], returns: { type: type('IShop') } },
    ],
  },
  { name: 'IShop', kind: 'interface', properties: [{ name: 'shopId', immutable: true, type: STRING }] },
  {
    name: 'ShopOptions',
    kind: 'interface',
    datatype: true,
    interfaces: ['small.SharedOptions'],
    properties: [
      { name: 'span', immutable: true, type: type('Span') },
      { name: 'color', immutable: true, optional: true, type: type('Color') },
      { name: 'labels', immutable: true, optional: true, type: arrayOf(STRING) },
      { name: 'inner', immutable: true, optional: true, type: type('SharedOptions') },
      { name: 'prices', immutable: true, optional: true, type: { collection: { kind: 'map', elementtype: NUMBER } } },
    ],
  },
  { name: 'SharedOptions', kind: 'interface', datatype: true, properties: [{ name: 'title', immutable: true, type: STRING }] },
  { name: 'Till', kind: 'class', initializer: {}, properties: [{ name: 'drawer', immutable: true, type: STRING }] },
  {
    name: 'Span',
    kind: 'class',
    properties: [{ name: 'WEEK', static: true, immutable: true, type: type('Span') }, { name: 'hours', immutable: true, type: NUMBER }],
    methods: [{ name: 'days', static: true, parameters: [parameter('count', NUMBER)], returns: { type: type('Span') } }],
  },
  { name: 'Color', kind: 'enum', members: [{ name: 'RED' }, { name: 'DARK_BLUE' }] },
  {
    name: 'IStore',
    kind: 'interface',
    properties: [{ name: 'kind', immutable: true, abstract: true, type: STRING }],
    methods: [{ name: 'put', abstract: true, parameters: [parameter('shop', type('IShop')), parameter('options', type('SharedOptions'))] }],
  },
  {
    name: 'Rule',
    kind: 'class',
    abstract: true,
    initializer: { parameters: [parameter('name', STRING)] },
    methods: [
      { name: 'check', abstract: true, parameters: [parameter('till', type('Till'))] },
      { name: 'describe', parameters: [], returns: { type: STRING } },
    ],
  },
  { name: 'Deep', kind: 'class', namespace: 'inner', initializer: {} },
];

/** A library with one of each kind of type. */
export const SMALL: Assembly = {
  name: 'small',
  targets: { dotnet: { namespace: 'Acme.Small' } },
  submodules: { 'small.inner': {} },
  types: Object.fromEntries(TYPES.map((each) => [each.namespace === undefined ? each.name : `${each.namespace}.${each.name}`, each])
    .map(([name, each]) => [`small.${name}`, { ...each as AssemblyType, fqn: `small.${name}` }])),
};
