/** A language that the guides are shown in besides TypeScript. */
export interface GuideLanguage {
  /** How fenced blocks of it begin, the folder in `docs` with its guides, and that in `docs/examples` with its examples. */
  readonly name: string;
  readonly title: string;
  /** What a fenced block says of installing the library. */
  readonly install: { readonly fence: string; readonly text: string };
  /** How what the text names in TypeScript's spelling is spelled. */
  readonly spelling: string;
  /** What a reader who knows the TypeScript version must know to write the same in this language; one short paragraph. */
  readonly particular: string;
}

export const GUIDE_LANGUAGES: readonly GuideLanguage[] = [
  {
    name: 'python',
    title: 'Python',
    install: { fence: 'sh', text: 'pip install cdktf-logfire' },
    spelling: '`addWriteToken` is `add_write_token`, and props are keyword arguments: `warnBefore` is `warn_before=`',
    particular: 'Optional arguments are left out or `None`. An enum member is `ProjectVisibility.PRIVATE`; its string value `"private"` is a '
      + '`TypeError`, and so are a required argument that is missing and a name that does not exist. A struct within a struct is an object '
      + 'such as `GatewayCaps(daily_limit_usd=5)`, or a dictionary with the same snake-case keys. Keys of free-form maps, such as '
      + '`custom_headers` or a dashboard document, stay as you write them. A class that implements an interface needs the decorator '
      + '`@jsii.implements(ISecretSink)`, and its methods receive structs as keyword arguments.',
  },
  {
    name: 'java',
    title: 'Java',
    install: {
      fence: 'xml',
      text: '<dependency>\n  <groupId>io.github.cdktflogfire</groupId>\n  <artifactId>cdktf-logfire</artifactId>\n  <version>[0,1)</version>\n</dependency>',
    },
    spelling: 'props are set by builders, and attributes have getters: `tokenValue` is `getTokenValue()`',
    particular: 'Create a construct with optional props with `LogfireProject.Builder.create(stack, "Shop")…build()`, and a struct with '
      + '`TokenOptions.builder()…build()`; leave out what is optional. A required prop that is missing is a `NullPointerException` from '
      + '`build()`, such as `project is required`. Enums are Java enums, and lists and maps are `List.of(…)` and `Map.of(…)`. `Map.of` has '
      + 'another order in each run, so the synthesized text can change although the plan does not: use a `LinkedHashMap` or `TreeMap` '
      + 'where you compare or commit that text.',
  },
  {
    name: 'csharp',
    title: 'C#',
    install: { fence: 'sh', text: 'dotnet add package CdktfLogfire' },
    spelling: '`addWriteToken` is `AddWriteToken`, and `tokenValue` is `TokenValue`',
    particular: 'Lists are arrays, so pass `new[] { … }` instead of a `List<>`. Maps and documents are `Dictionary<string, object>`, or '
      + '`Dictionary<string, SecretValue>` and its like where the type says so; anonymous types are not supported. Props are set in an '
      + 'object initializer, and one that is required but missing is found at run time, not by the compiler. A class of your own that '
      + 'implements an interface, such as `ISecretSink`, also derives from `DeputyBase`. A program uses `CdktfLogfire` and '
      + '`HashiCorp.Cdktf`, `Constructs` where it names `Construct`, `Amazon.JSII.Runtime.Deputy` for `DeputyBase`, and '
      + '`System.Collections.Generic` for `Dictionary`.',
  },
  {
    name: 'go',
    title: 'Go',
    install: { fence: 'sh', text: 'go get github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire' },
    spelling: '`new LogfireProject` is `NewLogfireProject`, `TokenExpiry.after` is `TokenExpiry_After`, and attributes are methods: `tokenValue` is `TokenValue()`',
    particular: 'Strings, numbers and booleans are pointers: `jsii.String("shop")`, `jsii.Number(5)`, `jsii.Bool(true)`. Props are a pointer to a '
      + 'struct, lists and maps of props are pointers too, and `nil` stands for an argument that you leave out: every argument has to be '
      + 'there. A required field that is `nil` is a panic at run time that names the field. Enum members are constants such as '
      + '`ProjectVisibility_PRIVATE` without a pointer, where `""` means none; the values of enum-like classes are functions such as '
      + '`GatewayVendor_OPENAI()`. Free-form maps are `map[string]interface{}`, and their keys are written in sorted order. Begin `main` '
      + 'with `defer jsii.Close()`.',
  },
];
