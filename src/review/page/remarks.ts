import { iconOf } from './icons';
import { badge, linkTo, listed, Section, section } from './parts';
import { inHostLanguage } from '../../core/host-language';
import { Markup, markup } from '../../core/markup';
import type { Review, ReviewFinding, ReviewPolicy, ReviewSuppression } from '../model/review';

/** The sections about what was found. They are there even if nothing was. */
export function remarkSections({ findings, suppressions, policies }: Review): Section[] {
  return [
    section('findings', 'Warnings', findings.map(findingCard), findings.length > 0 ? undefined : markup`<p>Synth warned about nothing.</p>`),
    section('policies', 'Policies and suppressions', suppressions.map(suppressionCard), markup`<p>${
      policies.length === 0 ? 'No policy is applied.' : markup`Applied: ${listed(policies.map(policyText))}. Nothing violates them, except for what these suppressions accept.`}</p>`),
  ];
}

function policyText({ rule, path }: ReviewPolicy): Markup {
  return markup`<code>${rule}</code>${path === '' ? undefined : markup` (in ${path})`}`;
}

function findingCard({ path, anchor, rule, message }: ReviewFinding): Markup {
  return markup`<article class="item" data-kind="finding"><h3>${iconOf('finding')}<span>${rule === '' ? undefined : badge(rule)}${linkTo({ text: path, anchor })}</span></h3><p class="prose">${message}</p></article>
`;
}

function suppressionCard({ path, anchor, rule, reason, accepted }: ReviewSuppression): Markup {
  return markup`<article class="item" data-kind="policy"><h3>${iconOf('policy')}<span>${badge(rule)}${linkTo({ text: path, anchor })}</span></h3>${
    reason === undefined ? markup`<p>${inHostLanguage('Accepted with ignoredLintRules, which has no reasons.')}</p>` : markup`<p class="prose">${reason}</p>`}${
    accepted.length === 0 ? undefined : markup`<ul class="accepted">${accepted.map((finding) => markup`<li>${linkTo({ text: finding.path, anchor: finding.anchor })}: ${finding.message}</li>`)}</ul>`}</article>
`;
}
