/** `npm run site`: builds the documentation site in `site/dist` and checks its links; `npm run site -- --dev` serves it while you write. */
import { buildSite, serveSite } from './site/build';

async function main(args: readonly string[]): Promise<void> {
  const unknown = args.filter((arg) => arg !== '--dev');
  if (unknown.length > 0) {
    throw new Error(`there is no option ${unknown.join(', ')}; the only one is --dev`);
  }
  await (args.includes('--dev') ? serveSite() : buildSite(console.log));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
