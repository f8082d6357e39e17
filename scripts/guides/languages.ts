/** A language that the guides are shown in besides TypeScript. */
export interface GuideLanguage {
  /** The info string of its fenced blocks, and its directory in `docs` for the guides and in `docs/examples` for the examples. */
  readonly name: string;
  readonly title: string;
  /** A fenced block that installs the library. */
  readonly install: { readonly fence: string; readonly text: string };
  /** How the language spells the names that the text has in TypeScript's spelling. */
  readonly spelling: string;
  /** What a reader who knows the TypeScript version must know to write the same in this language: one short paragraph. */
  readonly particular: string;
}

export const GUIDE_LANGUAGES: readonly GuideLanguage[] = [
  {
    name: 'python',
    title: 'Python',
    install: { fence: 'sh', text: 'pip install cdktf-logfire' },
    spelling: '`addWriteToken` is `add_write_token`, and props are keyword arguments: `warnBefore` is `warn_before=`',
    particular: 'Leave out optional arguments, or pass `None`. Pass enum members such as `ProjectVisibility.PRIVATE`: the string `"private"` is a '
      + '`TypeError`. So is a missing required argument, or a name that does not exist. For a struct within a struct, pass an object such as '
      + '`GatewayLimits(daily_limit_usd=5)`, or a dictionary with the same snake-case keys. Keys of free-form maps, such as '
      + '`custom_headers` or a dashboard document, stay as you write them. Decorate a class that implements an interface with '
      + '`@jsii.implements(ISecretSink)`; its methods receive structs as keyword arguments.',
  },
  {
    name: 'java',
    title: 'Java',
    install: {
      fence: 'xml',
      text: '<dependency>\n  <groupId>io.github.cdktflogfire</groupId>\n  <artifactId>cdktf-logfire</artifactId>\n  <version>[0,1)</version>\n</dependency>',
    },
    spelling: 'you set props with builders, and attributes have getters: `tokenValue` is `getTokenValue()`',
    particular: 'Create a construct with `LogfireProject.Builder.create(stack, "Shop")…build()`, and a struct with `TokenOptions.builder()…build()`; '
      + 'leave out what is optional. If a required prop is missing, `build()` throws a `NullPointerException` such as `project is required`. '
      + 'Enums are Java enums; lists and maps are `List.of(…)` and `Map.of(…)`. `Map.of` has a different order in each run, so the '
      + 'synthesized JSON can change although the plan does not. Use a `LinkedHashMap` or `TreeMap` where you compare or commit that JSON.',
  },
  {
    name: 'csharp',
    title: 'C#',
    install: { fence: 'sh', text: 'dotnet add package CdktfLogfire' },
    spelling: '`addWriteToken` is `AddWriteToken`, and `tokenValue` is `TokenValue`',
    particular: 'Lists are arrays: pass `new[] { … }` instead of a `List<>`. Maps and documents are `Dictionary<string, object>`, or a type such as '
      + '`Dictionary<string, SecretValue>` where the signature requires it; anonymous types are not supported. Set props in an object '
      + 'initializer. A missing required prop fails at run time, not in the compiler. A class of yours that implements an interface, such as '
      + '`ISecretSink`, also derives from `DeputyBase`. A program uses the namespaces `CdktfLogfire` and `HashiCorp.Cdktf`. It also needs '
      + '`Constructs` for `Construct`, `Amazon.JSII.Runtime.Deputy` for `DeputyBase`, and `System.Collections.Generic` for `Dictionary`.',
  },
  {
    name: 'go',
    title: 'Go',
    install: { fence: 'sh', text: 'go get github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire' },
    spelling: '`new LogfireProject` is `NewLogfireProject`, `TokenExpiry.after` is `TokenExpiry_After`, and attributes are methods: `tokenValue` is `TokenValue()`',
    particular: 'Strings, numbers and booleans are pointers: `jsii.String("shop")`, `jsii.Number(5)`, `jsii.Bool(true)`. Props are a pointer to a '
      + 'struct; lists and maps in props are pointers too. Pass `nil` for every argument that you do not need. A required field that is '
      + '`nil` panics at run time with the name of the field. Enum members are constants without a pointer, such as '
      + '`ProjectVisibility_PRIVATE`; `""` means none. The values of enum-like classes are functions, such as `GatewayVendor_OPENAI()`. '
      + 'Free-form maps are `map[string]interface{}`; their keys are serialized in sorted order. Begin `main` with `defer jsii.Close()`.',
  },
];
