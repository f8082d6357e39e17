/** A language that the guides are shown in besides TypeScript. */
export interface GuideLanguage {
  /** How fenced blocks of it begin, the folder in `docs` with its guides, and that in `docs/examples` with its examples. */
  readonly name: string;
  readonly title: string;
  /** What a fenced block says of installing the library. */
  readonly install: { readonly fence: string; readonly text: string };
  /** How what the text names in TypeScript's spelling is spelled. */
  readonly spelling: string;
}

export const GUIDE_LANGUAGES: readonly GuideLanguage[] = [
  {
    name: 'python',
    title: 'Python',
    install: { fence: 'sh', text: 'pip install cdktf-logfire' },
    spelling: '`addWriteToken` is `add_write_token`, and props are keyword arguments: `warnBefore` is `warn_before=`',
  },
  {
    name: 'java',
    title: 'Java',
    install: {
      fence: 'xml',
      text: '<dependency>\n  <groupId>io.github.cdktflogfire</groupId>\n  <artifactId>cdktf-logfire</artifactId>\n  <version>[0,1)</version>\n</dependency>',
    },
    spelling: 'props are set by builders, and attributes have getters: `tokenValue` is `getTokenValue()`',
  },
  {
    name: 'csharp',
    title: 'C#',
    install: { fence: 'sh', text: 'dotnet add package CdktfLogfire' },
    spelling: '`addWriteToken` is `AddWriteToken`, and `tokenValue` is `TokenValue`',
  },
  {
    name: 'go',
    title: 'Go',
    install: { fence: 'sh', text: 'go get github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire' },
    spelling: '`new LogfireProject` is `NewLogfireProject`, `TokenExpiry.after` is `TokenExpiry_After`, and attributes are methods: `tokenValue` is `TokenValue()`',
  },
];
