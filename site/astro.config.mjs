import { readFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';

const navigation = JSON.parse(readFileSync(new URL('./src/generated/navigation.json', import.meta.url), 'utf8'));

/** A cell without text is no header. */
function emptyHeadersAsCells() {
  const visit = (node) => {
    if (node.tagName === 'th' && node.children.length === 0) {
      node.tagName = 'td';
    }
    node.children?.forEach(visit);
  };
  return visit;
}

export default defineConfig({
  site: 'https://cdktf-logfire.github.io',
  base: '/cdktf-logfire',
  trailingSlash: 'always',
  // The pictures are finished.
  image: { service: passthroughImageService() },
  // Each page would have a copy.
  build: { inlineStylesheets: 'never' },
  markdown: { rehypePlugins: [emptyHeadersAsCells] },
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: 'cdktf-logfire',
      description: 'CDK for Terraform constructs for Pydantic Logfire.',
      social: [{ icon: 'github', label: 'GitHub', href: 'https://github.com/cdktf-logfire/cdktf-logfire' }],
      sidebar: navigation,
      routeMiddleware: './src/reference-sidebar.ts',
      components: { MarkdownContent: './src/components/MarkdownContent.astro', PageTitle: './src/components/PageTitle.astro' },
      customCss: ['./src/styles/site.css'],
      // Code that scrolls would be a landmark on the page.
      expressiveCode: { defaultProps: { wrap: true } },
    }),
  ],
});
