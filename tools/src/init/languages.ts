/** A language of programs. */
export type Language = 'typescript' | 'python' | 'java' | 'csharp' | 'go';

/** How a program in a language is used; each command is a line of a shell. */
export interface Commands {
  /** What `cdktf.json` runs to synthesize. */
  readonly app: string;
  readonly install: string;
  readonly test: string;
  readonly try: string;
  /** Steps of the CI workflow that install the language. */
  readonly setup: string;
  /** Lines of `.gitignore`. */
  readonly ignored: string;
}

/** A language that has no package.json runs the tool at the version that has created the project. */
const TRY = 'npx cdktf-logfire-tools@{{version}} try';

export const LANGUAGES: Readonly<Record<Language, Commands>> = {
  typescript: {
    app: 'npx ts-node main.ts', install: 'npm install', test: 'npm test', try: 'npm run try', setup: '', ignored: 'node_modules/',
  },
  python: {
    app: 'python main.py',
    install: 'pip install -r requirements.txt',
    test: 'pytest',
    try: TRY,
    setup: step('actions/setup-python@v5', 'python-version', "'3.11'"),
    ignored: '.venv/\n__pycache__/',
  },
  java: {
    app: 'mvn -q compile exec:java',
    install: 'mvn -q compile',
    test: 'mvn -q test',
    try: TRY,
    setup: `${step('actions/setup-java@v4', 'distribution', 'temurin')}\n          java-version: 17`,
    ignored: 'target/',
  },
  csharp: {
    app: 'dotnet run', install: 'dotnet build', test: 'dotnet test', try: TRY, setup: step('actions/setup-dotnet@v4', 'dotnet-version', '8.x'), ignored: 'bin/\nobj/',
  },
  go: {
    app: 'go run .', install: 'go mod tidy', test: 'go test ./...', try: TRY, setup: step('actions/setup-go@v5', 'go-version', "'1.25'"), ignored: '',
  },
};

function step(uses: string, name: string, value: string): string {
  return `      - uses: ${uses}\n        with:\n          ${name}: ${value}`;
}
